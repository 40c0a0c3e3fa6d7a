// SPDX-License-Identifier: Apache-2.0
// Requests through an instance, from the manifest to the sandbox and back.
#include "manifest_fixture.h"

namespace json = tenon::json;

class RequestsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(RequestsTest);
    CPPUNIT_TEST(readsAccountsPageByPage);
    CPPUNIT_TEST(writesAndReadsRecords);
    CPPUNIT_TEST(callsWhatTheDocsDescribe);
    CPPUNIT_TEST(saysWhatTheDocsHave);
    CPPUNIT_TEST(repeatsAnOperationThatOnlyLooks);
    CPPUNIT_TEST_SUITE_END();

    // A manifest that makes an instance, keeps its id and token in $context, and goes on.
    [[nodiscard]] std::string withInstance(const std::string& tasks) const {
        return manifest(
            "use: {secrets: [cloudElements]}\ndo:\n"
            "  - make: {call: CreateSageCRMInstance, with: {name: A, subdomain: crm.example.com, "
            "username: u, password: p}, export: {as: '${ . }'}}\n" +
            tasks);
    }
    // The output in one line, or what was said of the fault.
    std::string output(const support::Platform& platform, const std::string& file,
                       const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"run", file, "--secrets", platform.secrets,
                                       "--show-secrets"};
        words.insert(words.end(), more.begin(), more.end());
        const auto ended = support::program(words);
        return ended.code == 0 ? json::write(json::read(ended.out).value()) : ended.err;
    }

    void readsAccountsPageByPage() {
        support::Platform platform(folder_, R"({"seed":{"accounts":500}})");
        const auto token =
            output(platform, withInstance("  - token: {set: '${ {t: $context.token} }'}\n"));
        const std::string file = TENON_SOURCE "/manifests/read-accounts.yaml";
        const std::string given = "token=" + *json::read(token).value().find("t")->string();
        const auto found =
            json::read(output(platform, file, {"--input", given, "--input", "pageSize=100"}))
                .value();
        same("502", json::write(*found.find("count")));
        const auto requests = platform.requests();
        std::size_t pages = 0;
        for (auto at = requests.find("/accounts"); at != std::string::npos;
             at = requests.find("/accounts", at + 1))
            ++pages;
        CPPUNIT_ASSERT_EQUAL_MESSAGE(requests, std::size_t(6), pages);
        const auto typo = output(platform, file, {"--input", given, "--input", "pagesize=100"});
        CPPUNIT_ASSERT_MESSAGE(typo, typo.find("pagesize") != std::string::npos);
    }

    void writesAndReadsRecords() {
        support::Platform platform(folder_);
        const std::string token = "token: '${ $context.token }'", leads = ", object: leads";
        const std::string id = ", id: '${ .made }'";
        same(R"({"all":["Gatecom Inc.","Design Right Inc."],"none":[],"made":"1000",)"
             R"("changed":"y","read":"y","deleted":true,"again":false})",
             output(
                 platform,
                 withInstance(
                     "  - list: {call: ListSageCRMRecords, with: {" + token +
                     ", object: accounts, pages: all, pageSize: 1, fields: [comp_NAME], where: "
                     "\"Comp_Name LIKE '%'\"}, output: {as: '${ {all: [.records[].comp_NAME]} "
                     "}'}}\n"
                     "  - none: {call: ListSageCRMRecords, with: {" +
                     token +
                     ", object: accounts, where: \"Comp_Name = 'nobody'\"}, output: {as: '${ "
                     "$input + {none: .records} }'}}\n"
                     "  - create: {call: CreateSageCRMRecord, with: {" +
                     token + leads +
                     ", record: {Lead_Description: x}}, output: {as: '${ $input + {made: .id} "
                     "}'}}\n"
                     "  - change: {call: UpdateSageCRMRecord, with: {" +
                     token + leads + id +
                     ", record: {lead_description: y}}, output: {as: '${ $input + {changed: "
                     ".record.Lead_Description} }'}}\n"
                     "  - read: {call: GetSageCRMRecord, with: {" +
                     token + leads + id +
                     "}, output: {as: '${ $input + {read: .record.Lead_Description} }'}}\n"
                     "  - delete: {call: DeleteSageCRMRecord, with: {" +
                     token + leads + id +
                     "}, output: {as: '${ $input + {deleted: .found} }'}}\n"
                     "  - again: {call: DeleteSageCRMRecord, with: {" +
                     token + leads + id + "}, output: {as: '${ $input + {again: .found} }'}}\n")));
    }

    // The step, and the language's own call with the same document.
    void callsWhatTheDocsDescribe() {
        support::Platform platform(folder_);
        same(R"({"step":"1000","language":["43"],"fetched":"Gatecom Inc."})",
             output(
                 platform,
                 withInstance(
                     "  - docs: {call: GetInstanceDocs, with: {id: '${ $context.id }'}, output: "
                     "{as: '${ {docs} }'}}\n"
                     "  - step: {call: CallElementOperation, with: {token: '${ $context.token }', "
                     "docs: '${ .docs }', operation: createAccount, body: {Comp_Name: New}}, "
                     "output: {as: '${ $input + {step: .body.key} }'}}\n"
                     "  - language:\n"
                     "      call: openapi\n"
                     "      with:\n"
                     "        document: '${ .docs }'\n"
                     "        operationId: getAccounts\n"
                     "        parameters: {pageSize: 1, Authorization: '${ \"User "
                     "\\($secrets.cloudElements.user), Organization "
                     "\\($secrets.cloudElements.organization), Element \\($context.token)\" }'}\n"
                     "      metadata: {baseUrl: '${ $secrets.cloudElements.baseUrl }'}\n"
                     "      output: {as: '${ {step: $input.step, language: [.[].key]} }'}\n"
                     "  - fetched:\n"
                     "      call: openapi\n"
                     "      with:\n"
                     "        document: {endpoint: '${ $secrets.cloudElements.baseUrl + "
                     "\"/instances/docs\" }'}\n"
                     "        operationId: getAccountById\n"
                     "        parameters: {id: '43', Authorization: '${ \"User "
                     "\\($secrets.cloudElements.user), Organization "
                     "\\($secrets.cloudElements.organization), Element \\($context.token)\" }'}\n"
                     "      metadata:\n"
                     "        baseUrl: '${ $secrets.cloudElements.baseUrl }'\n"
                     "        documentHeaders: {Authorization: '${ \"User "
                     "\\($secrets.cloudElements.user), Organization "
                     "\\($secrets.cloudElements.organization), Element \\($context.token)\" }'}\n"
                     "      output: {as: '${ $input + {fetched: .Comp_Name} }'}\n")));
    }

    void saysWhatTheDocsHave() {
        support::Platform platform(folder_);
        const auto said = output(
            platform, withInstance("  - a: {call: CallElementOperation, with: {token: '${ "
                                   "$context.token }', operation: createAcount, body: {}}}\n"));
        CPPUNIT_ASSERT_MESSAGE(
            said, said.find("/operation is \"createAcount\", which the instance's docs do not "
                            "have; they have ") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(said, said.find("createAccount") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(platform.requests(),
                               platform.requests().find("/accounts") == std::string::npos);
    }

    // In a try that is tried three times, because a task after it fails.
    void repeatsAnOperationThatOnlyLooks() {
        const std::tuple<const char*, const char*, int> rows[] = {
            {"operation: getAccounts, method: GET", "GET", 3},
            {"operation: getAccounts, method: '${ \"GET\" }'", "GET", 3},
            {"operation: getAccounts", "GET", 1},
            {"operation: createAccount, body: {Comp_Name: New}", "POST", 1},
            {"operation: createAccount, method: POST, body: {Comp_Name: New}", "POST", 1},
            {"operation: createAccount, method: GET, body: {Comp_Name: New}", "POST", 0},
        };
        for (const auto& [with, method, times] : rows) {
            support::Platform platform(folder_);
            const auto said = output(
                platform,
                withInstance("  - t:\n"
                             "      try:\n"
                             "        - a: {call: CallElementOperation, with: {token: '${ "
                             "$context.token }', " +
                             std::string(with) +
                             "}}\n"
                             "        - b: {raise: {error: {type: 'https://e', status: 500}}}\n"
                             "      catch: {retry: {limit: {attempt: {count: 2}}}}\n"));
            const std::string sent = std::string(method) + " /elements/api-v2/accounts";
            int count = 0;
            const auto all = platform.requests();
            for (auto at = all.find(sent); at != all.npos; at = all.find(sent, at + 1)) ++count;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(std::string(with) + said + all, times, count);
            const bool warned =
                said.find(
                    "CallElementOperation is not idempotent unless \"method\" says GET, PUT "
                    "or DELETE: when a task after it fails") != said.npos;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(
                said, std::string(with).find("method") == std::string::npos, warned);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RequestsTest);
