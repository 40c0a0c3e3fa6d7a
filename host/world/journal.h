// SPDX-License-Identifier: Apache-2.0
// The record of a run: whatever it learns from outside, and whatever it decides by time or chance,
// passes here and nowhere else. A run that is resumed gets it from the record and asks nobody.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"
#include "world/position.h"

namespace tenon::world {

// What may happen to a question that was begun and has no answer, because the process ended. The
// numbers are written to journals: none ever changes its meaning.
enum class Asking : std::uint8_t {
    act = 1,     // it may not be asked twice: its outcome is unknown
    look = 2,    // it is asked again
    choice = 3,  // the engine decides again
};

struct Question {
    std::string position;  // once in a run: "/do/0/create"
    Asking kind = Asking::look;
    Value what{};          // what goes out: an answer to anything else is not its answer
    std::string action{};  // of an act, for a person: "call CreateSageCRMInstance"
    // It is asked again, and acts all the same: by questions about its parts (position.h).
    bool parts = false;
    // What it is answered has an effect outside, as an event that is told has: the answer is on
    // disk before it is given. Else it is there before the next act begins, and soon anyway.
    bool told = false;

    // Is the answer on disk before it is given?
    [[nodiscard]] bool isKeptFirst() const { return kind == Asking::act || parts || told; }
};

struct Answer {
    Result<Value> result;
    Value raw{};  // what came back where the result is an Error and does not hold it; else null
};

// Leaves the run, which can be gone on with later: its record cannot be kept, or it is to rest.
// Nothing is recorded of what is under way. Not a std::exception, so that nobody takes it for the
// error of a task; whoever owns the run catches it, and whoever starts a thread carries it over.
struct Leave {
    Error why;
};

// Any thread; one position is asked by one thread at a time.
class Journal {
  public:
    using Ask = std::function<Answer()>;

    Journal() = default;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    virtual ~Journal() = default;

    // The recorded answer, if there is one. Else what `ask` gives, with the question kept before
    // and the answer after, and given as it will be given again. An act that was begun and not
    // ended is not asked: its answer is an Error (runtime, "interrupted", done: maybe). Throws
    // Leave, and what `ask` throws.
    virtual Answer once(const Question& question, const Ask& ask) = 0;
    // What an earlier life of the run kept at this position, if it was answered; nobody is asked.
    virtual std::optional<Answer> recorded(const std::string& position) {
        static_cast<void>(position);
        return std::nullopt;
    }
    // What an earlier life kept at this position and inside it will not be asked for: the run went
    // another way. Gives its acts. What was undone afterwards, by undoings, is none of it.
    struct Earlier {
        Question question;
        Answer answer;
    };
    virtual std::vector<Earlier> skip(std::string_view position) {
        static_cast<void>(position);
        return {};
    }
    // Was something that was done at this position, or inside it, done by an earlier run?
    [[nodiscard]] virtual bool takenOver(std::string_view position) const {
        static_cast<void>(position);
        return false;
    }
    // Is this another life of the run than its first?
    [[nodiscard]] virtual bool resumed() const { return false; }
    // Is there an answer of an earlier life, or an act without one, that was neither asked for nor
    // skipped yet, at this position or inside it? Then what happens before it happened before: it
    // was not stopped, and its time was not up. What was undone afterwards counts only where the
    // position is an undoing's.
    [[nodiscard]] virtual bool replaying(std::string_view position) const {
        static_cast<void>(position);
        return false;
    }
};

// For runs that nobody resumes.
class NoJournal final : public Journal {
  public:
    Answer once(const Question&, const Ask& ask) override { return ask(); }
};

// Hears of the acts of a run. Any thread.
class ActWatch {
  public:
    ActWatch() = default;
    ActWatch(const ActWatch&) = delete;
    ActWatch& operator=(const ActWatch&) = delete;
    virtual ~ActWatch() = default;

    // An Error where the act is not to be begun.
    virtual std::optional<Error> began(const Question& question) = 0;
    // May be told twice: what was made, and how that ended.
    virtual void ended(const Question& question, const Answer& answer) = 0;
};

// A journal with some who hear of its acts, one after the other.
class WatchedJournal final : public Journal {
  public:
    // All outlive it.
    WatchedJournal(Journal& journal, std::vector<ActWatch*> watches)
        : journal_(journal), watches_(std::move(watches)) {}

    Answer once(const Question& question, const Ask& ask) override;
    std::optional<Answer> recorded(const std::string& position) override {
        return journal_.recorded(position);
    }
    std::vector<Earlier> skip(std::string_view position) override {
        return journal_.skip(position);
    }
    [[nodiscard]] bool takenOver(std::string_view position) const override {
        return journal_.takenOver(position);
    }
    [[nodiscard]] bool resumed() const override { return journal_.resumed(); }
    [[nodiscard]] bool replaying(std::string_view position) const override {
        return journal_.replaying(position);
    }

  private:
    Journal& journal_;
    const std::vector<ActWatch*> watches_;
};

inline Answer WatchedJournal::once(const Question& question, const Ask& ask) {
    const auto position = wholeOf(question.position);
    if (question.kind == Asking::act && position) {
        auto answer = journal_.once(question, ask);
        Question whole = question;
        whole.position = *position;
        // What it made is known before it has ended; what is not known, it goes on to find out.
        if (answer.result)
            for (auto* watch : watches_) watch->ended(whole, answer);
        return answer;
    }
    if (question.kind != Asking::act && !question.parts) return journal_.once(question, ask);
    for (auto* watch : watches_)
        if (auto refused = watch->began(question)) return {*std::move(refused)};
    auto answer = journal_.once(question, ask);
    for (auto* watch : watches_) watch->ended(question, answer);
    return answer;
}

}  // namespace tenon::world
