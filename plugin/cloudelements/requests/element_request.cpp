// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/element_request.h"

#include <algorithm>
#include <array>

#include "cloudelements/requests/scalar.h"

namespace cloudelements {
namespace {

using tenon::Value;

bool isScalar(const Value& value) {
    return value.revealText() || value.isNumber() || value.boolean();
}

bool isToken(const std::string& name) {
    const auto good = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), good);
}

void checkHeaders(Checks& checks, const std::map<std::string, std::string>& headers) {
    constexpr std::array<std::pair<std::string_view, const char*>, 8> own{{
        {"Authorization", "is made of connection and token; leave it out"},
        {"Content-Type", "is application/json, for the body is sent as JSON; leave it out"},
        {"Accept", "is application/json; leave it out"},
        {"Host", "is made of connection.baseUrl; leave it out"},
        {"Content-Length", "is made of the body; leave it out"},
        {"Transfer-Encoding", "is not a request's to choose here; leave it out"},
        {"Connection", "is not a request's to choose here; leave it out"},
        {"Expect", "is not a request's to choose here; leave it out"},
    }};
    for (const auto& [name, value] : headers) {
        const std::string at = "/headers" + keyPart(name);
        if (!isToken(name)) {
            checks.no(at, "is no name of a header; write letters, digits and hyphens");
            continue;
        }
        for (const auto& [known, why] : own)
            if (tenon::sameHeader(known, name)) checks.no(at, why);
        checks.plain(at, value);
    }
}

void checkQuery(Checks& checks, const ElementRequestInputs& in) {
    for (const auto& [name, value] : in.query) {
        const std::string at = "/query" + keyPart(name);
        if (name.empty()) checks.no(at, "has no name; give it one");
        if ((name == "nextPage" || name == "pageSize") && in.method == "GET")
            checks.no(at, "is an input of its own; write it beside query");
        const auto* items = value.array();
        const bool good = value.isNull() || isScalar(value) ||
                          (items && std::all_of(items->begin(), items->end(), isScalar));
        if (!good)
            checks.no(at, "is " + std::string(describe(value.kind())) +
                              "; wanted a text, a number, a boolean or an array of them");
    }
}

void check(const ElementRequestInputs& in, const tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.secret("/token", in.token, "Element");
    if (const auto problem = pathProblem(in.path); !problem.empty()) checks.no("/path", problem);
    checkQuery(checks, in);
    checkHeaders(checks, in.headers);
    checkPaging(checks, pagingOf(in));
    if (in.method == "GET") {
        if (in.body && !in.body->isNull())
            checks.no("/body", "is given, and GET has none; leave it out, or write another method");
    } else {
        const std::string why = "is for GET alone; leave it out";
        if (!in.nextPage.empty()) checks.no("/nextPage", why);
        if (in.pageSize) checks.no("/pageSize", why);
        if (in.pages == "all") checks.no("/pages", "is all, which " + why);
    }
    checks.finish();
}

Call callOf(const ElementRequestInputs& in) {
    Call call{.method = in.method, .path = in.path};
    for (const auto& [name, value] : in.query) {
        if (value.isNull()) continue;
        if (!value.array()) call.query.emplace_back(name, scalarText(value));
        if (const auto* items = value.array())
            for (const auto& item : *items) call.query.emplace_back(name, scalarText(item));
    }
    for (const auto& [name, value] : in.headers) call.headers.push_back({name, value});
    if (in.body && !in.body->isNull()) call.body = *in.body;
    call.about = in.method + " " + in.path;
    if (call.acts())
        call.lookFirst = "It may have been done all the same: before you run this again, look at " +
                         in.path + " with GET.";
    call.advice.notFound = "Check path, and whether the instance's element has that resource.";
    return call;
}

}  // namespace

std::string pathProblem(std::string_view path) {
    if (!path.starts_with('/')) return "does not begin with a slash; write /hubs/crm/accounts";
    if (path.find_first_of("?#") != path.npos)
        return "holds a query or a fragment; write it under query";
    for (const char c : path)
        if (c <= ' ' || c > '~' ||
            std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
            return "holds what cannot stand in an address; write it percent-encoded: %20 for a "
                   "blank";
    for (std::size_t begin = 1; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        std::string part(path.substr(begin, end - begin));
        if (part.empty())
            return "has an empty part, which makes another address of it; write every part";
        for (const char* dot : {"%2e", "%2E"})
            for (auto at = part.find(dot); at != std::string::npos; at = part.find(dot))
                part.replace(at, 3, ".");
        if (part == "." || part == "..")
            return "has a part of dots alone, which leads to another address; leave it out";
        begin = end + 1;
    }
    return "";
}

RequestAnswer ElementRequest::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, in.token, context);
    const auto call = callOf(in);
    if (in.method != "GET") return exchanged(client, call, context);
    auto gathered = gather(client, call, pagingOf(in), false);
    return {gathered.first->status, std::move(gathered.body), headersOf(*gathered.first),
            std::move(gathered.nextPage)};
}

}  // namespace cloudelements
