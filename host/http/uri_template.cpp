// SPDX-License-Identifier: Apache-2.0
#include "http/uri_template.h"

#include <Poco/URI.h>

#include <algorithm>

#include "expr/inside.h"
#include "tenon/json.h"

namespace tenon::http {
namespace {

Error invalid(ErrorKind kind, const std::string& where, const std::string& text) {
    return makeError(kind, "invalid URI template", "In " + where + ": " + text);
}

// `value` is nullptr, null or an empty text.
Error empty(const std::string& name, const Value* value, const std::string& where) {
    std::string text = "{" + name + "} has no value: the task's input has " +
                       (!value            ? "no \"" + name + "\""
                        : value->isNull() ? "null as \"" + name + "\""
                                          : "an empty text as \"" + name + "\"") +
                       ". An address without that part is another one. Nothing was sent.";
    if (!value && name.find('.') != std::string::npos)
        text += " {" + name + "} is the member of just that name; for members of members write " +
                "the whole as an expression.";
    return invalid(ErrorKind::validation, where, text);
}

// Where scheme and authority end, and the path begins.
std::size_t pathBegin(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == url.npos || scheme > url.find_first_of("/?#")) return 0;
    return std::min(url.find_first_of("/?#", scheme + 3), url.size());
}

constexpr std::string_view kBlanks = " \t\r\n\f\v";

std::string variableProblem(const std::string& name) {
    const std::string shown = "\"{" + name + "}\" ";
    std::string plain = name;
    std::erase_if(plain, [](char c) { return kBlanks.find(c) != kBlanks.npos; });
    constexpr std::string_view operators = "+#./;?&=,!@|";
    const auto start = std::min(plain.find_first_not_of(operators), plain.size());
    plain.erase(0, start);
    if (plain.empty()) return shown + "names nothing; write {NAME}, a member of the task's input";
    if (start > 0 || plain.ends_with('*') || plain.find_first_of(",:") != plain.npos)
        return shown + "is a form of RFC 6570 that the language leaves out; write {" +
               plain.substr(0, plain.find_first_of(",:*")) + "}";
    if (plain != name) return shown + "is no variable of a URI; write {" + plain + "}";
    return "";
}

}  // namespace

std::string percentEncoded(const std::string& text) {
    std::string out;
    Poco::URI::encode(text, "!#$&'()*+,/:;=?@[]%", out);
    return out;
}

std::string formEncoded(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == ' '   ? "+"
               : c == '*' ? "*"
               : c == '~' ? "%7E"
                          : percentEncoded(std::string(1, c));
    return out;
}

bool isDots(std::string_view segment) {
    std::size_t dots = 0;
    while (!segment.empty()) {
        const bool coded = segment.starts_with("%2e") || segment.starts_with("%2E");
        if (!coded && segment.front() != '.') return false;
        segment.remove_prefix(coded ? 3 : 1);
        ++dots;
    }
    return dots == 1 || dots == 2;
}

std::string uriProblem(const std::string& uri) {
    if (uri.find('}') != std::string::npos)
        if (auto problem = expr::insideProblem(uri); !problem.empty()) return problem;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        if (kBlanks.find(uri[i]) != kBlanks.npos)
            return "a blank cannot stand in a URL; write %20 if it is meant";
        if (uri[i] == '}') return "\"}\" without \"{\" before it; write %7D if it is meant";
        if (uri[i] != '{') continue;
        const auto end = uri.find_first_of("{}", i + 1);
        if (end == std::string::npos || uri[end] == '{')
            return "\"{\" without \"}\" after it; write {NAME}, or %7B if a brace is meant";
        if (auto problem = variableProblem(uri.substr(i + 1, end - i - 1)); !problem.empty())
            return problem;
        i = end;
    }
    return "";
}

std::string dotsIn(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    url.remove_prefix(std::min(pathBegin(url), url.size()));
    while (!url.empty()) {
        const auto end = std::min(url.find('/'), url.size());
        if (isDots(url.substr(0, end)))
            return "the segment \"" + std::string(url.substr(0, end)) +
                   "\" of the path leads to another address. Nothing was sent.";
        url.remove_prefix(std::min(end + 1, url.size()));
    }
    return "";
}

Result<std::string> expandUri(const std::string& uri, const Value& input, const std::string& where,
                              bool& secret) {
    std::string out, names;   // of the segment that is being written
    std::size_t segment = 0;  // where in `out` it begins
    bool query = false;
    const auto lastClose = uri.rfind('}');
    const auto closed = [&](std::size_t at) {
        return lastClose != std::string::npos && at < lastClose;
    };
    const auto dots = [&] { return !query && !names.empty() && isDots(out.substr(segment)); };
    const auto refused = [&] {
        return invalid(ErrorKind::validation, where,
                       "the value of " + names + " makes \"" + out.substr(segment) +
                           "\" of its segment of the path, which leads to another address. "
                           "Nothing was sent.");
    };
    for (std::size_t i = 0; i < uri.size(); ++i) {
        const auto close = uri[i] == '{' && closed(i) ? uri.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            const bool ends = uri[i] == '/' || uri[i] == '?' || uri[i] == '#';
            if (ends && dots()) return refused();
            query = query || uri[i] == '?' || uri[i] == '#';
            out += uri[i];
            if (ends) {
                segment = out.size();
                names.clear();
            }
            continue;
        }
        const std::string name = uri.substr(i + 1, close - i - 1);
        i = close;
        const auto* value = input.find(name);
        if (value && (value->array() || value->object()))
            return invalid(ErrorKind::expression, where,
                           "{" + name + "} takes a string, a number or a boolean; \"" + name +
                               "\" of the task's input is " + describe(value->kind()) + ".");
        const auto* text = value ? value->revealText() : nullptr;
        if (!value || value->isNull() || (text && text->empty())) {
            if (!query) return empty(name, value, where);
            continue;
        }
        out += percentEncoded(text ? *text : json::write(*value));
        names += (names.empty() ? "{" : " and {") + name + "}";
        secret = secret || value->secret();
    }
    if (dots()) return refused();
    return out;
}

}  // namespace tenon::http
