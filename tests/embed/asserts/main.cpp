// SPDX-License-Identifier: Apache-2.0
// An assertion of the program's own, which the host in its process leaves to the C library.
#undef NDEBUG
#include <tenon/host.h>

#include <cassert>

int main(int count, char**) {
    const tenon::Host host;
    assert(count == 2);
}
