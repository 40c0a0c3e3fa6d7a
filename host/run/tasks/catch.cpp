// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/catch.h"

#include "run/names.h"
#include "world/problem.h"

namespace tenon::run {
namespace {

bool fits(const Value& filter, const Value& problem) {
    for (const auto& [name, wanted] : *filter.object()) {
        const Value* found = problem.find(name);
        if (!found) return false;
        const bool types = name == "type" && found->string() && wanted.string();
        if (types ? !sameType(*wanted.string(), *found->string()) : !(wanted == *found))
            return false;
    }
    return true;
}

Value loadFilter(Loader& loader, const manifest::Node& node) {
    manifest::MapReader errors(node, "\"errors\"", loader.faults());
    const auto* with = errors.required("with");
    errors.finish();
    if (!with) return {};
    manifest::MapReader reader(*with, "\"with\" of an error filter", loader.faults());
    for (const auto* key : {"type", "status", "title", "detail", "instance"}) reader.optional(key);
    reader.finish();
    return reader.usable() ? with->value() : Value();
}

}  // namespace

Result<bool> Catch::takes(const Error& error, const expr::Scope& scope) const {
    if (filter.object() && !fits(filter, problemOf(error))) return false;
    if (when) {
        const auto yes = when->evaluate(scope);
        if (!yes) return located(yes.error(), "catch/when");
        if (!truthy(yes.value())) return false;
    }
    if (exceptWhen) {
        const auto no = exceptWhen->evaluate(scope);
        if (!no) return located(no.error(), "catch/exceptWhen");
        if (truthy(no.value())) return false;
    }
    return true;
}

std::optional<Catch> loadCatch(Loader& loader, const manifest::Node& node) {
    Catch out;
    manifest::MapReader reader(node, "\"catch\"", loader.faults());
    if (!reader.usable()) return std::nullopt;
    if (const auto* errors = reader.optional("errors")) out.filter = loadFilter(loader, *errors);
    out.as = loader.variable(reader.optional("as"), "error");
    if (const auto* then = reader.optional("then")) out.then = loader.flow(then);
    const Loader::Known known(loader, {out.as});
    out.when = loader.expression(reader.optional("when"));
    out.exceptWhen = loader.expression(reader.optional("exceptWhen"));
    if (const auto* retry = reader.optional("retry")) out.retry = loadRetry(loader, *retry);
    if (const auto* list = reader.optional("do")) out.list = loader.tasks(list);
    reader.finish();
    return out;
}

}  // namespace tenon::run
