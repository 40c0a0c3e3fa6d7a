// SPDX-License-Identifier: Apache-2.0
// Every place where a run shows something, and secrets that try to get there.
#include "manifest_fixture.h"
#include "support/sweep.h"

class SecretsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(SecretsTest);
    CPPUNIT_TEST(showsASecretNowhere);
    CPPUNIT_TEST(takesNoSecretApartIntoNumbers);
    CPPUNIT_TEST(sendsNoNameMadeOfASecretOverPlainHttp);
    CPPUNIT_TEST(namesASecretThatIsTooShortToHide);
    CPPUNIT_TEST_SUITE_END();

    support::Ended run(const std::string& task, const std::string& events) {
        const auto secrets =
            folder_.write("secrets.json", R"({"s":"S3cret/Word+Long9","n":"8675309","pin":"ab"})");
        return support::program(
            {"run", manifest("use: {secrets: [s, n, pin]}\ndo:\n  - a: " + task + "\n"),
             "--secrets", secrets, "--allow-shell", "--events", events});
    }
    void showsASecretNowhere() {
        const std::vector<std::string> made{
            "$secrets.s",
            "$secrets.s | ascii_downcase",
            "$secrets.s | ascii_upcase",
            "\"user:\" + $secrets.s | @base64",
            "$secrets.s | @uri",
            "$secrets.s | @json",
            "$secrets.s | @html",
            "$secrets.s | split(\"\") | reverse | join(\"\")",
        };
        const std::vector<std::string> places{
            "{raise: {error: {type: '${ \"https://e/\" + (X) }', status: 500}}}",
            "{raise: {error: {type: e, status: 500, title: '${ X }', detail: '${ X }'}}}",
            "{raise: {error: {type: e, status: 500, instance: '${ \"/do/\" + (X) }'}}}",
            "{set: {v: '${ {(X): 1} }'}}",
            "{set: {v: '${ [{k: (X)}] | INDEX(.k) }'}}",
            "{set: {v: '${ \"a\" + (X) + \"b\" }'}}",
            "{emit: {event: {with: {type: t, data: '${ {(X): (X)} }'}}}}",
            "{run: {shell: {command: 'echo \"$1\" >&2; exit 3', arguments: ['${ X }']}}}",
            "{run: {shell: {command: '${ \"echo \" + (X) + \" >&2; exit 3\" }'}}}",
            "{set: {v: '${ {(X): 1} }'}, output: {schema: {document: {properties: {v: "
            "{additionalProperties: {type: string}}}}}}}",
        };
        const std::regex shown("s3cret|9gnol|UzNjcmV0|czNjcmV0|VzZWNyZX|8675309",
                               std::regex::icase);
        int number = 0;
        for (const auto& place : places)
            for (const auto& value : made) {
                if (!support::tried()) continue;
                const auto task = std::regex_replace(place, std::regex("\\bX\\b"), value);
                const auto events = folder_.path("events" + std::to_string(++number));
                const auto ended = run(task, events);
                const auto all =
                    ended.out + ended.err + folder_.read("events" + std::to_string(number));
                CPPUNIT_ASSERT_MESSAGE(task + ":\n" + all, !std::regex_search(all, shown));
                CPPUNIT_ASSERT_MESSAGE(task + ":\n" + all, all.find("********") != all.npos);
            }
    }
    void takesNoSecretApartIntoNumbers() {
        const auto ended =
            run("{set: {v: '${ $secrets.s | explode | implode }'}}", folder_.path("events"));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.find("a secret cannot be taken apart into "
                                                         "numbers") != std::string::npos);
    }
    void sendsNoNameMadeOfASecretOverPlainHttp() {
        const auto ended =
            run("{call: http, with: {method: post, endpoint: 'http://example.invalid/x', "
                "body: {k: '${ {($secrets.s | ascii_downcase): 1} }'}}}",
                folder_.path("events"));
        CPPUNIT_ASSERT(ended.err.find("a secret would go to example.invalid over plain http") !=
                       std::string::npos);
    }
    void namesASecretThatIsTooShortToHide() {
        const auto ended = run("{set: {x: 1}}", folder_.path("events"));
        CPPUNIT_ASSERT(
            ended.err.starts_with("tenon: warning: the secret pin is shorter than 4 bytes: it is "
                                  "hidden where it stands alone, but not inside a longer text\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SecretsTest);
