// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "service.h"
#include "wire/request_reader.h"

namespace cloudelements::sandbox {

// One client. Nothing here waits: poll() says when to go on.
class Connection {
  public:
    using Clock = std::chrono::steady_clock;

    // Takes the socket over.
    Connection(int socket, std::uint16_t port, Service& service);
    ~Connection() { close(); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] bool isOpen() const { return socket_ >= 0; }
    // For poll(): negative while there is nothing to wait for but the time.
    [[nodiscard]] int socket() const { return phase_ == Phase::delayed ? -1 : socket_; }
    [[nodiscard]] short awaited() const;
    // When something is to happen if poll() has nothing to say.
    [[nodiscard]] Clock::time_point until() const { return until_; }
    // Nobody waits for an answer, so it may make room for another.
    [[nodiscard]] bool isSpare() const {
        return phase_ != Phase::delayed && phase_ != Phase::sending;
    }

    void goOn();
    void timeIsUp();
    void close();

  private:
    enum class Phase { reading, delayed, sending, ending };

    void enter(Phase phase, Clock::duration atMost);
    void receive();
    void askForBody();
    void serveWhatIsThere();
    void act();
    void drop(const char* outcome);
    void answer(const Answer& answer, std::optional<std::size_t> cut);
    void flush();
    void afterAnswer();
    void tell(const std::string& outcome);

    int socket_;
    RequestReader reader_;
    Service& service_;
    Phase phase_ = Phase::reading;
    Clock::time_point until_, began_;
    Fault fault_;
    std::string out_;  // not yet sent from sent_ on
    std::size_t sent_ = 0;
    bool last_ = false;  // no request follows
    bool cut_ = false;
};

}  // namespace cloudelements::sandbox
