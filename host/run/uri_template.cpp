// SPDX-License-Identifier: Apache-2.0
#include "run/uri_template.h"

#include <Poco/URI.h>

#include "tenon/json.h"

namespace tenon::run {

std::string percentEncoded(const std::string& text) {
    std::string out;
    Poco::URI::encode(text, "!#$&'()*+,/:;=?@[]%", out);
    return out;
}

Result<std::string> expandUri(const std::string& uri, const Value& input, const std::string& where,
                              bool& secret) {
    std::string out;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        const auto close = uri[i] == '{' ? uri.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            out += uri[i];
            continue;
        }
        const std::string name = uri.substr(i + 1, close - i - 1);
        i = close;
        const auto* value = input.find(name);
        if (!value || value->isNull()) continue;
        if (value->array() || value->object())
            return makeError(ErrorKind::expression, "invalid URI template",
                             "In " + where + ": {" + name +
                                 "} takes a string, a number or a boolean; \"" + name +
                                 "\" of the task's input is " + describe(value->kind()) + ".");
        const auto* text = value->revealText();
        out += percentEncoded(text ? *text : json::write(*value));
        secret = secret || value->secret();
    }
    return out;
}

}  // namespace tenon::run
