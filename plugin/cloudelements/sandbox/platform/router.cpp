// SPDX-License-Identifier: Apache-2.0
#include "platform/router.h"

#include <Poco/NumberParser.h>
#include <Poco/String.h>

#include <optional>

#include "tenon/json.h"

namespace cloudelements::sandbox {
namespace {

std::vector<std::string> partsOf(const std::string& path) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < path.size();) {
        const auto to = std::min(path.find('/', from + 1), path.size());
        out.push_back(path.substr(from + 1, to - from - 1));
        from = to;
    }
    return out;
}

bool isName(const std::string& part) { return part.starts_with('{'); }

std::optional<std::map<std::string, std::string>> fit(const std::vector<std::string>& pattern,
                                                      const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    std::map<std::string, std::string> in;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (isName(pattern[i])) {
            in[pattern[i].substr(1, pattern[i].size() - 2)] = path[i];
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return in;
}

bool isCloser(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (isName(a[i]) != isName(b[i])) return isName(b[i]);
    return false;
}

}  // namespace

std::string Call::at(const std::string& name) const {
    const auto found = in.find(name);
    return found == in.end() ? "" : found->second;
}

std::int64_t Call::number(const std::string& name, const char* what) const {
    Poco::Int64 out = 0;
    if (!Poco::NumberParser::tryParse64(at(name), out))
        throw refusal(400, std::string("The ") + what + " is not valid");
    return out;
}

tenon::Value Call::json() const {
    const std::string type = request.header("Content-Type");
    if (Poco::icompare(Poco::trim(type.substr(0, type.find(';'))), "application/json") != 0)
        throw refusal(415, "Content type '" + type + "' not supported");
    auto body = tenon::json::read(request.body);
    if (!body) throw refusal(400, "The request body is not valid JSON");
    return std::move(body).value();
}

tenon::Value Call::object() const {
    const std::string type = request.header("Content-Type");
    if (Poco::icompare(Poco::trim(type.substr(0, type.find(';'))), "application/json") != 0)
        throw refusal(415, "Content type '" + type + "' not supported");
    auto body = tenon::json::read(request.body);
    if (!body || !body.value().object())
        throw refusal(400, "The request body is not a valid JSON object");
    return std::move(body).value();
}

void Router::add(const std::string& method, const std::string& pattern, Access access,
                 Handler handler) {
    const auto parts = partsOf(pattern);
    for (auto& known : patterns_)
        if (known.parts == parts) {
            known.byMethod[method] = {access, std::move(handler)};
            return;
        }
    patterns_.push_back({parts, {{method, {access, std::move(handler)}}}});
}

void Router::addOfInstance(const std::string& method, const std::string& below, Handler handler) {
    add(method, "/instances/{id}" + below, Access::either, handler);
    add(method, "/elements/{element}/instances/{id}" + below, Access::either, handler);
    add(method, "/instances" + below, Access::either, std::move(handler));
}

std::vector<std::string> Router::routes() const {
    std::vector<std::string> out;
    for (const auto& pattern : patterns_) {
        std::string path;
        for (const auto& part : pattern.parts) path += "/" + part;
        for (const auto& [method, route] : pattern.byMethod) out.push_back(method + " " + path);
    }
    return out;
}

Router::Found Router::find(const std::string& method, const std::string& path) const {
    const auto parts = partsOf(path);
    const Pattern* best = nullptr;
    Found out;
    for (const auto& pattern : patterns_) {
        auto in = fit(pattern.parts, parts);
        if (!in || (best && !isCloser(pattern.parts, best->parts))) continue;
        best = &pattern;
        out.in = std::move(*in);
    }
    if (!best) return out;
    out.pathIsKnown = true;
    const auto route = best->byMethod.find(method);
    if (route != best->byMethod.end()) out.route = &route->second;
    return out;
}

}  // namespace cloudelements::sandbox
