// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_each.h"

namespace tenon::expr {

Value partOf(const RegexSearch& search, const Value& text, std::size_t group) {
    if (!search.took(group)) return nullptr;
    const auto begin = search.begin(group);
    return like(text, std::string(search.text().substr(begin, search.end(group) - begin)));
}

Value nameOf(const RegexSearch& search, const Value& pattern, std::size_t group) {
    if (search.name(group).empty()) return nullptr;
    return like(pattern, search.name(group));
}

Value captured(Machine& machine, RegexSearch& search, const Value& text, const Value& pattern) {
    Object groups;
    for (std::size_t i = 1; i <= search.groups(); ++i)
        if (const Value name = nameOf(search, pattern, i); !name.isNull())
            groups.set(machine.name(name), partOf(search, text, i));
    return groups;
}

std::size_t sizeOf(const RegexSearch& search) {
    std::size_t size = 0;
    for (std::size_t i = 0; i <= search.groups(); ++i)
        size += 300 + (search.took(i) ? search.end(i) - search.begin(i) : 0);
    return size;
}

}  // namespace tenon::expr
