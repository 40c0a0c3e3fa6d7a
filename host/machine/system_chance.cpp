// SPDX-License-Identifier: Apache-2.0
#include "machine/system_chance.h"

#include <Poco/UUIDGenerator.h>

#include <random>

namespace tenon::machine {

double SystemChance::fraction() {
    static thread_local std::mt19937_64 generator{std::random_device()()};
    return std::uniform_real_distribution<double>()(generator);
}

std::string SystemChance::uuid() {
    return Poco::UUIDGenerator::defaultGenerator().createRandom().toString();
}

}  // namespace tenon::machine
