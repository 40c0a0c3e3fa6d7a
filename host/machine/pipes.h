// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

namespace tenon::machine {

// A descriptor that is closed with the object. Never handed on to other programs.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }
    void close();

  private:
    int number_ = -1;
};

struct Pipe {
    Descriptor from, to;
};

// Its end on this side, `to` or `from`, does not block. Throws StepError (`runtime`).
Pipe pipeTo();
Pipe pipeFrom();

// Wakes a poll; throws as above.
Descriptor makeBell();

}  // namespace tenon::machine
