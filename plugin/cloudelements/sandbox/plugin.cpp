// SPDX-License-Identifier: Apache-2.0
#include "tenon/plugin.h"

#include "cloudelements_sandbox.h"

using cloudelements::sandbox::CloudElementsSandbox;

POCO_BEGIN_NAMED_MANIFEST(Sandbox, tenon::Sandbox)
POCO_EXPORT_INTERFACE(CloudElementsSandbox, "cloudelements")
POCO_END_MANIFEST

TENON_SANDBOX_PLUGIN("cloudelements-sandbox", "1.0.0", CloudElementsSandbox)
