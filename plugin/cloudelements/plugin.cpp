// SPDX-License-Identifier: Apache-2.0
#include "tenon/plugin.h"

#include "cloudelements/create_sagecrm_instance.h"

using cloudelements::CreateSageCRMInstance;

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(CreateSageCRMInstance, "CreateSageCRMInstance")
POCO_END_MANIFEST

TENON_PLUGIN("cloudelements", "1.0.0", CreateSageCRMInstance)
