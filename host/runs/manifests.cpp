// SPDX-License-Identifier: Apache-2.0
#include "runs/manifests.h"

#include <algorithm>
#include <set>

#include "manifest/json.h"
#include "run/descriptors.h"
#include "runs/version_order.h"
#include "text/suggest.h"

namespace tenon::runs {
namespace {

std::string textAt(const manifest::Node& root, std::string_view key) {
    const auto* document = root.find("document");
    const auto* node = document ? document->find(key) : nullptr;
    return node && node->text() ? *node->text() : "";
}

bool mayBeManifest(const std::filesystem::path& path) {
    const auto end = path.extension();
    return end == ".yaml" || end == ".yml" || end == ".json";
}

// Does it hold the key `dsl`, as every manifest does? Other files may be large, and reading them
// all would take long.
bool namesLanguage(std::string_view text) {
    for (auto at = text.find("dsl"); at != text.npos; at = text.find("dsl", at + 1)) {
        auto rest = text.substr(at + 3);
        if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if (rest.starts_with(':')) return true;
    }
    return false;
}

}  // namespace

Manifests::File& Manifests::add(std::string path, manifest::Node root, std::string text) {
    std::string space = textAt(root, "namespace"), name = textAt(root, "name"),
                version = textAt(root, "version");
    files_.push_back(
        std::make_unique<File>(File{std::move(path), std::move(root), std::move(text),
                                    std::move(space), std::move(name), std::move(version)}));
    return *files_.back();
}

Result<const run::Workflow*> Manifests::load(const std::string& path, manifest::Node root) {
    folder_ = std::filesystem::path(path == "-" ? "" : path).parent_path();
    if (folder_.empty()) folder_ = ".";
    File& file = add(path, std::move(root), "");
    load(file);
    std::string faults;
    for (const auto& one : files_) faults += one->faults;
    if (!faults.empty()) return makeError(ErrorKind::validation, "manifest", faults);
    return file.workflow.get();
}

void Manifests::load(File& file) {
    file.begun = true;
    manifest::Faults faults, warnings;
    auto workflow = run::Workflow::load(file.root, steps_, faults, warnings,
                                        {this, shell_, file.path == "-" ? "<stdin>" : file.path});
    if (!warnings.empty()) warn_(warnings.text("warning: " + file.path));
    if (workflow) {
        file.workflow = std::make_unique<const run::Workflow>(*std::move(workflow));
        file.place = file.workflow.get();
    } else {
        file.faults = faults.text(file.path);
    }
}

// Finds what there is. Other YAML and JSON may lie in the folder, too; it is none of our business.
void Manifests::look() {
    looked_ = true;
    for (const auto& name : dir_.others()) {
        const auto path = folder_ == "." ? std::filesystem::path(name) : folder_ / name;
        if (!mayBeManifest(path)) continue;
        auto text = dir_.read(name);
        if (!text || !namesLanguage(text.value())) continue;
        manifest::Faults faults;
        auto root = manifest::readAny(text.value(), path.extension() == ".json", faults);
        if (root && root->find("document") && root->find("do"))
            add(path.string(), *std::move(root), std::move(text).value());
    }
}

Pins Manifests::pins() const {
    Pins pins{.folder = std::filesystem::absolute(folder_).lexically_normal().string(),
              .beside = {},
              .steps = {},
              .secrets = {},
              .undoes = false,
              .from = {},
              .options = {}};
    std::set<std::string> secrets;
    for (const auto& file : files_) {
        if (!file->workflow) continue;
        secrets.insert(file->workflow->secrets().begin(), file->workflow->secrets().end());
        pins.undoes = pins.undoes || file->workflow->undoes();
    }
    pins.secrets.assign(secrets.begin(), secrets.end());
    for (const auto& file : files_)
        if (file->begun && file != files_.front())
            pins.beside.emplace_back(std::filesystem::path(file->path).filename().string(),
                                     file->text);
    for (const auto& name : steps_.used()) {
        const auto& step = *catalog_.find(name);
        pins.steps.push_back({step.name, step.version, step.plugin});
    }
    return pins;
}

bool Manifests::secretive() const {
    for (const auto& name : steps_.used()) {
        const auto& step = *catalog_.find(name);
        if (run::mentions(Array{step.inputs, step.outputs}, "writeOnly")) return true;
    }
    for (const auto& file : files_)
        if (file->workflow && (!file->workflow->secrets().empty() ||
                               run::mentions(file->root.value(), "authentication")))
            return true;
    return false;
}

std::string Manifests::others(const std::string& space, const std::string& name) const {
    std::vector<std::string> names;
    std::string all;
    for (const auto& file : files_) {
        if (file->space == space) names.push_back(file->name);
        all += (all.empty() ? "" : ", ") + file->space + "/" + file->name + " " + file->version;
    }
    const auto hint = text::didYouMean(name, names);
    return hint.empty() ? "; found " + all : hint;
}

Result<const run::WorkflowPlace*> Manifests::find(const std::string& space, const std::string& name,
                                                  const std::string& version) {
    if (!looked_) look();
    const auto fault = [](const std::string& text) {
        return makeError(ErrorKind::configuration, "workflow", text);
    };
    File* found = nullptr;
    std::string versions;
    for (const auto& file : files_) {
        if (file->space != space || file->name != name) continue;
        versions += (versions.empty() ? "" : ", ") + file->version;
        if (version != "latest" && file->version != version) continue;
        if (found && found->version == file->version)
            return fault(found->path + " and " + file->path + " are both " + space + "/" + name +
                         " " + file->version);
        if (!found || lowerVersion(found->version, file->version)) found = file.get();
    }
    if (!found && !versions.empty())
        return fault("wanted version " + version + " of " + space + "/" + name + ", found " +
                     versions + " in " + folder_.string());
    if (!found)
        return fault("there is no workflow " + space + "/" + name + " in " + folder_.string() +
                     others(space, name));
    if (!found->begun) load(*found);
    if (!found->faults.empty())
        return fault("the workflow " + space + "/" + name + " has faults of its own, in " +
                     found->path);
    return &found->place;
}

}  // namespace tenon::runs
