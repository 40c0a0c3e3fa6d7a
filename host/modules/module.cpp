// SPDX-License-Identifier: Apache-2.0
#include "modules/module.h"

#include <dlfcn.h>
#include <link.h>

#include <filesystem>

namespace tenon::modules {
namespace {

namespace fs = std::filesystem;

// The file that this code is in: a program, or libtenon-host.so.
fs::path thisFile() {
    Dl_info about{};
    void* extra = nullptr;
    if (::dladdr1(reinterpret_cast<void*>(&thisFile), &about, &extra, RTLD_DL_LINKMAP) != 0) {
        const std::string name = static_cast<const link_map*>(extra)->l_name;
        if (!name.empty()) return fs::canonical(name);
    }
    return fs::read_symlink("/proc/self/exe");  // a program has no name there
}

}  // namespace

Result<void*> loadModule(const std::string& name, const char* symbol) {
    const auto folder = thisFile().parent_path();
    auto file = folder / "tenon" / name;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) file = folder.parent_path() / TENON_LIBDIR / "tenon" / name;
    void* const library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    void* const found = library ? ::dlsym(library, symbol) : nullptr;
    if (found) return found;
    return makeError(ErrorKind::configuration, "module",
                     file.string() + ", which cannot be loaded (" + ::dlerror() + ")");
}

}  // namespace tenon::modules
