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
    // `bodiless`: the request was HEAD. `maxBody`: bytes of the body as sent. `patient`: reads what
    // it may of a body that says at once that it is too large.
    ResponseParser(bool bodiless, std::size_t maxBody, bool patient = false)
        : bodiless_(bodiless), patient_(patient), maxBody_(maxBody) {}

    // Takes what belongs to the answer and returns how much that was. Throws Fault (malformed,
    // tooLarge).
    std::size_t feed(std::string_view bytes);
    // The connection ended. Throws Fault (closed, truncated) if the answer is not whole.
    void end();

    [[nodiscard]] bool done() const { return state_ == State::done; }
    [[nodiscard]] bool began() const { return began_; }
    // Are the final answer's headers complete?
    [[nodiscard]] bool headed() const { return state_ >= State::length; }
    // Is the body whole, whatever comes behind it?
    [[nodiscard]] bool bodyEnded() const { return state_ >= State::trailer; }
    // May the connection carry another request?
    [[nodiscard]] bool reusable() const { return done() && reusable_ && !response_.endedByClose; }
    [[nodiscard]] HttpResponse& response() { return response_; }
    // After a Fault: as far as it had come; what could not be read is part of the body.
    [[nodiscard]] HttpResponse& part();

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

    void take(std::string_view& bytes);
    bool takeLine(std::string_view& bytes);
    void checkBeginning();
    void line();
    void statusLine();
    void headerLine();
    void headEnds();
    void chunkSizeLine();
    void takeBody(std::string_view& bytes);

    bool bodiless_, patient_;
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
