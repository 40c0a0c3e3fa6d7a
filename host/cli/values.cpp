// SPDX-License-Identifier: Apache-2.0
#include "cli/values.h"

#include <algorithm>
#include <optional>

#include "cli/failure.h"
#include "cli/read_file.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind the quote that closes a text, or the end.
std::size_t textEnd(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

// Behind the value that begins there, if it is one of JSON.
std::size_t valueEnd(std::string_view text, std::size_t at) {
    if (text[at] == '"') return textEnd(text, at);
    if (text[at] != '{' && text[at] != '[')
        return std::min(text.find_first_of(" \t\r\n{}[],:\"", at + 1), text.size());
    std::size_t open = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = textEnd(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[') ++open;
        if ((c == '}' || c == ']') && --open == 0) break;
    }
    return at;
}

struct Stream {
    std::vector<Value> values;
    std::string fault;  // of the first that is none
    std::size_t line = 1;
};

Stream read(std::string_view text) {
    Stream out;
    std::size_t counted = 0;
    for (auto at = text.find_first_not_of(kBlanks); at < text.size();) {
        const auto end = valueEnd(text, at);
        auto value = json::read(text.substr(at, end - at));
        if (!value) {
            out.line += std::count(text.begin() + counted, text.begin() + at, '\n');
            out.fault = value.error().detail;
            return out;
        }
        out.values.push_back(std::move(value).value());
        at = text.find_first_not_of(kBlanks, end);
    }
    return out;
}

}  // namespace

std::vector<Value> readValues(const std::string& path) {
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    const std::string file = readFile(path);
    std::string_view text = file;
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    auto stream = read(text);
    if (stream.fault.empty()) return std::move(stream.values);
    manifest::Faults faults;
    const bool json = path.ends_with(".json");
    const auto node = manifest::readAny(text, json, faults, manifest::kMostDataValues);
    if (node) return {node->value()};
    const std::string name = path == "-" ? "<stdin>" : path;
    // Where the first value is one, the file is a stream, and the fault is in a later one.
    throw Failure(kBadInput, stream.values.empty() ? faults.text(name)
                                                   : name + ":" + std::to_string(stream.line) +
                                                         ": " + stream.fault + "\n");
}

}  // namespace tenon::cli
