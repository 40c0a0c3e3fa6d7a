// SPDX-License-Identifier: Apache-2.0
#include "wire/message.h"

#include <Poco/Base64Encoder.h>

#include <random>
#include <sstream>

#include "tenon/json.h"

namespace cloudelements::sandbox {
namespace {

unsigned char randomByte() {
    static thread_local std::random_device device;
    return static_cast<unsigned char>(device());
}

}  // namespace

std::string hex(std::size_t digits) {
    std::string out;
    while (out.size() < digits) out += "0123456789abcdef"[randomByte() % 16];
    return out;
}

std::string token() {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    for (int i = 0; i < 32; ++i) encoder << static_cast<char>(randomByte());
    encoder.close();
    return out.str();
}

Answer answer(int status, const tenon::Value& body) {
    return {status,
            tenon::json::write(body, tenon::json::Secrets::reveal),
            {{"Content-Type", "application/json;charset=UTF-8"}}};
}

Answer refusal(int status, const std::string& message) {
    return answer(status, tenon::Object{{"requestId", hex(24)}, {"message", message}});
}

}  // namespace cloudelements::sandbox
