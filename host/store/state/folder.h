// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "store/state/key.h"
#include "store/state/writer.h"

namespace tenon::store {

// Times are kept in milliseconds since 1970.
inline std::int64_t millis(std::chrono::system_clock::time_point time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}
inline std::chrono::system_clock::time_point timeOf(std::int64_t millis) {
    return std::chrono::system_clock::time_point(std::chrono::milliseconds(millis));
}

// A state folder that is open: its files, locks, keys and connections. Any thread.
class Folder {
  public:
    using Now = std::function<std::chrono::system_clock::time_point()>;

    // Throws StepError where the folder or the key is wrong.
    Folder(StateFiles files, std::optional<Key> master, Now now);

    [[nodiscard]] const std::string& name() const { return files_.folder(); }
    // Seals the keys of the runs; nullptr where nothing is sealed.
    [[nodiscard]] const Key* master() const { return master_ ? &*master_ : nullptr; }
    [[nodiscard]] std::int64_t now() const { return millis(now_()); }
    Locks& locks() { return locks_; }
    Writer& writer() { return writer_; }

    // What `read` gives, on a connection that cannot write. All that it asks for is of one moment,
    // whatever others write meanwhile. Short, because the log cannot be begun anew until then.
    // Throws StepError.
    template <class Read>
    auto read(Read&& read) {
        const std::scoped_lock lock(reading_);
        const Moment moment(reader_);
        return read(reader_);
    }

    // A text that many runs share, in the transaction of the caller; gives the name it is found by.
    std::string keepText(Database& database, const std::string& text) const;
    Result<std::string> keptText(Database& database, const std::string& digest) const;
    // Sealed folders hold no plain runs, and the other way round.
    [[nodiscard]] std::optional<Error> refuseMixed(Database& database) const;
    // Seals all keys with another master key, in one transaction. Throws StepError:
    // `configuration`, title "not sealed" where there are none. The folder is to be opened anew
    // after that.
    void changeKey(const Key& fresh);

  private:
    void settleKey();

    const StateFiles files_;
    const std::optional<Key> master_;
    const Now now_;
    Locks locks_;
    Writer writer_;
    std::unique_ptr<Key> texts_;  // seals the texts
    std::string sealedTexts_;     // that key, as it was when the folder was opened
    std::mutex reading_;
    Database reader_;
};

}  // namespace tenon::store
