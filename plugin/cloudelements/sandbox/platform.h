// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>

#include "instances.h"
#include "message.h"

namespace cloudelements::sandbox {

// The platform's answers, as strict as its documentation. Any thread.
class Platform {
  public:
    explicit Platform(std::int64_t firstId);

    Answer handle(const Request& request);

    const std::string user = token();
    const std::string organization = hex(32);

  private:
    // `element`: the one in the path, if it stands there.
    Answer instances(const Request& request, const std::string& rest,
                     const std::optional<std::string>& element);
    Answer hub(const Request& request, const std::string& rest);

    std::mutex mutex_;
    Instances instances_;
};

}  // namespace cloudelements::sandbox
