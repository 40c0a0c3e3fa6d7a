// SPDX-License-Identifier: Apache-2.0
// Calls of the platform, with its authorization and its errors.
// Wire facts: the vendor's published documentation, client SDK and integration tests; nothing here
// was checked against the live platform. So it reads leniently and sends strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/platform_error.h"
#include "tenon/context.h"

namespace cloudelements {

struct Call {
    std::string method = "GET";
    std::string path{};  // below the base, each part made by segment(): "/instances/5"
    std::vector<std::pair<std::string, std::string>> query{};  // as they are; encoded when sent
    std::vector<tenon::Header> headers{};                      // further ones
    std::optional<tenon::Value> body{};                        // sent as JSON, secrets revealed
    std::string about{};  // what it does, in errors: "the creation of the instance"
    // Ends an Error after which it may have been done: how to find that out, or that it may be done
    // again.
    std::string lookFirst{};
    Advice advice{};  // `token` is the client's to set
    // What had come of an answer that broke off, as a sentence for people; it names no secret.
    std::string (*came)(const tenon::HttpResponse& part) = nullptr;

    // POST and PATCH are never sent twice by themselves: the platform has no idempotency key.
    [[nodiscard]] bool acts() const { return method == "POST" || method == "PATCH"; }
};

// For one step's call.
class Client {
  public:
    // The user, with the organization or, where a token is given, with an instance's token too.
    Client(const Connection& connection, tenon::Context& context);
    Client(const Connection& connection, tenon::Secret token, tenon::Context& context);

    // The answer, 2xx. Throws StepError for every other. Its `done` is `maybe` where the call may
    // have been done, and `no` for one that only looks.
    tenon::HttpResponse send(const Call& call);
    // Nothing where the platform says that there is none: a 404 with "No … found", which of lists
    // means that they are empty; after a DELETE any 404 of the platform.
    std::optional<tenon::HttpResponse> find(const Call& call);
    // The body as JSON, integers exact; null where it is empty.
    tenon::Value read(const Call& call);
    [[nodiscard]] tenon::Value json(const tenon::HttpResponse& answer, const Call& call) const;
    // For an answer of 2xx that is not what it must be. `why`: "has no id".
    [[nodiscard]] tenon::StepError unusable(const tenon::HttpResponse& answer, const Call& call,
                                            const std::string& why) const;

  private:
    [[nodiscard]] tenon::HttpRequest request(const Call& call) const;
    [[nodiscard]] Quotes quotes(const Call& call) const;
    tenon::HttpResponse exchange(const Call& call);
    [[nodiscard]] tenon::StepError refused(const tenon::HttpResponse& answer,
                                           const Call& call) const;

    const Connection connection_;
    const tenon::Secret token_;
    tenon::Context& context_;
};

// One part of a path, percent-encoded. Throws StepError (`validation`) for one that is empty, "."
// or "..", which would make another address of it.
std::string segment(std::string_view text);
inline std::string segment(std::int64_t number) { return std::to_string(number); }

// The page after this one: the header Elements-Next-Page-Token; empty on the last.
std::string nextPage(const tenon::HttpResponse& answer);

}  // namespace cloudelements
