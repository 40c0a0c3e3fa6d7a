// SPDX-License-Identifier: Apache-2.0
// What goes wrong below the client, on its way up to where method, address and maybe-done are
// known.
#pragma once

#include <exception>
#include <string>

namespace tenon::net {

enum class FaultKind {
    refused,  // the caller's request, before anything is sent
    connect,  // no connection
    tls,      // no trustworthy connection
    deadline,
    cancelled,
    closed,     // before the first byte of the answer
    truncated,  // in the middle of the answer
    malformed,
    tooLarge,
};

class Fault : public std::exception {
  public:
    // `text`: one sentence for a person, without the dot and without secrets.
    Fault(FaultKind kind, std::string text) : kind_(kind), text_(std::move(text)) {}
    [[nodiscard]] FaultKind kind() const { return kind_; }
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

  private:
    FaultKind kind_;
    std::string text_;
};

}  // namespace tenon::net
