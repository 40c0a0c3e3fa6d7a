// SPDX-License-Identifier: Apache-2.0
// An HTTP/1.1 answer from its bytes, in pieces of any size. Pure: no socket, no clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tenon/http.h"

namespace tenon::net {

class ResponseParser {
  public:
    // `bodiless`: the request was HEAD. `maxBody`: bytes of the body as sent.
    ResponseParser(bool bodiless, std::size_t maxBody) : bodiless_(bodiless), maxBody_(maxBody) {}

    // Takes what belongs to the answer and returns how much that was. Throws Fault (malformed,
    // tooLarge).
    std::size_t feed(std::string_view bytes);
    // The connection ended. Throws Fault (closed, truncated) if the answer is not whole.
    void end();

    [[nodiscard]] bool done() const { return state_ == State::done; }
    [[nodiscard]] bool began() const { return began_; }
    // Are the final answer's headers complete?
    [[nodiscard]] bool headed() const { return state_ >= State::length; }
    // May the connection carry another request?
    [[nodiscard]] bool reusable() const { return done() && reusable_ && !response_.endedByClose; }
    [[nodiscard]] HttpResponse& response() { return response_; }

  private:
    enum class State {
        status,
        header,
        length,
        untilClose,
        chunkSize,
        chunk,
        chunkEnd,
        trailer,
        done
    };

    bool takeLine(std::string_view& bytes);
    void checkBeginning();
    void line();
    void statusLine();
    void headerLine();
    void headEnds();
    void chunkSizeLine();
    void takeBody(std::string_view& bytes);

    bool bodiless_;
    std::size_t maxBody_;
    State state_ = State::status;
    bool began_ = false;
    bool reusable_ = true;
    bool old_ = false;  // HTTP/1.0
    std::string line_;
    std::size_t fields_ = 0;
    std::uint64_t left_ = 0;  // of the body or of the chunk
    HttpResponse response_;
};

}  // namespace tenon::net
