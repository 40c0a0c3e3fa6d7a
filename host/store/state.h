// SPDX-License-Identifier: Apache-2.0
// Runs that outlive their process: one folder holds them, whoever drives one holds its RunJournal.
// What needs SQLite and OpenSSL is in a module (libtenon-state-VERSION.so), loaded with the first
// openState(). The format is in JOURNAL.md.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "world/runs.h"

namespace tenon::store {

using world::isFinished;
using world::NewRun;
using world::RunJournal;
using world::RunRow;
using world::RunState;
using world::State;
using world::StepRow;

// Where a key is found: 32 bytes as 64 hexadecimal digits or as base64.
struct KeySource {
    KeySource(std::string file) : path(std::move(file)) {}  // NOLINT: implicit
    // As it is; `name`: where it was, in messages.
    static KeySource text(std::string name, std::string key) {
        KeySource source(std::move(name));
        source.written = std::move(key);
        return source;
    }

    std::string path;  // of a file that its owner alone may read
    std::optional<std::string> written{};
};

// Opens a folder's runs; makes the folder where there is none. With a key what new runs hold is
// sealed. The Error says what is wrong with the folder, its disk or the key, before anything is
// written.
Result<std::unique_ptr<State>> openState(const std::string& folder,
                                         const std::optional<KeySource>& key);

// Writes a new key, mode 0600, to a file that is not there yet.
std::optional<Error> newKeyFile(const std::string& path);

}  // namespace tenon::store

// What is in the module; its only symbol is a list of them.
namespace tenon::store {
struct StateModule {
    Result<std::unique_ptr<State>> (*open)(const std::string& folder,
                                           const std::optional<KeySource>& key);
    std::optional<Error> (*newKeyFile)(const std::string& path);
};
}  // namespace tenon::store
extern "C" [[gnu::visibility("default")]] const tenon::store::StateModule tenon_state;
