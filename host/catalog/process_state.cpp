// SPDX-License-Identifier: Apache-2.0
#include "catalog/process_state.h"

#include <pthread.h>

#include "catalog/process_wide.h"

namespace tenon::catalog {
namespace {

ProcessWide& processWide() {
    static ProcessWide all;
    return all;
}

}  // namespace

ProcessState::ProcessState() {
    processWide().enter();
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask_);
    ::fegetenv(&floats_);
}

ProcessState::~ProcessState() {
    ::fesetenv(&floats_);
    ::pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
    processWide().leave();
}

}  // namespace tenon::catalog
