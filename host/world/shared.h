// SPDX-License-Identifier: Apache-2.0
// What the tasks of a run share, or the runs of a process, such as an access token: each thing is
// fetched by the first who asks. Who asks meanwhile waits for the same answer.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "tenon/error.h"
#include "tenon/http.h"

namespace tenon::world {

template <class T>
class Shared {
  public:
    // Of more than `most` things those are given up that nobody asks for just now.
    explicit Shared(std::size_t most = std::numeric_limits<std::size_t>::max()) : most_(most) {}

    // What is kept under the key, if it is `good`; else what `fetch` brings, which is told how
    // often the key was fetched before. An Error is not kept: the next who asks fetches again. Any
    // thread.
    Result<T> get(const std::string& key, const Limits& limits,
                  const std::function<bool(const T&)>& good,
                  const std::function<Result<T>(std::size_t)>& fetch) {
        std::unique_lock lock(mutex_);
        Slot& slot = slotOf(key);
        const Asking asking(slot.asking);
        const auto asked = slot.rounds;
        while (slot.fetching) {
            if (auto reason = wait(lock, slot, limits)) return *reason;
            // Who was stopped speaks for himself only.
            if (!slot.fetching && slot.rounds > asked && slot.error &&
                slot.error->kind != ErrorKind::cancelled && slot.error->kind != ErrorKind::timeout)
                return *slot.error;
        }
        if (slot.kept && good(*slot.kept)) return *slot.kept;
        slot.fetching = true;
        const auto before = slot.rounds;
        lock.unlock();
        std::optional<Result<T>> result;
        std::exception_ptr left;  // the run: who waits asks for himself
        try {
            result = attempted(fetch, before);
        } catch (...) {
            left = std::current_exception();
        }
        lock.lock();
        slot.fetching = false;
        ++slot.rounds;
        slot.kept.reset();
        slot.error.reset();
        if (result && *result) {
            slot.kept = result->value();
        } else if (result) {
            slot.error = result->error();
        }
        changed_.notify_all();
        if (left) std::rethrow_exception(left);
        return *std::move(result);
    }

    // Does not keep any longer what is `bad`.
    void forget(const std::string& key, const std::function<bool(const T&)>& bad) {
        const std::scoped_lock lock(mutex_);
        const auto slot = slots_.find(key);
        if (slot != slots_.end() && slot->second.kept && bad(*slot->second.kept))
            slot->second.kept.reset();
    }

    // So many fetch or wait just now.
    [[nodiscard]] std::size_t asking() {
        const std::scoped_lock lock(mutex_);
        std::size_t count = 0;
        for (const auto& [key, slot] : slots_) count += slot.asking;
        return count;
    }

  private:
    struct Slot {
        std::optional<T> kept;
        std::optional<Error> error;  // of the last round
        std::size_t rounds = 0;
        bool fetching = false;
        std::size_t asking = 0;  // so many
    };

    // Under the lock when it begins, and when it ends.
    class Asking {
      public:
        explicit Asking(std::size_t& count) : count_(count) { ++count_; }
        ~Asking() { --count_; }
        Asking(const Asking&) = delete;
        Asking& operator=(const Asking&) = delete;

      private:
        std::size_t& count_;
    };

    Slot& slotOf(const std::string& key) {
        if (slots_.size() >= most_ && !slots_.contains(key))
            std::erase_if(slots_, [](const auto& one) { return one.second.asking == 0; });
        return slots_[key];
    }

    // Who waits must be told, whatever a fetch throws.
    static Result<T> attempted(const std::function<Result<T>(std::size_t)>& fetch,
                               std::size_t before) {
        try {
            return fetch(before);
        } catch (const StepError& e) {
            return e.error();
        } catch (const std::exception& e) {
            return makeError(ErrorKind::runtime, "internal",
                             std::string("Something went wrong inside: ") + e.what() + ".");
        }
    }

    std::optional<Error> wait(std::unique_lock<std::mutex>& lock, const Slot& slot,
                              const Limits& limits) {
        const auto done = [&] { return !slot.fetching; };
        const bool came = limits.deadline == std::chrono::steady_clock::time_point::max()
                              ? changed_.wait(lock, limits.stop, done)
                              : changed_.wait_until(lock, limits.stop, limits.deadline, done);
        if (came) return std::nullopt;
        if (limits.stop.stop_requested())
            return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped.");
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before what another task fetches was there.");
    }

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::map<std::string, Slot> slots_;
};

}  // namespace tenon::world
