// SPDX-License-Identifier: Apache-2.0
// What the library is to Tenon. A further step is one more line here and one more name below.
#include <tenon/plugin.h>

#include "greeter.h"

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Greeter, "Greeter")
POCO_END_MANIFEST
TENON_PLUGIN("greeter", "1.0.0", Greeter)
