// SPDX-License-Identifier: Apache-2.0
#include "store/state/keeper.h"

#include "store/state/beginning.h"
#include "store/state/checking.h"
#include "store/state/ending.h"
#include "store/state/listing.h"

namespace tenon::store {
namespace {

// What `code` gives; what it throws, as a value.
template <class Code>
auto guarded(Code&& code) -> Result<decltype(code())> {
    try {
        return code();
    } catch (const StepError& e) {
        return e.error();
    } catch (const std::exception& e) {
        return makeError(ErrorKind::runtime, "internal",
                         std::string("The runs cannot be read: ") + e.what() + ".");
    }
}

}  // namespace

Keeper::Keeper(StateFiles files, std::optional<Key> master, Folder::Now now)
    : folder_(std::move(files), std::move(master), std::move(now)) {}

Result<std::unique_ptr<RunJournal>> Keeper::begin(const NewRun& run) {
    return guarded([&] { return beginRun(folder_, run); });
}

Result<std::unique_ptr<RunJournal>> Keeper::resume(const std::string& id) {
    return guarded([&] { return resumeRun(folder_, id); });
}

Result<std::vector<RunRow>> Keeper::list(std::int64_t after, std::size_t most) {
    return guarded([&] { return listRuns(folder_, after, most); });
}

Result<RunRow> Keeper::find(const std::string& id) {
    return guarded([&] { return findRun(folder_, id); });
}

Result<NewRun> Keeper::given(const std::string& id) {
    return guarded([&] { return givenOf(folder_, id); });
}

Result<world::Answer> Keeper::outcome(const std::string& id) {
    return guarded([&] { return outcomeOf(folder_, id); });
}

Result<std::vector<StepRow>> Keeper::steps(const std::string& id, std::int64_t after,
                                           std::size_t most) {
    return guarded([&] { return listSteps(folder_, id, after, most); });
}

Result<world::Checked> Keeper::check() {
    return guarded([&] { return checkAll(folder_); });
}

std::optional<Error> Keeper::cancel(const std::string& id, bool undoes) {
    const auto done = guarded([&] { return cancelRun(folder_, id, undoes), true; });
    return done ? std::nullopt : std::optional<Error>(done.error());
}

std::optional<Error> Keeper::changeKey(const std::string& keyFile) {
    const auto done = guarded([&] { return folder_.changeKey(Key::read(keyFile).value()), true; });
    return done ? std::nullopt : std::optional<Error>(done.error());
}

Result<std::size_t> Keeper::prune(std::chrono::system_clock::time_point before) {
    return guarded([&] { return pruneRuns(folder_, millis(before)); });
}

Result<std::unique_ptr<State>> openFolder(const std::string& folder,
                                          const std::optional<KeySource>& source, Folder::Now now) {
    return guarded([&]() -> std::unique_ptr<State> {
        std::optional<Key> key;
        if (source) key.emplace(Key::read(*source).value());
        return std::make_unique<Keeper>(StateFiles::prepare(folder).value(), std::move(key),
                                        std::move(now));
    });
}

}  // namespace tenon::store
