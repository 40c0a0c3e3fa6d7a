// SPDX-License-Identifier: Apache-2.0
// Loads copies of a module (its argument) until the block of its thread_local variable lies 16
// bytes into a page, so that a leak detector that takes that for something else dies at the end of
// this.
#include <dlfcn.h>

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "support/folder.h"

int main(int, char** arguments) {
    const support::Folder folder;
    std::vector<std::unique_ptr<long>> between;
    for (int copy = 0; copy < 10'000; ++copy) {
        // Moves the blocks that follow.
        if (copy % 64 == 0) between.push_back(std::make_unique<long>(copy));
        const auto path = folder.path("copy" + std::to_string(copy));
        std::filesystem::copy_file(arguments[1], path);
        const auto module = dlopen(path.c_str(), RTLD_NOW);
        if (!module) return std::cerr << dlerror() << '\n', 1;
        const auto counter = reinterpret_cast<long* (*)()>(dlsym(module, "counter"));
        if (reinterpret_cast<std::uintptr_t>(counter()) % 4096 == 16) return 0;
        std::filesystem::remove(path);
    }
    std::cerr << "No block of 10000 lay there.\n";
    return 1;
}
