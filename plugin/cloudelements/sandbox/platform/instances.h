// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/catalogue.h"
#include "wire/message.h"

namespace cloudelements::sandbox {

// One connector instance.
struct Instance {
    std::int64_t id = 0;
    const ElementType* element = nullptr;
    std::string token;
    std::string name;
    std::string createdDate;
    std::vector<std::string> tags;
    tenon::Object configuration;  // texts and nulls
    bool disabled = false;
    bool traceLogging = false;
    std::uint64_t polled = 0;  // the last change of its box that a poll has seen
    std::chrono::steady_clock::time_point listedFrom{};  // not kept

    // As the platform gives it: passwords masked.
    [[nodiscard]] tenon::Value shown() const;
    // A text of the configuration; empty if it is not there.
    [[nodiscard]] std::string configured(const char* key) const;
    // Why its credentials would not open the vendor's system; empty if they would.
    [[nodiscard]] std::string badCredentials() const;

    // Whole, for the state file.
    [[nodiscard]] tenon::Value kept() const;
    static Instance of(const tenon::Value& kept);
};

// Is the value of this entry never shown?
bool isMasked(const std::string& configurationKey);

// All of them, by id. One thread at a time.
class Instances {
  public:
    explicit Instances(std::int64_t firstId) : next_(firstId) {}

    // How many were ever made, those that were removed too.
    [[nodiscard]] std::int64_t made() const { return made_; }

    // Both throw an Answer that says what is wrong with the body. `element`: the one of the path,
    // so the body may leave it out; nullptr if the path has none.
    Instance& create(const tenon::Value& body, const ElementType* element);
    static void change(Instance& instance, const tenon::Value& body, bool replace);

    Instance* find(std::int64_t id);
    Instance* byToken(const std::string& token);
    void remove(std::int64_t id);
    [[nodiscard]] const std::map<std::int64_t, Instance>& all() const { return all_; }
    [[nodiscard]] std::map<std::int64_t, Instance>& all() { return all_; }

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);

  private:
    std::int64_t next_, made_ = 0;
    std::map<std::int64_t, Instance> all_;
    std::unordered_map<std::string, std::int64_t> byToken_;
};

}  // namespace cloudelements::sandbox
