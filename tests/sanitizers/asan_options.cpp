// SPDX-License-Identifier: Apache-2.0
// What AddressSanitizer asks each program for when it begins.
//
// Clang 14's (and GCC 12's) takes a thread's block of thread_local variables for one of glibc
// before 2.25 where the block lies 16 bytes into a page, reads two words before it as its place and
// length, and LeakSanitizer dies of what it finds there: "Tracer caught signal 11", now and then,
// at the end of a program that did nothing wrong (google/sanitizers issue 1322). Without that watch
// the blocks are found as what they are, pieces of the heap. leak_check.cpp shows it.
extern "C" __attribute__((visibility("default"), no_sanitize("address"))) const char*
__asan_default_options() {
    return "intercept_tls_get_addr=0";
}
