// SPDX-License-Identifier: Apache-2.0
#include "catalog/catalog.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "catalog/descriptor.h"
#include "catalog/guest.h"
#include "catalog/permissions.h"
#include "catalog/process_state.h"
#include "catalog/refused.h"
#include "tenon/json.h"

namespace tenon::catalog {
namespace {

std::string text(const Value& value, const char* name) {
    const auto* member = value.find(name);
    return member && member->string() ? *member->string() : "";
}

const Array& list(const Value& value, const char* name) {
    static const Array none;
    const auto* member = value.find(name);
    return member && member->array() ? *member->array() : none;
}

bool says(const Value& step, const char* what) {
    const auto* said = step.find(what);
    return said && *said == Value(true);
}

// The text of a step's schema; empty if the step is not typed.
std::string schemaOf(const Descriptor& descriptor, const Value& step, const char* name) {
    const auto* said = step.find(name);
    if (!said) return "";
    const auto* index = said->integer();
    const bool known = index && std::cmp_less(*index, descriptor.schemas.size()) && *index >= 0;
    return known ? descriptor.schemas[static_cast<std::size_t>(*index)] : json::write(*said);
}

// Null for what is not JSON.
Value schemaFrom(const std::string& text, bool& damaged) {
    if (text.empty()) return {};
    auto read = json::read(text);
    if (!read) damaged = true;
    return read ? std::move(read).value() : Value();
}

StepError twice(const std::string& file, const std::string& what, const Library& other) {
    return StepError(refused(
        file, "has a " + what + ", and so has " + other.file() + "; remove one of the two"));
}

}  // namespace

Catalog::Catalog(const std::vector<std::string>& folders) {
    namespace fs = std::filesystem;
    std::set<fs::path> seen;  // a folder may be named twice, or by a link
    for (const auto& folder : folders) {
        std::vector<fs::path> files;
        std::error_code ignored;  // a folder that is not there
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == ".so") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            const auto real = fs::canonical(file, ignored);  // empty for a link that leads nowhere
            if (!real.empty() && !seen.insert(real).second) continue;
            if (const auto problem = openToAll(file)) throw StepError(*problem);
            add(file.string());
        }
    }
}

void Catalog::add(const std::string& file) {
    const auto descriptor = readOutline(file).value();
    const auto& about = descriptor.about;
    Library& library = libraries_.emplace_back(file);
    for (const auto& step : list(about, "steps")) {
        const std::string name = text(step, "name");
        if (const auto* other = known(name)) throw twice(file, "step " + name, *other->library);
        auto& added = steps_.emplace_back();
        added.description = {.name = name,
                             .version = text(step, "version"),
                             .summary = text(step, "summary"),
                             .plugin = text(about, "name"),
                             .idempotent = says(step, "idempotent"),
                             .once = says(step, "once")};
        added.library = &library;
        added.inputs = schemaOf(descriptor, step, "inputs");
        added.outputs = schemaOf(descriptor, step, "outputs");
    }
    for (const auto& sandbox : list(about, "sandboxes")) {
        const std::string name = text(sandbox, "name");
        for (const auto& other : sandboxes_)
            if (other.name == name) throw twice(file, "sandbox " + name, *other.library);
        sandboxes_.push_back({name, &library});
    }
}

Catalog::Known* Catalog::known(std::string_view name) const {
    for (auto& step : steps_)
        if (step.description.name == name) return &step;
    return nullptr;
}

const world::StepDescription* Catalog::find(std::string_view name) const {
    auto* step = known(name);
    if (!step) return nullptr;
    std::call_once(step->read, [step] {
        step->description.inputs = schemaFrom(step->inputs, step->damaged);
        step->description.outputs = schemaFrom(step->outputs, step->damaged);
    });
    return &step->description;
}

std::vector<std::string> Catalog::names() const {
    std::vector<std::string> out;
    for (const auto& step : steps_) out.push_back(step.description.name);
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<Error> Catalog::ready(const world::StepDescription& step) {
    const auto& found = *known(step.name);
    if (found.damaged) return refused(found.library->file(), kDamagedText);
    return found.library->stepReady(step.name);
}

Result<Value> Catalog::call(const world::StepDescription& step, const Value& inputs,
                            Context& context) {
    const ProcessState before;
    auto object = known(step.name)->library->step(step.name);
    if (!object) return object.error();
    auto result = runGuest(*object.value(), "The step " + step.name, inputs, context);
    object.value().reset();
    return result;
}

std::vector<std::string> Catalog::sandboxes() const {
    std::vector<std::string> out;
    for (const auto& sandbox : sandboxes_) out.push_back(sandbox.name);
    return out;
}

Result<std::unique_ptr<Sandbox>> Catalog::sandbox(const std::string& name) {
    for (const auto& sandbox : sandboxes_)
        if (sandbox.name == name) return sandbox.library->sandbox(name);
    return makeError(ErrorKind::configuration, "sandbox",
                     "No plugin brings a sandbox \"" + name + "\".");
}

}  // namespace tenon::catalog
