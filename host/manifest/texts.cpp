// SPDX-License-Identifier: Apache-2.0
#include "manifest/texts.h"

#include "manifest/json.h"

namespace tenon::manifest {
namespace {

void checkTexts(const Node& node, Faults& faults) {
    if (node.kind == Node::Kind::scalar && !node.text() && !node.isNull())
        faults.add(node,
                   std::string("wanted a string, found ") + node.describe() + "; put it in quotes");
    for (const auto& item : node.items) checkTexts(item, faults);
    for (const auto& entry : node.entries) checkTexts(entry.value, faults);
}

}  // namespace

Result<Value> readTexts(const std::string& path, std::string_view text) {
    Faults faults;
    const auto node = readAny(std::string(text), path.ends_with(".json"), faults);
    if (node && node->kind == Node::Kind::map) checkTexts(*node, faults);
    if (!node || !faults.empty())
        return makeError(ErrorKind::validation, "faults", faults.text(path));
    return node->value();
}

}  // namespace tenon::manifest
