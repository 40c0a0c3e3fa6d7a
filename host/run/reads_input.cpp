// SPDX-License-Identifier: Apache-2.0
#include "run/reads_input.h"

#include <cctype>
#include <string_view>

#include "expr/expression.h"

namespace tenon::run {
namespace {

bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// `.name` that stands alone, before any pipe.
bool readsMember(std::string_view text) {
    text = text.substr(0, text.find('|'));
    for (auto at = text.find('.'); at != text.npos; at = text.find('.', at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const char after = at + 1 < text.size() ? text[at + 1] : ' ';
        const bool alone = !isWord(before) && std::string_view(")]}\".?").find(before) == text.npos;
        if (alone && (std::isalpha(static_cast<unsigned char>(after)) || after == '_' ||
                      after == '[' || after == '"'))
            return true;
    }
    return text.find("$input.") != text.npos || text.find("$input[") != text.npos;
}

template <class Reads>
bool anywhere(const Value& value, const Reads& reads) {
    if (const auto* text = value.string()) {
        const auto inner = expr::unwrapped(*text);
        return inner && reads(std::string_view(*inner));
    }
    if (const auto* array = value.array())
        for (const auto& item : *array)
            if (anywhere(item, reads)) return true;
    if (const auto* object = value.object())
        for (const auto& member : *object)
            if (anywhere(member.value, reads)) return true;
    return false;
}

// The work of a task on its input: not what comes of its output.
bool workReads(const Value& task) {
    if (!task.object()) return false;
    for (const auto& [key, value] : *task.object())
        for (const char* work :
             {"if", "with", "set", "switch", "for", "wait", "emit", "raise", "run"})
            if (key == work && anywhere(value, readsMember)) return true;
    return false;
}

}  // namespace

bool readsInput(const Value& manifest) {
    const auto* input = manifest.find("input");
    if (input && input->find("from")) return true;
    const auto names = [](std::string_view text) {
        return text.find("$workflow.input") != text.npos;
    };
    const auto* tasks = manifest.find("do");
    if (!tasks || !tasks->array() || tasks->array()->empty()) return false;
    if (anywhere(*tasks, names)) return true;
    const auto* first = tasks->array()->front().object();
    return first && !first->empty() && workReads(first->begin()->value);
}

}  // namespace tenon::run
