// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "platform/credentials.h"
#include "wire/message.h"

namespace cloudelements::sandbox {

struct Instance;

// Whom a route lets in.
enum class Access {
    open,      // everybody
    platform,  // User and Organization
    element,   // User and Element: one instance
    either,    // the instance of the path's {id}, as platform; of the Element token without one
};

// One request on its way to its handler.
struct Call {
    const Request& request;
    std::map<std::string, std::string> in;  // what stands in the places of the pattern's {names}
    Credentials who{};
    Instance* instance =
        nullptr;  // of the Element token or the path's {id}, where the route has it

    // The part of the path at {name}; empty if the pattern has none of that name.
    [[nodiscard]] std::string at(const std::string& name) const;
    // The same as a number. Throws an Answer that says that `what` is not valid.
    [[nodiscard]] std::int64_t number(const std::string& name, const char* what) const;
    // The body, which must be JSON. Throws an Answer otherwise.
    [[nodiscard]] tenon::Value object() const;
    [[nodiscard]] tenon::Value json() const;
};

// Which handler answers a method and a path. Parts in braces stand for any text.
class Router {
  public:
    using Handler = std::function<Answer(Call&)>;
    struct Route {
        Access access;
        Handler handler;
    };
    struct Found {
        const Route* route = nullptr;
        bool pathIsKnown = false;  // with this or another method
        std::map<std::string, std::string> in{};
    };

    // "/instances/{id}/docs". Of two patterns that fit, that counts which has a text where the
    // other has a name, at the first such part.
    void add(const std::string& method, const std::string& pattern, Access access, Handler handler);
    // The same with "/instances/{id}…", "/instances…" (the instance of the Element token) and
    // "/elements/{element}/instances/{id}…" before the pattern.
    void addOfInstance(const std::string& method, const std::string& below, Handler handler);

    // "GET /instances/{id}/docs", each.
    [[nodiscard]] std::vector<std::string> routes() const;
    [[nodiscard]] Found find(const std::string& method, const std::string& path) const;

  private:
    struct Pattern {
        std::vector<std::string> parts;
        std::map<std::string, Route> byMethod;
    };
    std::vector<Pattern> patterns_;
};

}  // namespace cloudelements::sandbox
