// SPDX-License-Identifier: Apache-2.0
#include "expr/jq_guard.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

extern "C" {
#include <jv.h>
}

namespace tenon::expr {
namespace {

struct Guard {
    jmp_buf begin;
    const char* said = "";
};
thread_local Guard* active = nullptr;

void leave(void* /*none*/) {
    if (!active) return;
    active->said = "the memory does not suffice";
    longjmp(active->begin, 1);
}

void* called(void* call) {
    (*static_cast<const std::function<void()>*>(call))();
    return nullptr;
}

}  // namespace

std::optional<std::string> guarded(const std::function<void()>& call) {
    Guard guard;
    active = &guard;
    jv_nomem_handler(leave, nullptr);
    if (setjmp(guard.begin) == 0) {
        call();
        active = nullptr;
        return std::nullopt;
    }
    active = nullptr;
    return guard.said;
}

void onLargeStack(const std::function<void()>& call) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, std::size_t{1} << 30);
    pthread_t thread{};
    const bool begun = pthread_create(&thread, &attributes, called,
                                      const_cast<std::function<void()>*>(&call)) == 0;
    pthread_attr_destroy(&attributes);
    if (begun)
        pthread_join(thread, nullptr);
    else
        call();
}

}  // namespace tenon::expr

// In the place of the C library's own, for libjq too: `assert` calls it.
extern "C" __attribute__((visibility("default"), noreturn)) void __assert_fail(
    const char* assertion, const char* file, unsigned line, const char* function) noexcept(true) {
    using tenon::expr::active;
    if (active) {
        active->said = "an assertion of its own failed";
        longjmp(active->begin, 1);
    }
    fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, assertion);
    abort();
}
