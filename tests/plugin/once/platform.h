// SPDX-License-Identifier: Apache-2.0
// Answers of a platform on which an instance may have been made.
#pragma once

#include "sample.h"
#include "tenon/json.h"

namespace once {

using tenon::testing::FakeContext;

inline std::string item(int id, const std::string& token = "t0ken-of-instance",
                        const std::string& more = "") {
    return R"({"id":)" + std::to_string(id) + R"(,"name":"SageCRM","token":")" + token +
           R"(","element":{"key":"sagecrm","id":3641},"tags":[{"name":")" + sample::kTag +
           R"("}],"configuration":{"subdomain":"crm.example.com","username":"sage",)" +
           R"("password":"********"})" + more + "}";
}
inline std::string list(const std::string& items) { return "[" + items + "]"; }

// So many looks that find none.
inline void none(FakeContext& context, int looks) {
    for (int i = 0; i < looks; ++i) context.fakeHttp.answer(200, "[]");
}
// In a whole window of 90 seconds.
inline constexpr int kLooks = 10;

inline const std::string kLookByTag =
    "GET /instances?tags%5B%5D=" + sample::kTag + "&pageSize=200\n";

// "METHOD PATH", a line each; forgets them.
inline std::string asked(FakeContext& context) {
    const std::string base = "https://api.example.com/elements/api-v2";
    std::string out;
    for (const auto& one : context.fakeHttp.sent)
        out += one.request.method + " " + one.request.url.substr(base.size()) + "\n";
    context.fakeHttp.sent.clear();
    return out;
}

// "ORIGIN ID TOKEN", or "DONE TITLE: DETAIL".
inline std::string outcome(const tenon::Result<sample::Outputs>& result) {
    const char* const done[] = {"no", "maybe", "yes"};
    if (!result)
        return std::string(done[static_cast<int>(result.error().done)]) + " " +
               result.error().title + ": " + result.error().detail;
    const auto& out = result.value();
    return out.origin + " " + std::to_string(out.id) + " " + out.token.reveal();
}

}  // namespace once
