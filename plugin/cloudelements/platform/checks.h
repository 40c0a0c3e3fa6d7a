// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cloudelements/platform/connection.h"
#include "tenon/context.h"

namespace cloudelements {

// Gathers what can be seen to be wrong with inputs before anything is sent; each line says what to
// write instead.
class Checks {
  public:
    void no(std::string pointer, std::string text) {
        problems_.push_back({std::move(pointer), std::move(text)});
    }
    // A text that is not blank and has no control characters. True if it may go on to further
    // checks.
    bool text(const std::string& pointer, const std::string& text);
    bool plain(const std::string& pointer, const std::string& text);
    // One that stands in a header: no blank, no comma. `word`: what is often written before it.
    void secret(const std::string& pointer, const tenon::Secret& secret, const char* word);
    // Plain http only where the host says so.
    void connection(const Connection& connection, const tenon::Context& context);
    void tags(const std::vector<std::string>& tags);
    // Keys and values of /configuration, without the keys that are inputs of their own, and without
    // the mask of a secret.
    void configuration(const std::map<std::string, tenon::Value>& configuration,
                       const std::vector<std::string_view>& own);
    // All of it in one StepError of kind `validation`.
    void finish() const;

  private:
    void configured(const std::string& pointer, const tenon::Value& value);
    void baseUrl(const std::string& url, const tenon::Context& context);

    std::vector<tenon::Problem> problems_;
};

// http or https, to a host.
bool isWebAddress(const std::string& text);

// A host's name or address; ':' stands in an IPv6 address without its brackets.
bool isHost(std::string_view text);

// A key of a map as part of a pointer, on one line whatever is in it.
std::string keyPart(const std::string& key);

}  // namespace cloudelements
