// SPDX-License-Identifier: Apache-2.0
#include "catalog/library.h"

#include <Poco/ClassLoader.h>
#include <dlfcn.h>

#include "catalog/guest.h"
#include "catalog/process_state.h"
#include "catalog/refused.h"

namespace tenon::catalog {
namespace {

// One for each base class and for the whole process: a loader that goes would unload its libraries.
template <class Base>
Poco::ClassLoader<Base>& loader() {
    static auto* const loader = new Poco::ClassLoader<Base>;
    return *loader;
}

}  // namespace

std::optional<Error> Library::load() {
    const std::scoped_lock lock(mutex_);
    if (loaded_) return std::nullopt;
    const ProcessState before;
    // Poco binds lazily, which would turn a missing symbol into a crash in the middle of a run.
    if (!::dlopen(file_.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE))
        return refused(file_, std::string("cannot be loaded: ") + ::dlerror());
    loaded_ = true;
    return std::nullopt;
}

// The class of that name, or what is wrong with the library.
template <class Base>
Result<const Poco::AbstractMetaObject<Base>*> Library::find(const std::string& name,
                                                            const char* manifest) {
    if (auto problem = load()) return *problem;
    auto& classes = loader<Base>();
    try {
        const std::scoped_lock lock(mutex_);
        if (!classes.isLibraryLoaded(file_)) {
            const ProcessState before;
            classes.loadLibrary(file_, manifest);
        }
        const auto& all = classes.manifestFor(file_);
        const auto found = all.find(name);
        if (found != all.end() && found->canCreate()) return *found;
    } catch (const Poco::LibraryLoadException&) {
        // It has none, or one of other classes.
        return refused(file_, "describes \"" + name + "\", but has no Poco manifest of " +
                                  (std::is_same_v<Base, Step>
                                       ? "steps; add POCO_BEGIN_MANIFEST(tenon::Step)"
                                       : "sandboxes; add POCO_BEGIN_NAMED_MANIFEST(Sandbox, "
                                         "tenon::Sandbox)"));
    } catch (...) {
        return thrown("The plugin " + file_);  // by pocoInitializeLibrary
    }
    return refused(file_, "describes \"" + name +
                              "\", but its Poco manifest does not have that class; add "
                              "POCO_EXPORT_INTERFACE for it");
}

template <class Base>
Result<std::unique_ptr<Base>> Library::create(const std::string& name, const char* manifest) {
    const auto found = find<Base>(name, manifest);
    if (!found) return found.error();
    try {
        return std::unique_ptr<Base>(found.value()->create());
    } catch (...) {
        return thrown("The constructor of " + name);
    }
}

std::optional<Error> Library::stepReady(const std::string& name) {
    const auto found = find<Step>(name, "");
    return found ? std::nullopt : std::optional(found.error());
}

Result<std::unique_ptr<Step>> Library::step(const std::string& name) {
    return create<Step>(name, "");
}

Result<std::unique_ptr<Sandbox>> Library::sandbox(const std::string& name) {
    return create<Sandbox>(name, "Sandbox");
}

}  // namespace tenon::catalog
