// SPDX-License-Identifier: Apache-2.0
#include "manifest/node.h"

#include <algorithm>
#include <tuple>

#include "manifest/columns.h"

namespace tenon::manifest {

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

Value Node::value() const {
    if (kind == Kind::list) {
        Array out;
        for (const auto& item : items) out.push_back(item.value());
        return out;
    }
    if (kind == Kind::map) {
        Object out;
        for (const auto& entry : entries) out.set(entry.key, entry.value.value());
        return out;
    }
    return scalar;
}

std::optional<Place> Node::placeInText(std::size_t byte) const {
    if (!verbatim || !text()) return std::nullopt;
    const auto before = std::string_view(*text()).substr(0, byte);
    const auto lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const auto begin = before.rfind('\n') + 1;  // npos + 1 is 0
    const int characters = Columns(before).at(begin, before.size()) - 1;
    return Place{verbatim->begin.line + lines,
                 (lines > 0 ? verbatim->further : verbatim->begin.column) + characters};
}

const char* Node::describe() const {
    if (kind == Kind::list) return tenon::describe(Value::Kind::array);
    if (kind == Kind::map) return tenon::describe(Value::Kind::object);
    return tenon::describe(scalar.kind());
}

void Faults::add(Place place, std::string pointer, std::string text) {
    // What is used twice is read twice, and wrong only once.
    for (const auto& known : all_)
        if (known.pointer == pointer && known.text == text && known.place.line == place.line &&
            known.place.column == place.column)
            return;
    if (all_.size() < kMostFaults) all_.push_back({place, std::move(pointer), std::move(text)});
}

std::string Faults::text(std::string_view file) const {
    auto sorted = all_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fault& a, const Fault& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    std::string out;
    for (const auto& fault : sorted) {
        out.append(file).append(":" + std::to_string(fault.place.line));
        out += ":" + std::to_string(fault.place.column) + ": ";
        if (!fault.pointer.empty()) out += fault.pointer + ": ";
        out += fault.text + "\n";
    }
    return out;
}

}  // namespace tenon::manifest
