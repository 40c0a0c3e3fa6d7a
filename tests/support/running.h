// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace support {

// A program that goes on running beside the test; killed with the object if it still does.
class Running {
  public:
    explicit Running(const std::vector<std::string>& words);
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // Everything of its output up to and with the first line that holds `text`; throws if the
    // output ends before.
    std::string readUntil(const std::string& text);
    // At least so many bytes of its output, if it has so many.
    void readSome(std::size_t bytes);
    void signal(int number) const;
    [[nodiscard]] pid_t process() const { return child_; }
    // Sends the signal again and again until it ends; its exit code as wait() gives it.
    int endBy(int signal);
    // Returns once a signal has stopped it, as Ctrl-Z does; gives that signal, or 0 if it ended.
    int waitForPause();
    // Its exit code, or 128 + the signal; what it still says is in rest().
    int wait();
    [[nodiscard]] const std::string& rest() const { return rest_; }
    // All that it has said so far.
    [[nodiscard]] const std::string& all() const { return all_; }

  private:
    bool readMore();

    pid_t child_ = 0;
    int out_ = -1;  // of its standard output and error
    std::string rest_, all_;
};

}  // namespace support
