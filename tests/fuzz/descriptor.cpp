// SPDX-License-Identifier: Apache-2.0
// A file that calls itself a plugin. It is kept in memory.
#include "catalog/descriptor.h"

#include <sys/mman.h>
#include <unistd.h>

#include "targets.h"

void fuzz::descriptor(std::string_view bytes) {
    const int file = ::memfd_create("plugin", MFD_CLOEXEC);
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) < 0) __builtin_trap();
    (void)tenon::catalog::readDescriptor("/proc/self/fd/" + std::to_string(file));
    ::close(file);
}
