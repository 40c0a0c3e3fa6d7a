// SPDX-License-Identifier: Apache-2.0
#include "tenon/plugin.h"

#include "cloudelements/create_sagecrm_instance.h"
#include "cloudelements/instances/create_element_instance.h"
#include "cloudelements/instances/delete_element_instance.h"
#include "cloudelements/instances/find_element_instances.h"
#include "cloudelements/instances/get_element_instance.h"
#include "cloudelements/instances/ping_element_instance.h"
#include "cloudelements/instances/switch_element_instance.h"
#include "cloudelements/instances/update_element_instance.h"

using namespace cloudelements;

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(CreateSageCRMInstance, "CreateSageCRMInstance")
POCO_EXPORT_INTERFACE(CreateElementInstance, "CreateElementInstance")
POCO_EXPORT_INTERFACE(GetElementInstance, "GetElementInstance")
POCO_EXPORT_INTERFACE(FindElementInstances, "FindElementInstances")
POCO_EXPORT_INTERFACE(UpdateElementInstance, "UpdateElementInstance")
POCO_EXPORT_INTERFACE(EnableElementInstance, "EnableElementInstance")
POCO_EXPORT_INTERFACE(DisableElementInstance, "DisableElementInstance")
POCO_EXPORT_INTERFACE(DeleteElementInstance, "DeleteElementInstance")
POCO_EXPORT_INTERFACE(PingElementInstance, "PingElementInstance")
POCO_END_MANIFEST

// clang-format off
TENON_PLUGIN("cloudelements", "1.0.0",
             CreateSageCRMInstance,
             CreateElementInstance,
             GetElementInstance,
             FindElementInstances,
             UpdateElementInstance,
             EnableElementInstance,
             DisableElementInstance,
             DeleteElementInstance,
             PingElementInstance)
