// SPDX-License-Identifier: Apache-2.0
// The step on a fake context: no host, no network, no waiting.
#include "greeter.h"

#include <tenon/json.h>
#include <tenon/testing/fake_context.h>

#include <iostream>

namespace {

int failures = 0;

void same(const std::string& expected, const std::string& found) {
    if (expected == found) return;
    ++failures;
    std::cerr << "expected " << expected << "\nfound    " << found << "\n";
}

// What a host gets for these inputs: JSON, or what is wrong.
std::string called(const char* inputs, tenon::Context& context) {
    Greeter object;
    tenon::Step& asHostsSeeIt = object;
    const auto result = asHostsSeeIt.run(tenon::json::read(inputs).value(), context);
    return result ? tenon::json::write(result.value()) : result.error().detail;
}

}  // namespace

int main() {
    tenon::testing::FakeContext context;
    same(R"({"text":"Hello, Ada!"})", called(R"({"name":"Ada"})", context));
    same("greets Ada", context.logged.at(0));
    same(R"({"text":"Good day, Ada!"})", called(R"({"name":"Ada","word":"Good day"})", context));
    same("The input name is empty; say who is greeted.", called(R"({"name":""})", context));
    same("The inputs do not fit.\n  /name is missing; wanted a string", called("{}", context));
    return failures == 0 ? 0 : 1;
}
