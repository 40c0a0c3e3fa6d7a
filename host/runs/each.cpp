// SPDX-License-Identifier: Apache-2.0
#include "runs/each.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "runs/begin.h"

namespace tenon::runs {

// Hears once a second which of the runs that are driven were asked to stop: a thread for all.
class Each::Cancels {
  public:
    // One of them, while this is there.
    class Heard {
      public:
        Heard(Cancels& all, world::RunJournal& kept) : all_(all), kept_(kept) {
            // What was asked before this life began is heard before its first task.
            if (kept_.resumed() && kept_.stopAsked()) stop_.request_stop();
            const std::scoped_lock lock(all_.mutex_);
            all_.driven_[&kept_] = stop_;
        }
        ~Heard() {
            const std::scoped_lock lock(all_.mutex_);
            all_.driven_.erase(&kept_);
        }
        Heard(const Heard&) = delete;
        Heard& operator=(const Heard&) = delete;
        [[nodiscard]] std::stop_token stop() const { return stop_.get_token(); }

      private:
        Cancels& all_;
        world::RunJournal& kept_;
        std::stop_source stop_;
    };

  private:
    void listen(const std::stop_token& over) {
        std::condition_variable_any never;
        std::unique_lock lock(mutex_);
        while (!over.stop_requested()) {
            never.wait_for(lock, over, std::chrono::seconds(1), [] { return false; });
            for (auto& [kept, stop] : driven_)
                if (kept->stopAsked()) stop.request_stop();
        }
    }

    std::mutex mutex_;
    std::map<world::RunJournal*, std::stop_source> driven_;
    std::jthread thread_{[this](const std::stop_token& over) { listen(over); }};
};

// What the jobs share.
struct Each::Shared {
    std::optional<Cancels> cancels;  // where runs are kept
    std::mutex mutex;                // of what the functions do, too
    bool over = false;               // there are no more lines, or they cannot be kept
    std::exception_ptr thrown;

    void end(std::exception_ptr why = nullptr) {
        const std::scoped_lock lock(mutex);
        over = true;
        if (why && !thrown) thrown = std::move(why);
    }
};

namespace {

// For runs of which nobody wants to know more than their end.
class Nobody final : public world::Observer {
  public:
    void on(const world::Event&) override {}
};

// Why a run cannot be begun where others can; all else ails the folder.
bool ailsOneRun(std::string_view title) {
    for (const char* one : {"other", "driven", "finished", "missing", "step gone"})
        if (title == one) return true;
    return false;
}

}  // namespace

EachEnd Each::one(const EachLine& line, world::Redactor& redactor, Shared& shared) const {
    Begun begun;
    if (state) {
        auto run = kept;
        run.id = line.id;
        run.input = line.input;
        run.begun = process.clock.wall();
        run.lazily = true;  // its first act waits for the disk anyway
        auto result = begin(*state, run, process.steps);
        if (!result && ailsOneRun(result.error().title))
            return {
                .life = {result.error(), std::nullopt, {}}, .refused = true, .redactor = &redactor};
        if (!result) return {.life = {std::nullopt, result.error(), {}}, .redactor = &redactor};
        begun = std::move(result).value();
        if (begun.ended) {
            const auto& outcome = begun.ended->result;
            const bool known =
                outcome || !learn(redactor, *state, run, workflow.secrets(), secrets);
            return {.life = {outcome, std::nullopt, std::move(begun.acts)},
                    .before = true,
                    .redactor = known ? &redactor : nullptr};
        }
    }
    auto options = pattern;
    options.id = line.id;
    options.input = begun.journal ? begun.journal->input() : line.input;
    (begun.journal ? options.rest : options.limits.stop) = stop;
    // The names of these runs are used again by the next file: nothing may be taken for theirs.
    options.key = begun.journal ? begun.journal->key() : process.chance.uuid();
    std::optional<Cancels::Heard> heard;
    if (begun.journal) options.limits.stop = heard.emplace(*shared.cancels, *begun.journal).stop();
    const auto watching = observer ? observer(line.id, redactor) : nullptr;
    Nobody nobody;
    world::NoJournal forgetful;
    world::World world{process,
                       secrets,
                       begun.journal ? static_cast<world::Journal&>(*begun.journal) : forgetful,
                       watching ? *watching : nobody,
                       redactor,
                       &files};
    return {.life = live(workflow, world, std::move(options), begun.journal.get()),
            .redactor = &redactor};
}

void Each::work(Shared& shared) const try {
    while (true) {
        std::optional<EachLine> line;
        {
            const std::scoped_lock lock(shared.mutex);
            if (shared.over || stop.stop_requested()) return;
            line = next();
            shared.over = !line;
            if (!line) return;
            began(*line);
        }
        world::Redactor redactor;
        auto end = one(*line, redactor, shared);
        // What cannot be kept for one can be kept for none.
        if (end.life.left && end.life.left->title != "rest") shared.end();
        const std::scoped_lock lock(shared.mutex);
        ended(*line, end);
    }
} catch (...) {
    shared.end(std::current_exception());
}

void Each::run() const {
    Shared shared;
    if (state) shared.cancels.emplace();
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < jobs; ++i) threads.emplace_back([&] { work(shared); });
    work(shared);
    threads.clear();
    if (shared.thrown) std::rethrow_exception(shared.thrown);
}

}  // namespace tenon::runs
