// SPDX-License-Identifier: Apache-2.0
#include "store/state/folder.h"

#include <string.h>

#include "store/state/faults.h"
#include "store/state/run_seal.h"
#include "store/state/seal.h"

namespace tenon::store {
namespace {

constexpr std::string_view kKeyPlace = "meta.key", kTextPlace = "text.body";

std::optional<std::string> keptKey(Database& database) {
    Query query(database, "SELECT key FROM meta WHERE key IS NOT NULL");
    if (!query.next()) return std::nullopt;
    return query.bytesAt(0);
}

}  // namespace

Folder::Folder(StateFiles files, std::optional<Key> master, Now now)
    : files_(std::move(files)),
      master_(std::move(master)),
      now_(std::move(now)),
      locks_(files_),
      writer_(files_, locks_),
      reader_(files_, Database::Access::read) {
    settleKey();
}

// A key that does not open what is here is found out before anything is written.
void Folder::settleKey() {
    auto kept = read([this](Database& database) {
        if (auto refused = refuseMixed(database)) throw StepError(*std::move(refused));
        return keptKey(database);
    });
    if (!master_) return;
    if (!kept) {
        const auto problem = writer_.write([this, &kept](Database& database) {
            kept = keptKey(database);
            if (kept) return refuseMixed(database);
            kept = seal(*master_, kKeyPlace, Key::fresh().bytes());
            Query(database, "INSERT INTO meta (one, key) VALUES (1, ?)").blob(*kept).run();
            return refuseMixed(database);
        });
        if (problem) throw StepError(*problem);
    }
    auto opened = unseal(*master_, kKeyPlace, *kept);
    if (!opened)
        throw StepError(stateError("wrong key", "The key does not open the state folder " + name() +
                                                    ": it was begun with another one, or put under "
                                                    "another one since. Name the right key file."));
    sealedTexts_ = *kept;
    texts_ = std::make_unique<Key>(opened.value());
    explicit_bzero(opened.value().data(), opened.value().size());
}

std::optional<Error> Folder::refuseMixed(Database& database) const {
    if (const auto kept = keptKey(database)) {
        if (master_ && !sealedTexts_.empty() && *kept != sealedTexts_)
            return stateError("wrong key", "The key of the state folder " + name() +
                                               " was changed since this process opened it. Begin "
                                               "anew with the new key.");
        if (master_) return std::nullopt;
        return stateError("key missing",
                          "The runs in the state folder " + name() +
                              " are sealed. Name the key file that it was begun with.");
    }
    if (!master_ || database.number("SELECT count(*) FROM (SELECT 1 FROM run LIMIT 1)") == 0)
        return std::nullopt;
    return stateError("not sealed",
                      "The state folder " + name() +
                          " holds runs that are not sealed: it was begun without a key. "
                          "Name another folder, or no key file.");
}

void Folder::changeKey(const Key& fresh) {
    if (!master_)
        throw StepError(
            stateError("not sealed", "The runs in the state folder " + name() +
                                         " are not sealed: there is no key to change."));
    auto problem = writer_.write([&](Database& database) -> std::optional<Error> {
        if (auto refused = refuseMixed(database)) return refused;
        Query(database, "UPDATE meta SET key = ?")
            .blob(seal(fresh, kKeyPlace, texts_->bytes()))
            .run();
        Query runs(database, "SELECT run, uuid, key FROM run");
        while (runs.next()) {
            auto own = RunSeal::kept(&*master_, runs.bytesAt(1), runs.bytesAt(2));
            if (!own) return own.error();
            Query(database, "UPDATE run SET key = ? WHERE run = ?")
                .blob(own.value().wrappedKey(&fresh))
                .number(runs.numberAt(0))
                .run();
        }
        return std::nullopt;
    });
    if (problem) throw StepError(*std::move(problem));
}

std::string Folder::keepText(Database& database, const std::string& text) const {
    auto digest = keyedDigest(texts_ ? texts_->bytes() : kTextPlace, text);
    {
        Query known(database, "SELECT 1 FROM text WHERE digest = ?");
        if (known.blob(digest).next()) return digest;
    }
    const auto place = std::string(kTextPlace) + digest;
    Query(database, "INSERT INTO text (digest, body) VALUES (?, ?)")
        .blob(digest)
        .blob(texts_ ? seal(*texts_, place, text) : wrap(place, text))
        .run();
    return digest;
}

Result<std::string> Folder::keptText(Database& database, const std::string& digest) const {
    Query query(database, "SELECT body FROM text WHERE digest = ?");
    const auto place = std::string(kTextPlace) + digest;
    const auto record = query.blob(digest).next() ? query.bytesAt(0) : std::string();
    return texts_ ? unseal(*texts_, place, record) : unwrap(place, record);
}

}  // namespace tenon::store
