// SPDX-License-Identifier: Apache-2.0
// Where what a run gave cannot be written: it reaches the user all the same.
#include "manifest_fixture.h"
#include "support/drafts.h"

using support::kCreate;
using support::Platform;

class DeliveryTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(DeliveryTest);
    CPPUNIT_TEST(showsTheOutputWhereStandardOutputIsFull);
    CPPUNIT_TEST(showsTheOutputWhereItsFileCannotBeWritten);
    CPPUNIT_TEST(showsWhatACallGaveWhereItsOutputCannotBeShaped);
    CPPUNIT_TEST(saysItWhereWhatWasMadeCannotBeWritten);
    CPPUNIT_TEST(takesNoFileForAClosedStream);
    CPPUNIT_TEST(saysItOfOtherCommandsToo);
    CPPUNIT_TEST_SUITE_END();

    // The program as a shell starts it: "$@" stands for it and its words.
    static support::Ended shell(const std::string& command, std::vector<std::string> words) {
        words.insert(words.begin(), {"sh", "-c", command, "sh", TENON_PROGRAM});
        return support::run(words);
    }
    static std::string plain(const std::string& text) {
        return support::withoutChance(support::steady(text), "result.json");
    }

    void showsTheOutputWhereStandardOutputIsFull() {
        Platform platform(folder_, R"({"firstId":427902})");
        const auto ended = shell("exec \"$@\" >/dev/full",
                                 {"run", kCreate, "--secrets", platform.secrets, "--show-secrets"});
        same(
            "create-sagecrm-instance 1.0.0\n"
            "  create: call CreateSageCRMInstance, T\n"
            "tenon: standard output could not be written (No space left on device). The run itself "
            "is done; its output is:\n"
            "{\n  \"id\": 427902,\n  \"token\": \"********\"\n}\n",
            plain(ended.err));
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
    }
    // The file came meanwhile, made by the run itself.
    [[nodiscard]] std::string manifestThatIsFirst(const std::string& path,
                                                  const std::string& rest) const {
        return manifest(
            "do:\n"
            "  - come: {run: {shell: {command: 'echo >\"$1\"', arguments: ['" +
            path + "']}}}\n" + rest);
    }
    static std::string fileProblem(const std::string& path) {
        return "tenon: The output file " + path +
               " could not be written (File exists); what there is of it is in " + path +
               ".XXXXXX.\n";
    }
    void showsTheOutputWhereItsFileCannotBeWritten() {
        const auto path = folder_.path("result.json");
        const auto ended =
            support::program({"run", manifestThatIsFirst(path, "  - give: {set: {x: 1}}\n"),
                              "--allow-shell", "--output", path});
        same("m 1.0.0\n  come: run shell, T\n  give: set, T\n" + fileProblem(path),
             plain(ended.err));
        same("{\n  \"x\": 1\n}\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
        same("\n", folder_.read("result.json"));
    }
    // The instance exists.
    void showsWhatACallGaveWhereItsOutputCannotBeShaped() {
        Platform platform(folder_, R"({"firstId":427902})");
        const auto path = manifest(
            "use: {secrets: [cloudElements, sageCrm]}\n"
            "do:\n"
            "  - create:\n"
            "      call: CreateSageCRMInstance\n"
            "      with:\n"
            "        connection: ${ $secrets.cloudElements }\n"
            "        name: Sales\n"
            "        subdomain: ${ $secrets.sageCrm.subdomain }\n"
            "        username: ${ $secrets.sageCrm.username }\n"
            "        password: ${ $secrets.sageCrm.password }\n"
            "      output: {as: '${ error(\"no\") }'}\n");
        const auto ended = support::program(
            {"run", path, "--secrets", platform.secrets, "--output", folder_.path("result.json")});
        const auto made = ended.err.find("  completed before: {\n");
        same(
            "m 1.0.0\n"
            "  create: call CreateSageCRMInstance FAULTED, T\n"
            "error: In output/as: no. This came after the call, which has been done.\n"
            "  kind: expression, status 400, expression\n"
            "  task: /do/0/create\n"
            "  place: m.yaml:12:20\n"
            "  outcome: the remote side has acted; running this again does it again\n",
            support::steady(ended.err.substr(0, made)));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        const auto kept = tenon::json::read(folder_.read("result.json")).value();
        const auto& create = *kept.find("completed")->find("/do/0/create");
        CPPUNIT_ASSERT(*create.find("id") == tenon::Value(427902));
        const std::string token = *create.find("token")->string();
        CPPUNIT_ASSERT_EQUAL(std::size_t(44), token.size());
        CPPUNIT_ASSERT(ended.err.find("\"id\": 427902", made) != std::string::npos);
        CPPUNIT_ASSERT(ended.err.find(token) == std::string::npos);
    }
    void saysItWhereWhatWasMadeCannotBeWritten() {
        const auto path = folder_.path("result.json");
        const auto no = manifestThatIsFirst(
            path, "  - no: {raise: {error: {type: 'https://x', status: 400, detail: No.}}}\n");
        const auto ended = support::program({"run", no, "--allow-shell", "--output", path});
        same(
            "m 1.0.0\n  come: run shell, T\n  no: raise FAULTED, T\n"
            "error: No.\n  kind: runtime, status 400\n  type: https://x\n  task: /do/1/no\n"
            "  place: m.yaml:4:5\n"
            "  outcome: the remote side has acted; running this again does it again\n"
            "  completed before: {\n  \"/do/0/come\": {\n    \"code\": 0,\n    \"stdout\": "
            "\"\",\n    \"stderr\": \"\"\n  }\n}\n" +
                fileProblem(path),
            plain(ended.err));
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
    }
    // The events file would be number 1, and the output would go into it.
    void takesNoFileForAClosedStream() {
        const auto path = manifest("do: [{a: {set: {x: 1}}}]\n");
        const auto ended =
            shell("exec \"$@\" >&-", {"run", path, "--events", folder_.path("events")});
        same(
            "m 1.0.0\n  a: set, T\n"
            "tenon: standard output could not be written (Bad file descriptor). The run itself is "
            "done; its output is:\n{\n  \"x\": 1\n}\n",
            support::steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
        std::istringstream events(folder_.read("events"));
        int lines = 0;
        for (std::string line; std::getline(events, line); ++lines)
            CPPUNIT_ASSERT_MESSAGE(line, tenon::json::read(line));
        CPPUNIT_ASSERT_EQUAL(5, lines);
    }
    void saysItOfOtherCommandsToo() {
        const auto ended = shell("exec \"$@\" >/dev/full", {"steps"});
        same("tenon: standard output could not be written (No space left on device)\n", ended.err);
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DeliveryTest);
