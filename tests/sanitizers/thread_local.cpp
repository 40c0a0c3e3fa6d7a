// SPDX-License-Identifier: Apache-2.0
// A module whose variable each thread has a block of its own for, made where it first asks for it.
namespace {

thread_local long counted = 1;

}  // namespace

extern "C" __attribute__((visibility("default"))) long* counter() { return &counted; }
