// SPDX-License-Identifier: Apache-2.0
// Inputs that fit, and one call of the step with them.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "cloudelements/create_sagecrm_instance.h"
#include "tenon/testing/fake_context.h"

namespace sample {

using Inputs = cloudelements::CreateSageCRMInstanceInputs;
using Outputs = cloudelements::CreateSageCRMInstanceOutputs;

inline const char* const kUser = "BUIWhN8NTPaeyYo7Kblo91CJ1tCG6PUonwnV/XJjy2A=";
inline const char* const kOrganization = "5f0c2b0b9d7e4c6a8f1e3d5c7b9a0f12";
inline const char* const kPassword = "s3cret password";
inline const char* const kToken = "gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo=";

inline Inputs inputs() {
    Inputs in;
    in.connection.baseUrl = "https://api.example.com/elements/api-v2";
    in.connection.user = tenon::Secret(kUser);
    in.connection.organization = tenon::Secret(kOrganization);
    in.name = "SageCRM";
    in.subdomain = "crm.example.com";
    in.username = "sage";
    in.password = tenon::Secret(kPassword);
    return in;
}

// As the host calls it: untyped inside.
inline tenon::Result<Outputs> call(tenon::testing::FakeContext& context,
                                   const Inputs& in = inputs()) {
    cloudelements::CreateSageCRMInstance step;
    return tenon::call<Outputs>(step, in, context);
}

// What the step makes of one answer of the platform.
inline tenon::Result<Outputs> answered(int status, const std::string& body,
                                       const std::vector<tenon::Header>& headers = {}) {
    tenon::testing::FakeContext context;
    context.fakeHttp.answer(status, body, headers);
    const auto result = call(context);
    CPPUNIT_ASSERT_EQUAL(std::size_t(1), context.fakeHttp.sent.size());
    return result;
}

inline tenon::Error fault(const tenon::Result<Outputs>& result) {
    CPPUNIT_ASSERT(!result);
    return result.error();
}

// Ends every detail of an Error where an instance may have been made.
inline const std::string kLookFirst =
    " The instance may exist all the same: before you run this again, look for an instance named "
    "\"SageCRM\" on the platform, and delete it or use it.";

}  // namespace sample
