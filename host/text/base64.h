// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Base64Encoder.h>

#include <sstream>
#include <string>

namespace tenon::text {

// One line, padded.
inline std::string base64(const std::string& bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << bytes;
    encoder.close();
    return out.str();
}

}  // namespace tenon::text
