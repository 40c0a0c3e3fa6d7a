// SPDX-License-Identifier: Apache-2.0
#include "store/state/run_head.h"

#include "store/codec.h"

namespace tenon::store {
namespace {

std::string textOf(const Value& value, std::string_view member) {
    const auto* text = value.find(member);
    return text && text->string() ? *text->string() : std::string();
}

std::vector<std::string> textsOf(const Value& value, std::string_view member) {
    std::vector<std::string> out;
    const auto* list = value.find(member);
    if (!list || !list->array()) return out;
    for (const auto& item : *list->array())
        if (const auto* text = item.string()) out.push_back(*text);
    return out;
}

}  // namespace

RunHead headAt(const Query& query) {
    RunHead run;
    run.number = query.numberAt(0);
    run.id = query.bytesAt(1);
    run.uuid = query.bytesAt(2);
    run.key = query.bytesAt(3);
    run.head = query.bytesAt(4);
    run.state = static_cast<RunState>(query.numberAt(5));
    run.begun = query.numberAt(6);
    run.changed = query.numberAt(7);
    run.epoch = query.numberAt(8);
    run.driver = query.numberAt(9);
    run.stopAsked = query.numberAt(10) != 0;
    return run;
}

RunHead headOf(Database& database, const Folder& folder, const std::string& id) {
    Query query(database, "SELECT " TENON_RUN_HEAD " FROM run WHERE id = ?");
    if (query.text(id).next()) return headAt(query);
    throw StepError(makeError(ErrorKind::configuration, "missing",
                              "There is no run " + id + " in " + folder.name() +
                                  ". Look at the names of those that are there."));
}

RunSeal sealOf(const Folder& folder, const RunHead& run) {
    auto seal = RunSeal::kept(folder.master(), run.uuid, run.key).value();
    const auto head = decodeValue(seal.open("run.head", "", run.head).value()).value();
    if (auto digests = textOf(head, "digests"); !digests.empty())
        seal.keepTo(std::move(digests), textsOf(head, "earlier"));
    return seal;
}

std::string closeHead(const RunSeal& seal, const NewRun& run) {
    Object head{{"namespace", run.document.space},
                {"name", run.document.name},
                {"version", run.document.version},
                {"title", run.document.title},
                {"path", run.manifestPath}};
    if (!run.from.run.empty()) {
        head.set("digests", std::string(seal.digestKey()));
        head.set("earlier", Array(seal.earlier().begin(), seal.earlier().end()));
    }
    return seal.close("run.head", "", encode(head));
}

void openHead(const RunSeal& seal, const std::string& head, RunRow& row) {
    const auto value = decodeValue(seal.open("run.head", "", head).value()).value();
    row.document = {textOf(value, "namespace"), textOf(value, "name"), textOf(value, "version"),
                    textOf(value, "title")};
    row.manifestPath = textOf(value, "path");
}

}  // namespace tenon::store
