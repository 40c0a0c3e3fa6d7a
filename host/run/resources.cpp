// SPDX-License-Identifier: Apache-2.0
#include "run/resources.h"

#include "http/call.h"
#include "http/url.h"
#include "manifest/json.h"
#include "tenon/fields.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

Result<Value> download(Run& run, const std::string& uri, const Limits& limits) {
    http::HttpAsk ask;
    ask.request.url = uri;
    ask.request.headers = {{"Accept", "application/schema+json, application/json, */*"}};
    ask.request.followRedirects = true;
    auto response = run.world.http.send(ask.request, run.requestLimits(limits));
    if (!response) return response.error();
    const http::HttpCall plain{.output = http::HttpOutput::raw};
    if (auto output = http::httpOutput(plain, ask, response.value(), run.world.redactor); !output)
        return output.error();
    return Value(std::move(response).value().body);
}

// Of all runs that want it one fetches; each records what it was told.
Result<Value> fetched(Run& run, const std::string& uri, const Limits& limits) {
    const auto any = [](const Value&) { return true; };
    return run.fetched.schemas.get(uri, limits, any, [&](std::size_t) -> Result<Value> {
        auto text = download(run, uri, limits);
        // Other runs may hear of it, and do not know this one's secrets.
        if (!text) return run.world.redactor.error(text.error());
        return text;
    });
}

Result<schema::Schema> read(const std::string& text, const std::string& uri) {
    manifest::Faults faults;
    const auto root = manifest::readAny(text, false, faults);
    auto schema = root ? schema::Schema::read(*root, faults) : std::nullopt;
    if (!schema)
        return makeError(ErrorKind::configuration, "schema",
                         "This schema cannot be used:\n" + faults.text(uri));
    return *std::move(schema);
}

}  // namespace

Result<Value> readBeside(Run& run, const std::string& path) {
    if (!run.world.files)
        return makeError(ErrorKind::configuration, "no files",
                         "The file " + path + " cannot be read: this run has no files.");
    auto text = run.world.files->read(path);
    return text ? Result<Value>(std::move(text).value()) : text.error();
}

Result<Value> externalText(Run& run, const std::string& uri, const std::string& position,
                           const Limits& limits) {
    return run.ask(position, uri, [&] {
        return http::isAddress(uri) ? download(run, uri, limits) : readBeside(run, uri);
    });
}

Result<schema::Schema> externalSchema(Run& run, const std::string& uri, const Limits& limits) {
    const auto always = [](const schema::Schema&) { return true; };
    return run.outermost.schemas.get(
        uri, limits, always, [&](std::size_t) -> Result<schema::Schema> {
            const auto text = run.ask("/schemas" + fields::pointerPart(uri), uri, [&] {
                return http::isAddress(uri) ? fetched(run, uri, limits) : readBeside(run, uri);
            });
            return text ? read(*text.value().string(), uri) : text.error();
        });
}

}  // namespace tenon::run
