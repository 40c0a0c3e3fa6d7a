// SPDX-License-Identifier: Apache-2.0
// What the tests of kept runs share.
#pragma once

#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <memory>
#include <string>

#include "store/state/keeper.h"
#include "support/child.h"
#include "support/folder.h"

namespace given {

using tenon::store::NewRun;
using tenon::store::RunJournal;
using tenon::store::State;
using tenon::world::Answer;
using tenon::world::Asking;
using tenon::world::Question;

inline const std::string kKeyText =
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

inline NewRun run(const std::string& id) {
    NewRun run;
    run.id = id;
    run.manifestPath = "flows/create.yaml";
    run.document = {"sales", "create", "1.2.0", "Create an instance"};
    run.manifestText = "document: {}\n";
    run.pins = tenon::Object{{"plugins", tenon::Array{"cloudelements 1.0"}}};
    run.input = tenon::Object{{"password", tenon::Secret("hush-hush")}, {"n", 1.0}};
    run.begun = std::chrono::system_clock::time_point(std::chrono::seconds(1'800'000'000));
    return run;
}

// What a test wants and did not get, as its message.
template <class T>
T get(tenon::Result<T> result) {
    CPPUNIT_ASSERT_MESSAGE(result ? "" : result.error().detail, result.ok());
    return std::move(result).value();
}

inline std::unique_ptr<State> open(const std::string& folder, const std::string& key = "") {
    return get(tenon::store::openFolder(
        folder, key.empty() ? std::nullopt : std::optional<std::string>(key)));
}

inline Question act(const std::string& position, const tenon::Value& what = {}) {
    return {position, Asking::act, what, "call Create"};
}
inline Question look(const std::string& position, const tenon::Value& what = {}) {
    return {position, Asking::look, what, "get"};
}
inline Question choice(const std::string& position) { return {position, Asking::choice, {}, ""}; }

inline RunJournal::Ask gives(tenon::Value value) {
    return [value = std::move(value)] { return Answer{value}; };
}
// For what may not be asked.
inline Answer never() {
    CPPUNIT_FAIL("asked");
    return {tenon::Value()};
}

// "TITLE: DETAIL", `folder` as FOLDER; of what is no error, "none".
inline std::string text(const std::optional<tenon::Error>& error, const std::string& folder = "") {
    if (!error) return "none";
    auto text = error->title + ": " + error->detail;
    if (folder.empty()) return text;
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder))
        text.replace(at, folder.size(), "FOLDER");
    return text;
}
template <class T>
std::string text(const tenon::Result<T>& result, const std::string& folder = "") {
    return text(result ? std::nullopt : std::optional<tenon::Error>(result.error()), folder);
}
// Of what leaves the run.
template <class Code>
std::string left(Code&& code, const std::string& folder = "") {
    try {
        code();
    } catch (const tenon::world::Leave& leave) {
        return text(leave.why, folder);
    }
    return "none";
}

// A place for a state folder, and a key.
class StateFixture : public CppUnit::TestFixture {
  protected:
    const support::Folder folder_;
    const std::string key_ = folder_.write("key", kKeyText);
    const std::string place_ = folder_.path("state");

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
};

// Runs `code` in a process of its own; gives its exit code, or 128 + the signal that ended it.
inline int inChild(const std::function<void()>& code) {
    const pid_t child = support::forkAlone();
    if (child == 0) {
        try {
            code();
        } catch (const CppUnit::Exception& e) {
            ::fprintf(stderr, "in a child: %s\n", e.what());
            ::_exit(70);
        } catch (...) {
            ::_exit(71);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace given
