// SPDX-License-Identifier: Apache-2.0
// Every way in which a creation may end, times how late the instance is found, times what the looks
// for it say: how many POSTs went out, and what came of it.
#include "once/platform.h"

using namespace once;

class OnceSweepTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OnceSweepTest);
    CPPUNIT_TEST(countsPosts);
    CPPUNIT_TEST_SUITE_END();

    struct End {
        const char* name;
        std::function<void(FakeContext&)> set;
        bool isSent = true;  // in this life
        bool isUnclear = true;
    };
    static End answered(const char* name, int status, const std::string& body, bool unclear) {
        return {name, [=](FakeContext& c) { c.fakeHttp.answer(status, body); }, true, unclear};
    }
    static std::vector<End> ends() {
        std::vector<End> out{
            {"interrupted",
             [](FakeContext& c) {
                 c.known = tenon::Past{true, tenon::Done::maybe, {}};
                 c.before.emplace_back(c.interrupted());
             },
             false},
            {"an earlier attempt",
             [](FakeContext& c) {
                 c.known = tenon::Past{true, tenon::Done::maybe, {}};
             },
             false},
            {"cut connection", [](FakeContext& c) { c.fakeHttp.breakOff(0, ""); }},
            {"cut answer", [](FakeContext& c) { c.fakeHttp.breakOff(200, R"({"id":5,"to)"); }},
            {"deadline",
             [](FakeContext& c) {
                 auto error = tenon::makeError(tenon::ErrorKind::timeout, "deadline", "Too long.");
                 error.done = tenon::Done::maybe;
                 c.fakeHttp.answers.emplace_back(error);
             }},
            answered("unreadable", 200, "<html>", true),
            answered("no token", 200, R"({"id":5})", true)};
        for (const int status : {301, 408, 500, 502, 503, 504})
            out.push_back(answered("5xx", status, "", true));
        for (const int status : {400, 401, 403, 404, 409, 429})
            out.push_back(answered("refused", status, R"({"message":"No."})", false));
        out.push_back({"connect",
                       [](FakeContext& c) {
                           c.fakeHttp.answers.emplace_back(tenon::makeError(
                               tenon::ErrorKind::communication, "connect", "Nobody there."));
                       },
                       true, false});
        return out;
    }

    struct Looks {
        const char* name;
        std::function<void(FakeContext&)> set;
        const char* outcome;
    };
    static Looks says(const char* name, int status, const std::string& body, const char* outcome) {
        return {name, [=](FakeContext& c) { c.fakeHttp.answer(status, body); }, outcome};
    }
    static std::vector<Looks> looks() {
        const std::string masked = item(5, "********");
        return {
            says("one", 200, list(item(5)), "adopted 5"),
            says("two", 200, list(item(5) + "," + item(7)), "maybe several found"),
            says("other 404", 404, R"({"message":"Resource not found"})", "maybe unknown outcome"),
            says("page of a proxy", 404, "<html>No page found</html>", "maybe unknown outcome"),
            says("401", 401, "", "maybe unknown outcome"),
            says("403", 403, "", "maybe unknown outcome"),
            says("no list", 200, "{}", "maybe unknown outcome"),
            {"503, and then none",
             [](FakeContext& c) {
                 c.fakeHttp.answer(503, "");
                 none(c, kLooks);
             },
             "maybe unknown outcome"},
            {"503, and then one",
             [](FakeContext& c) {
                 c.fakeHttp.answer(503, "");
                 c.fakeHttp.answer(200, list(item(5)));
             },
             "adopted 5"},
            {"masked token",
             [masked](FakeContext& c) {
                 c.fakeHttp.answer(200, list(masked));
                 c.fakeHttp.answer(200, masked);
             },
             "yes no token"},
            {"masked in the list",
             [masked](FakeContext& c) {
                 c.fakeHttp.answer(200, list(masked));
                 c.fakeHttp.answer(200, item(5));
             },
             "adopted 5"},
            {"page 2",
             [](FakeContext& c) {
                 c.fakeHttp.answer(200, "[]", {{"Elements-Next-Page-Token", "2"}});
                 c.fakeHttp.answer(200, list(item(5)));
             },
             "adopted 5"},
            {"page 2 is missing",
             [](FakeContext& c) {
                 for (int i = 0; i < kLooks; ++i) {
                     c.fakeHttp.answer(200, "[]", {{"Elements-Next-Page-Token", "2"}});
                     c.fakeHttp.answer(404, R"({"message":"No instances found"})");
                 }
             },
             "maybe unknown outcome"},
            {"another's tag",
             [](FakeContext& c) {
                 for (int i = 0; i < kLooks; ++i)
                     c.fakeHttp.answer(200, R"([{"id":5,"token":"t","tags":["tenon-x"]}])");
             },
             "none"}};
    }
    static bool starts(const std::string& text, const std::string& with) {
        return text.substr(0, with.size()) == with;
    }

    static void meet(const End& end, int lag, const Looks& look) {
        FakeContext context;
        end.set(context);
        // The looks at 0, 2, 6, 14, 29, … seconds.
        if (end.isUnclear) none(context, lag);
        const bool isSeen = end.isUnclear && lag < kLooks;
        if (isSeen) look.set(context);
        const bool isAbsent = end.isUnclear && (!isSeen || std::string("none") == look.outcome);
        if (isAbsent) context.fakeHttp.answer(200, item(9, "new"));
        const auto result = sample::call(context);
        const std::string about = std::string(end.name) + ", found after " + std::to_string(lag) +
                                  " looks, " + look.name + ": " + outcome(result);
        const std::size_t posts = (end.isSent ? 1 : 0) + (isAbsent ? 1 : 0);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(about, posts, sample::posts(context));
        CPPUNIT_ASSERT_MESSAGE(about, context.fakeHttp.answers.size() <= kLooks * 2);
        const auto came = outcome(result);
        const std::string wanted = !end.isUnclear ? "no " : isAbsent ? "created 9" : look.outcome;
        CPPUNIT_ASSERT_MESSAGE(about, starts(came, wanted));
        CPPUNIT_ASSERT_MESSAGE(about, came.find(sample::kPassword) == came.npos);
        if (!result) CPPUNIT_ASSERT_MESSAGE(about, came.find("t0ken") == came.npos);
    }
    void countsPosts() {
        for (const auto& end : ends())
            for (const int lag : {0, 4, kLooks})
                for (const auto& look : looks()) {
                    // A whole window of looks begins with the first.
                    const bool isWhole =
                        std::string("none") == look.outcome ||
                        std::string(look.name).find("missing") != std::string::npos;
                    meet(end, isWhole && lag == 4 ? 0 : lag, look);
                }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OnceSweepTest);
