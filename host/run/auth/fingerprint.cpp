// SPDX-License-Identifier: Apache-2.0
#include "run/auth/fingerprint.h"

#include <Poco/SHA2Engine.h>

namespace tenon::run {

std::string fingerprint(const std::string& text) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(text);
    return Poco::DigestEngine::digestToHex(engine.digest());
}

}  // namespace tenon::run
