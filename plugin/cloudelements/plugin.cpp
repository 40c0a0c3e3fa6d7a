// SPDX-License-Identifier: Apache-2.0
#include "tenon/plugin.h"

#include "cloudelements/create_sagecrm_instance.h"
#include "cloudelements/formulas/create_formula_instance.h"
#include "cloudelements/formulas/create_formula_template.h"
#include "cloudelements/formulas/delete_formula_instance.h"
#include "cloudelements/formulas/delete_formula_template.h"
#include "cloudelements/formulas/find_formula_template.h"
#include "cloudelements/formulas/run_formula.h"
#include "cloudelements/instances/create_element_instance.h"
#include "cloudelements/instances/delete_element_instance.h"
#include "cloudelements/instances/find_element_instances.h"
#include "cloudelements/instances/get_element_instance.h"
#include "cloudelements/instances/ping_element_instance.h"
#include "cloudelements/instances/switch_element_instance.h"
#include "cloudelements/instances/update_element_instance.h"
#include "cloudelements/requests/call_element_operation.h"
#include "cloudelements/requests/element_request.h"
#include "cloudelements/requests/instance_docs.h"
#include "cloudelements/requests/sagecrm_records.h"
#include "cloudelements/resources/define_virtual_data_resource.h"
#include "cloudelements/resources/delete_transformation.h"
#include "cloudelements/resources/delete_virtual_data_resource.h"
#include "cloudelements/resources/get_transformation.h"
#include "cloudelements/resources/map_virtual_data_resource.h"

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
POCO_EXPORT_INTERFACE(CreateFormulaInstance, "CreateFormulaInstance")
POCO_EXPORT_INTERFACE(CreateFormulaTemplate, "CreateFormulaTemplate")
POCO_EXPORT_INTERFACE(DefineVirtualDataResource, "DefineVirtualDataResource")
POCO_EXPORT_INTERFACE(DeleteFormulaInstance, "DeleteFormulaInstance")
POCO_EXPORT_INTERFACE(DeleteFormulaTemplate, "DeleteFormulaTemplate")
POCO_EXPORT_INTERFACE(DeleteTransformation, "DeleteTransformation")
POCO_EXPORT_INTERFACE(DeleteVirtualDataResource, "DeleteVirtualDataResource")
POCO_EXPORT_INTERFACE(FindFormulaTemplate, "FindFormulaTemplate")
POCO_EXPORT_INTERFACE(GetTransformation, "GetTransformation")
POCO_EXPORT_INTERFACE(MapVirtualDataResource, "MapVirtualDataResource")
POCO_EXPORT_INTERFACE(RunFormula, "RunFormula")
POCO_EXPORT_INTERFACE(ElementRequest, "ElementRequest")
POCO_EXPORT_INTERFACE(ListSageCRMRecords, "ListSageCRMRecords")
POCO_EXPORT_INTERFACE(GetSageCRMRecord, "GetSageCRMRecord")
POCO_EXPORT_INTERFACE(CreateSageCRMRecord, "CreateSageCRMRecord")
POCO_EXPORT_INTERFACE(UpdateSageCRMRecord, "UpdateSageCRMRecord")
POCO_EXPORT_INTERFACE(DeleteSageCRMRecord, "DeleteSageCRMRecord")
POCO_EXPORT_INTERFACE(GetInstanceDocs, "GetInstanceDocs")
POCO_EXPORT_INTERFACE(CallElementOperation, "CallElementOperation")
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
             PingElementInstance,
             CreateFormulaInstance,
             CreateFormulaTemplate,
             DefineVirtualDataResource,
             DeleteFormulaInstance,
             DeleteFormulaTemplate,
             DeleteTransformation,
             DeleteVirtualDataResource,
             FindFormulaTemplate,
             GetTransformation,
             MapVirtualDataResource,
             RunFormula,
             ElementRequest,
             ListSageCRMRecords,
             GetSageCRMRecord,
             CreateSageCRMRecord,
             UpdateSageCRMRecord,
             DeleteSageCRMRecord,
             GetInstanceDocs,
             CallElementOperation)
