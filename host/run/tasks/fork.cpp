// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/fork.h"

#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>

#include "run/done.h"
#include "run/undo.h"

namespace tenon::run {
namespace {

// What the branches of one fork share.
struct Race {
    Race(std::size_t branches, const Position& position)
        : decision(position.text + "/@decided"), results(branches) {}

    const std::string decision;  // where it is recorded

    std::mutex mutex;
    std::vector<std::optional<Result<Outcome>>> results;
    std::optional<std::size_t> decided;  // the branch that won, or the first that faulted
    std::size_t last = 0;                // that came in
    std::exception_ptr left;             // the run: nothing of this counts
    std::stop_source others;             // stops every branch that still runs
};

class Fork final : public Task {
  public:
    Fork(Common common, TaskList branches, bool compete)
        : Task(std::move(common)), branches_(std::move(branches)), compete_(compete) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        Race race(branches_.tasks.size(), position);
        const std::stop_callback outside(frame.limits.stop, [&] { race.others.request_stop(); });
        std::vector<Frame> frames(branches_.tasks.size(), frame);
        for (auto& one : frames) {
            one.limits.stop = race.others.get_token();
            ++one.depth;
        }
        const auto work = [&](std::size_t i) { branch(frames[i], scope.dot, position, race, i); };
        if (const auto known = frame.run.world.journal.recorded(race.decision)) {
            again(frames, frame, position, race,
                  static_cast<std::size_t>(*known->result.value().integer()), work);
        } else {
            std::vector<std::jthread> threads;
            std::size_t i = 0;
            for (; i + 1 < frames.size(); ++i) {
                try {
                    threads.emplace_back(work, i);
                } catch (const std::system_error& e) {
                    came(frame.run, race, i, notStarted(*branches_.tasks[i], frame, e));
                }
            }
            work(i);  // this thread would only wait
        }
        if (race.left) std::rethrow_exception(race.left);
        if (compete_) leaveLosers(frame, position, race);
        if (compete_ && !race.decided) race.last = lastOf(frame.run, position, race);
        return compete_ ? winner(frame, frames, race) : all(frame, frames, race);
    }
    std::string action() const override { return "fork"; }

  private:
    void branch(Frame& frame, const Value& input, const Position& position, Race& race,
                std::size_t index) const {
        try {
            came(frame.run, race, index,
                 branches_.tasks[index]->run(frame, input, placeOf(position, index)));
        } catch (const world::Leave& leave) {
            const std::scoped_lock lock(race.mutex);
            race.left = std::current_exception();
            frame.run.rest();
            // Who rests lets the others end what they do; what can be kept no more is not waited
            // for.
            if (leave.why.title != "rest") race.others.request_stop();
        }
    }

    // What was decided in an earlier life of the run: the branch that decided goes its way again,
    // and the others theirs, as far as they came: what they made may have to be undone.
    void again(std::vector<Frame>& frames, const Frame& frame, const Position& position, Race& race,
               std::size_t index, const std::function<void(std::size_t)>& work) const {
        race.decided = index;
        race.others.request_stop();
        frames[index].limits.stop = frame.limits.stop;
        work(index);
        for (std::size_t i = 0; i < branches_.tasks.size(); ++i) {
            if (i == index) continue;
            frames[i].again = true;
            work(i);
            const auto unasked = frame.run.world.journal.skip(placeOf(position, i).text);
            for (const auto& act : unasked) frame.run.know(act);
        }
    }

    [[nodiscard]] Position placeOf(const Position& position, std::size_t index) const {
        const auto& name = branches_.tasks[index]->common().name;
        return position.key("fork").key("branches").item(index, name);
    }

    // All faulted, and the last one speaks: the same in every life of the run.
    static std::size_t lastOf(Run& run, const Position& position, const Race& race) {
        const auto last = run.choose(position.text + "/@last",
                                     [&] { return Value(static_cast<std::int64_t>(race.last)); });
        return static_cast<std::size_t>(*last.integer());
    }

    // What the others did leads nowhere. Where there is a winner, what they made is undone before
    // the run goes on, if the manifest says how.
    void leaveLosers(const Frame& frame, const Position& position, const Race& race) const {
        Run& run = frame.run;
        for (std::size_t i = 0; i < branches_.tasks.size(); ++i) {
            if (i == race.decided) continue;
            const auto place = placeOf(position, i);
            run.acts.strand(place.text);
            if (!race.decided || !run.outermost.undoings.any(place.text)) continue;
            run.choose(place.text + std::string(world::kLost), [] { return Value(true); });
            const auto came = undo(run, place, lost());
            if (came.left.empty()) continue;
            Event told = event(Event::Kind::log, frame, position);
            told.text = came.leftText();
            run.tell(std::move(told));
        }
    }
    // The same in every life of the run.
    static Error lost() {
        return makeError(ErrorKind::cancelled, "lost",
                         "Another branch of the fork completed first.");
    }

    static Error notStarted(const Task& task, const Frame& frame,
                            const std::system_error& problem) {
        Error error = makeError(ErrorKind::runtime, "internal",
                                "The branch was not begun: there is no thread for it (" +
                                    problem.code().message() + ").");
        task.place(error, frame);
        return error;
    }

    void came(Run& run, Race& race, std::size_t index, Result<Outcome> result) const {
        const std::scoped_lock lock(race.mutex);
        const bool decides = result.ok() == compete_;
        race.results[index] = std::move(result);
        race.last = index;
        if (!decides || race.decided || race.left) return;
        run.choose(race.decision, [&] { return Value(static_cast<std::int64_t>(index)); });
        race.decided = index;
        race.others.request_stop();
    }

    // The branches that were stopped may have been in the middle of a call.
    static Error fault(const Race& race, std::size_t index) {
        Error error = race.results[index]->error();
        for (std::size_t i = 0; i < race.results.size(); ++i)
            if (i != index && !race.results[i]->ok())
                error = alsoDone(std::move(error), race.results[i]->error());
        return error;
    }

    static Result<Outcome> winner(Frame& frame, const std::vector<Frame>& frames,
                                  const Race& race) {
        // All faulted: the last error, which is also the run's own end if that stopped them.
        if (!race.decided) return fault(race, race.last);
        frame.context = frames[*race.decided].context;
        return ended(*race.results[*race.decided]);
    }

    static Result<Outcome> all(Frame& frame, const std::vector<Frame>& frames, const Race& race) {
        if (race.decided) return fault(race, *race.decided);
        Array outputs;
        std::optional<Flow> flow;
        Value context = frame.context;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const auto& outcome = race.results[i]->value();
            outputs.push_back(outcome.output);
            if (outcome.flow && outcome.flow->kind == Flow::Kind::end) flow = outcome.flow;
            context = merged(context, frame.context, frames[i].context);
        }
        frame.context = std::move(context);
        return Outcome{std::move(outputs), flow};
    }

    // What a branch exported, on top of what the branches before it did: member by member where
    // both are objects.
    static Value merged(const Value& sum, const Value& before, const Value& after) {
        if (after == before) return sum;
        if (!sum.object() || !after.object()) return after;
        Object out = *sum.object();
        for (const auto& [name, value] : *after.object()) {
            const Value* old = before.find(name);
            if (!old || !(*old == value)) out.set(name, value);
        }
        return out;
    }

    TaskList branches_;
    bool compete_;
};

}  // namespace

std::unique_ptr<Task> loadFork(Loader& loader, manifest::MapReader& task, Common common) {
    manifest::MapReader reader(*task.required("fork"), "\"fork\"", loader.faults());
    const auto* list = reader.required("branches");
    auto branches = loader.tasks(list);
    // Branches run side by side: none comes after another.
    for (const auto& item : list ? list->items : std::vector<manifest::Node>())
        for (const auto& branch : item.entries)
            if (const auto* then = branch.value.find("then"))
                if (then->text() && *then->text() != "continue" && *then->text() != "exit" &&
                    *then->text() != "end")
                    loader.faults().add(*then,
                                        "a branch of a fork leads nowhere but to its end; "
                                        "wanted continue, exit or end");
    const bool compete = reader.optionalBoolean("compete").value_or(false);
    reader.finish();
    return std::make_unique<Fork>(std::move(common), std::move(branches), compete);
}

}  // namespace tenon::run
