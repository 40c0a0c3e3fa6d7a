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
    in.verify = false;
    return in;
}

// As the host calls it: untyped inside.
inline tenon::Result<Outputs> call(tenon::testing::FakeContext& context,
                                   const Inputs& in = inputs()) {
    cloudelements::CreateSageCRMInstance step;
    return tenon::call<Outputs>(step, in, context);
}

inline std::size_t posts(const tenon::testing::FakeContext& context) {
    std::size_t out = 0;
    for (const auto& one : context.fakeHttp.sent) out += one.request.method == "POST" ? 1 : 0;
    return out;
}

// What the step makes of one answer of the platform, which answers nothing after that.
inline tenon::Result<Outputs> answered(int status, const std::string& body,
                                       const std::vector<tenon::Header>& headers = {}) {
    tenon::testing::FakeContext context;
    context.fakeHttp.answer(status, body, headers);
    const auto result = call(context);
    CPPUNIT_ASSERT_EQUAL(std::size_t(1), posts(context));
    return result;
}

inline tenon::Error fault(const tenon::Result<Outputs>& result) {
    CPPUNIT_ASSERT(!result);
    return result.error();
}

// Of FakeContext::key.
inline const std::string kTag = "tenon-dml4el475o5zfcp52h7k2r77me";
inline const std::string kMayExist =
    " The instance may exist all the same: before you run this anew, look on the platform for an "
    "instance named \"SageCRM\" with the tag \"" +
    kTag + "\", and delete it or use it.";
// Ends every detail of an Error where an instance may have been made, and the look for it failed.
inline const std::string kLookFirst =
    " Looking for the instance gave no answer: The fake was told of no further answer." + kMayExist;

}  // namespace sample
