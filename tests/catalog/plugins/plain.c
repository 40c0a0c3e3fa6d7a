/* SPDX-License-Identifier: Apache-2.0
 * A descriptor in plain C: the header allows it, but C knows neither the C++ ABI nor Poco.
 */
#include "tenon/abi.h"
#include "trace.h"

#define TEXT "{\"name\":\"plain\",\"version\":\"1.0.0\",\"steps\":[]}"

_Static_assert(sizeof(tenon_descriptor) == 128, "the layout is a promise to every built plugin");

__attribute__((section(TENON_SECTION), used)) const struct {
    tenon_descriptor header;
    char text[sizeof TEXT];
} tenonPlugin = {{TENON_MAGIC, TENON_ABI_MAJOR, TENON_ABI_MINOR, sizeof(tenon_descriptor),
                  sizeof TEXT - 1, TENON_TOOLCHAIN},
                 TEXT};
