// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "message.h"

namespace cloudelements::sandbox {

// One connector instance.
struct Instance {
    std::int64_t id = 0;
    std::string token;
    std::string name;
    std::string createdDate;
    std::vector<std::string> tags;
    tenon::Object configuration;  // as given
    bool disabled = false;

    // As the platform gives it: passwords masked, texts for everything in the configuration.
    [[nodiscard]] tenon::Value shown() const;
};

// Is it the key or the id of the one element there is?
bool isSageCrm(std::string_view keyOrId);

// All of them, by id. One thread at a time.
class Instances {
  public:
    explicit Instances(std::int64_t firstId) : next_(firstId) {}

    // Each throws an Answer that says what is wrong with the body. `elementGiven`: in the path, so
    // the body may leave it out.
    Answer create(const tenon::Value& body, bool elementGiven);
    Answer change(std::int64_t id, const tenon::Value& body, bool replace);

    Answer list(const Request& request) const;
    Answer get(std::int64_t id) const;
    Answer remove(std::int64_t id);
    Answer enable(std::int64_t id, bool enabled);
    [[nodiscard]] const Instance* byToken(const std::string& token) const;

  private:
    std::int64_t next_;
    std::map<std::int64_t, Instance> all_;
};

}  // namespace cloudelements::sandbox
