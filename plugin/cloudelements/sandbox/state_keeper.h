// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "platform/platform.h"
#include "state_file.h"

namespace cloudelements::sandbox {

// Keeps the world in a file: at once after a change, but not again within the interval, and at the
// end. The whole is written each time, so that writing it for every change would take ever longer.
class StateKeeper {
  public:
    // Goes on from what the file holds, and writes it to see that it can. Throws as StateFile does.
    StateKeeper(Platform& platform, const std::string& path,
                std::function<void(std::string_view)> log,
                std::chrono::milliseconds interval = std::chrono::seconds(1));
    // As finish(), but what goes wrong is told to the log alone.
    ~StateKeeper();

    // To be called within the world.
    void changed();
    // Writes what was not written yet; nothing may change the world from here on. Throws as
    // StateFile does where that fails.
    void finish();

  private:
    void run();
    bool save();

    Platform& platform_;
    StateFile file_;
    std::function<void(std::string_view)> log_;
    std::chrono::milliseconds interval_;
    std::exception_ptr problem_;  // of the last attempt
    std::mutex mutex_;
    std::condition_variable awake_;
    bool isChanged_ = false, isOver_ = false;
    std::thread thread_;
};

}  // namespace cloudelements::sandbox
