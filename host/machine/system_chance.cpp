// SPDX-License-Identifier: Apache-2.0
#include "machine/system_chance.h"

#include <Poco/UUID.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <random>
#include <system_error>

namespace tenon::machine {

double SystemChance::fraction() {
    static thread_local std::mt19937_64 generator{std::random_device()()};
    return std::uniform_real_distribution<double>()(generator);
}

std::string SystemChance::uuid() {
    // Poco's generator opens a stream on /dev/urandom for each, which a run of a few tasks notices.
    std::array<char, 16> bytes;
    if (::getentropy(bytes.data(), bytes.size()) != 0)
        throw std::system_error(errno, std::generic_category(), "getentropy");
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);  // version 4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);  // of RFC 4122
    Poco::UUID uuid;
    uuid.copyFrom(bytes.data());
    return uuid.toString();
}

}  // namespace tenon::machine
