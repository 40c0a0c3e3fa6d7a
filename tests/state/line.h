// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cppunit/extensions/HelperMacros.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace given {

// A line of a child to its parent: whole, and there whatever becomes of the child.
class Line {
  public:
    Line() { CPPUNIT_ASSERT_EQUAL(0, ::pipe(ends_)); }
    ~Line() { shut(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void say(const std::string& word) const {
        const auto line = word + "\n";
        static_cast<void>(!::write(ends_[1], line.data(), line.size()));
    }
    // By the parent, when the child has its own end.
    void listen() { ::close(std::exchange(ends_[1], -1)); }
    // The next word; empty where the child is no more.
    std::string hear() {
        std::string word;
        for (char c = 0; ::read(ends_[0], &c, 1) == 1 && c != '\n';) word += c;
        return word;
    }

    [[nodiscard]] int writingEnd() const { return ends_[1]; }

  private:
    void shut() {
        for (const int end : ends_)
            if (end >= 0) ::close(end);
    }
    int ends_[2] = {-1, -1};
};

}  // namespace given
