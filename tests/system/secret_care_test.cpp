// SPDX-License-Identifier: Apache-2.0
// What a run does for secrets before it has any, seen from outside.
#include <sys/resource.h>

#include "manifest_fixture.h"

class SecretCareTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(SecretCareTest);
    CPPUNIT_TEST(leavesNoCoreDump);
    CPPUNIT_TEST(leavesOneWhereThatIsAllowed);
    CPPUNIT_TEST(saysThatTheEnvironmentIsNotUtf8);
    CPPUNIT_TEST_SUITE_END();

    // The limit on core dumps of a running tenon and of what it starts, where the user's is
    // `limit`.
    std::string limits(const std::string& options, const std::string& limit) {
        const auto file = manifest(
            "do:\n  - a: {run: {shell: {command: 'grep core /proc/$PPID/limits; ulimit -S "
            "-c'}}}\n");
        const auto ended =
            support::run({"sh", "-c",
                          "ulimit -S -c " + limit + " && exec " TENON_PROGRAM " run " + file +
                              " --allow-shell" + options});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        const auto out = tenon::json::read(ended.out).value();
        const auto* text = out.string();
        CPPUNIT_ASSERT(text);
        std::smatch found;
        const bool fits = std::regex_search(
            *text, found, std::regex("Max core file size +([a-z0-9]+) [^\n]*\n([a-z0-9]+)\n?$"));
        CPPUNIT_ASSERT_MESSAGE(*text, fits);
        return found[1].str() + " " + found[2].str();
    }
    static bool mayDump() {
        struct rlimit limit {};
        ::getrlimit(RLIMIT_CORE, &limit);
        return limit.rlim_max >= 4096;
    }

    void leavesNoCoreDump() {
        if (mayDump()) same("0 0", limits("", "4"));
        same("0 0", limits("", "0"));
    }
    // A sanitizer's runtime leaves none by itself.
    void leavesOneWhereThatIsAllowed() {
#ifndef TENON_SANITIZED
        if (mayDump())
            CPPUNIT_ASSERT_EQUAL(std::string::npos, limits(" --allow-core-dump", "4").find("0 "));
#endif
    }
    void saysThatTheEnvironmentIsNotUtf8() {
        const auto events = folder_.path("events");
        const auto ended = support::program(
            {"run", manifest("use: {secrets: [s]}\ndo:\n  - a: {set: {v: '${ $secrets.s }'}}\n"),
             "--events", events},
            "", {{"TENON_SECRET_S", "s3cr\xfct9"}});
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.code != 0);
        same("", ended.out);
        const auto all =
            ended.err + (std::filesystem::exists(events) ? folder_.read("events") : "");
        CPPUNIT_ASSERT_MESSAGE(all, all.find("TENON_SECRET_S is not UTF-8.") != all.npos);
        CPPUNIT_ASSERT_MESSAGE(all, all.find("s3cr") == all.npos && all.find('\xfc') == all.npos);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SecretCareTest);
