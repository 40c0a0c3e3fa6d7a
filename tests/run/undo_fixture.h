// SPDX-License-Identifier: Apache-2.0
// A remote side on which a run makes things and unmakes them, and which outlives the run.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <mutex>
#include <set>

#include "fakes/fake_world.h"
#include "fakes/mortal_journal.h"
#include "tenon/json.h"
#include "tenon/keep.h"
#include "tenon/once.h"

class UndoFixture : public CppUnit::TestFixture {
  protected:
    using Context = tenon::Context;
    using Done = tenon::Done;
    using FakeWorld = fakes::FakeWorld;
    template <class T>
    using Result = tenon::Result<T>;
    using Value = tenon::Value;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::Error refused(const std::string& why) {
        return tenon::makeError(tenon::ErrorKind::communication, "no", why);
    }

    // What there is, by name.
    std::set<std::string> there_;
    std::multiset<std::string> made_;
    std::string log_;
    std::mutex mutex_;

    // {make: NAME}, {unmake: NAME}, {fails: WHY}, and `then: WHY` for what fails when it is done.
    Result<Value> does(const Value& inputs, Context& context) {
        const auto text = [&](const char* name) {
            const auto* found = inputs.find(name);
            return found && found->string() ? *found->string() : std::string();
        };
        const auto name = text("make"), gone = text("unmake"), why = text("fails");
        const std::scoped_lock lock(mutex_);
        if (!why.empty()) return refused(why);
        if (!gone.empty()) {
            log_ += "unmake " + gone + "\n";
            there_.erase(gone);
            return Value(tenon::Object{{"existed", true}});
        }
        auto& once = *static_cast<tenon::Once*>(context.extension(tenon::Once::kId));
        const auto act = [&] {
            return once.act(inputs, [&]() -> Result<Value> {
                log_ += "make " + name + "\n";
                there_.insert(name);
                made_.insert(name);
                return Value(tenon::Object{{"id", name}});
            });
        };
        if (once.past().again && there_.contains(name)) return made(inputs, name, context);
        auto result = act();
        if (!result && result.error().done == Done::maybe && !there_.contains(name)) result = act();
        return result || there_.contains(name) ? made(inputs, name, context) : result;
    }
    static Result<Value> made(const Value& inputs, const std::string& name, Context& context) {
        const Value out = tenon::Object{{"id", name}};
        tenon::keep(context, out);
        if (const auto* then = inputs.find("then")) {
            auto error = refused(*then->string());
            error.done = Done::yes;
            return error;
        }
        return out;
    }

    void equip(FakeWorld& world) {
        world.steps.known.push_back(
            {.name = "Make", .version = "1.0.0", .summary = "", .plugin = "p", .once = true});
        world.steps.known.push_back({.name = "Unmake",
                                     .version = "1.0.0",
                                     .summary = "",
                                     .plugin = "p",
                                     .idempotent = true});
        world.steps.does = [this](const Value& inputs, Context& context) {
            return does(inputs, context);
        };
    }
    static std::string make(const std::string& name, const std::string& undo) {
        return "{call: Make, with: {make: " + name + "}, metadata: {undo: [" + undo + "]}}";
    }
    static std::string made(const std::string& name) {
        return "  - " + name + ": " +
               make(name, "{unmake: {call: Unmake, with: {unmake: '${ .id }'}}}") + "\n";
    }
    std::string outcome(const std::string& tasks, FakeWorld* given = nullptr) {
        FakeWorld own;
        auto& world = given ? *given : own;
        equip(world);
        return world.outcome(tasks);
    }
    static std::string failing() { return "  - fail: {call: Unmake, with: {fails: No more.}}\n"; }
};
