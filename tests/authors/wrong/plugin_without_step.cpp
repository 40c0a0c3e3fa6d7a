// SPDX-License-Identifier: Apache-2.0
// error: a plugin has a step
#include "tenon/plugin.h"

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0")
