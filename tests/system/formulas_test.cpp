// SPDX-License-Identifier: Apache-2.0
// A formula from its exported template to the values of its steps, in manifests that people write.
#include <signal.h>

#include "manifest_fixture.h"
#include "scenarios/stub_server.h"
#include "support/running.h"

using scenarios::Answer;
using scenarios::StubServer;

class FormulasTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(FormulasTest);
    CPPUNIT_TEST(sendsAnExportedTemplateUnchangedFromAFile);
    CPPUNIT_TEST(sendsAnExportedTemplateUnchangedFromTheManifest);
    CPPUNIT_TEST(goesFromTheTemplateToTheValues);
    CPPUNIT_TEST(showsNoSecretThatAFormulaLogged);
    CPPUNIT_TEST(saysWhatStillRunsWhenItIsStopped);
    CPPUNIT_TEST(makesTheWholeJourneyOnTheSandbox);
    CPPUNIT_TEST(namesTheStepThatFailedOnTheSandbox);
    CPPUNIT_TEST_SUITE_END();

    StubServer server_{nullptr, [](const auto&) {
                           return Answer{Answer::Kind::whole, 404, {}, ""};
                       }};

    static std::string exported() {
        std::ifstream file(TENON_SOURCE "/tests/system/formulas/greet-contacts.json");
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void answer(const std::string& method, const std::string& path, const std::string& body,
                int status = 200) {
        server_.answer(method, "/elements/api-v2" + path,
                       {Answer::Kind::whole, status, {{"Content-Type", "application/json"}}, body});
    }
    [[nodiscard]] std::vector<std::string> words(const std::string& manifest) const {
        const auto secrets = folder_.write(
            "secrets.json", R"({"cloudElements":{"baseUrl":"http://127.0.0.1:)" +
                                std::to_string(server_.port()) +
                                R"(/elements/api-v2","user":"BUIWhN8NTPaeyYo7Kblo","organization":)"
                                R"("5f0c2b0b9d7e4c6a8f1e3d5c7b9a0f12"}})");
        return {"run", manifest, "--secrets", secrets};
    }
    support::Ended run(const std::string& tasks) {
        return support::program(words(manifest("use: {secrets: [cloudElements]}\ndo:\n" + tasks)));
    }
    // "POST /formulas", a line each.
    [[nodiscard]] std::string asked() const {
        std::string out;
        for (const auto& one : server_.received())
            out += one.method + " " +
                   one.target.substr(std::string_view("/elements/api-v2").size()) + "\n";
        return out;
    }
    void sentAsExported(const support::Ended& ended) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        const auto received = server_.received();
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), received.size());
        auto wanted = *tenon::json::read(exported()).value().object();
        const auto* said = wanted.find("description");
        wanted.set("description", (said ? *said->string() + " " : std::string()) + "[TAG]");
        same(tenon::json::write(wanted),
             std::regex_replace(received[0].body, std::regex("tenon-[a-z2-7]{26}"), "TAG"));
    }
    void sendsAnExportedTemplateUnchangedFromAFile() {
        answer("POST", "/formulas", R"({"id":5,"name":"Greet new contacts"})");
        folder_.write("greet-contacts.json", exported());
        sentAsExported(
            run("  - make:\n      call: CreateFormulaTemplate\n      with:\n        template: "
                "{resource: {endpoint: greet-contacts.json}}\n"));
    }
    void sendsAnExportedTemplateUnchangedFromTheManifest() {
        answer("POST", "/formulas", R"({"id":5,"name":"Greet new contacts"})");
        sentAsExported(run("  - make: {call: CreateFormulaTemplate, with: {template: {document: " +
                           std::regex_replace(exported(), std::regex("\n"), "\n    ") + "}}}\n"));
    }
    void answerAll() {
        auto made = *tenon::json::read(exported()).value().object();
        made.set("id", 5);
        answer("GET", "/formulas?abridged=true&pageSize=200", "[]");
        answer("POST", "/formulas", tenon::json::write(made));
        answer("GET", "/formulas/5", tenon::json::write(made));
        answer("GET", "/formulas/instances?searchText=greeter&pageSize=200", "[]");
        answer("POST", "/formulas/5/instances", R"({"id":9,"name":"greeter"})");
        answer("POST", "/formulas/instances/9/executions", R"([{"id":12,"status":"pending"}])");
        const std::string execution = "/formulas/instances/executions/12";
        answer("GET", execution, R"({"id":12,"status":"pending"})");
        answer("GET", execution, R"({"id":12,"status":"success"})");
        answer(
            "GET", execution + "/steps?includeValues=true&pageSize=200",
            R"([{"id":2,"stepName":"lookup","status":"success","stepExecutionValues":[)"
            R"({"key":"lookup.request.headers","value":"{\"Authorization\":\"Element tok3n, User )"
            R"(us3r, Organization 0rg\"}"},)"
            R"({"key":"lookup.response.code","value":"200"},)"
            R"({"key":"lookup.response.body","value":"{\"Pers_LastName\":\"Doe\"}"}]}])");
        answer("DELETE", "/formulas/5/instances/9", "");
        answer("DELETE", "/formulas/5", "");
    }
    inline static const std::string kJourney = R"(
  - find: {call: FindFormulaTemplate, with: {name: Greet new contacts}}
  - make:
      if: ${ .found | not }
      call: CreateFormulaTemplate
      with:
        template: {resource: {endpoint: greet-contacts.json}}
      export: {as: '${ {formula: .id} }'}
  - bind:
      call: CreateFormulaInstance
      with:
        formulaId: ${ $context.formula }
        name: greeter
        instances: {crmElement: 427902}
        values: {listener: 'https://listener.example/greetings'}
      export: {as: '${ $context + {instance: .id} }'}
  - run:
      call: RunFormula
      with:
        formulaInstanceId: ${ $context.instance }
        args: {id: 43}
        limit: 60
      export: {as: '${ $context + {ran: .} }'}
  - unbind: {call: DeleteFormulaInstance, with: {formulaId: '${ $context.formula }', formulaInstanceId: '${ $context.instance }'}}
  - unmake: {call: DeleteFormulaTemplate, with: {formulaId: '${ $context.formula }'}}
)";
    void goesFromTheTemplateToTheValues() {
        answerAll();
        folder_.write("greet-contacts.json", exported());
        const auto ended = run(kJourney.substr(1) +
                               "  - show: {set: {code: '${ $context.ran.steps.lookup.response.code "
                               "}', name: '${ $context.ran.steps.lookup.response.body"
                               ".Pers_LastName }'}}\n");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("{\n  \"code\": \"200\",\n  \"name\": \"Doe\"\n}\n", ended.out);
        same(
            "GET /formulas?abridged=true&pageSize=200\n"
            "POST /formulas\n"
            "GET /formulas/5\n"
            "GET /formulas/instances?searchText=greeter&pageSize=200\n"
            "POST /formulas/5/instances\n"
            "POST /formulas/instances/9/executions\n"
            "GET /formulas/instances/executions/12\n"
            "GET /formulas/instances/executions/12\n"
            "GET /formulas/instances/executions/12/steps?includeValues=true&pageSize=200\n"
            "DELETE /formulas/5/instances/9\n"
            "DELETE /formulas/5\n",
            asked());
        same(R"({"name":"greeter","active":true,"configuration":{"crmElement":427902,)"
             R"("listener":"https://listener.example/greetings"}})",
             server_.received()[4].body);
        same(R"({"id":43})", server_.received()[5].body);
    }
    void showsNoSecretThatAFormulaLogged() {
        answerAll();
        const auto ended = run("  - run: {call: RunFormula, with: {formulaInstanceId: 9}}\n");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        const auto all = ended.out + ended.err;
        for (const char* secret : {"tok3n", "us3r", "0rg"})
            CPPUNIT_ASSERT_MESSAGE(all, all.find(secret) == all.npos);
        CPPUNIT_ASSERT_MESSAGE(all, all.find("\"Authorization\": \"********\"") != all.npos);
    }
    void saysWhatStillRunsWhenItIsStopped() {
        answer("POST", "/formulas/instances/9/executions", R"([{"id":12,"status":"pending"}])");
        server_.answer("GET", "/elements/api-v2/formulas/instances/executions/12",
                       {Answer::Kind::never, 0, {}, ""});
        auto line =
            words(manifest("use: {secrets: [cloudElements]}\ndo:\n  - run: {call: "
                           "RunFormula, with: {formulaInstanceId: 9}}\n"));
        line.insert(line.begin(), TENON_PROGRAM);
        support::Running run(line);
        while (server_.received().size() < 2) std::this_thread::yield();
        run.signal(SIGINT);
        run.wait();
        // What was started is kept where the run's output goes.
        same(
            "m 1.0.0\n"
            "  run: call RunFormula stopped, T\n"
            "error: GET http://127.0.0.1:PORT/********/formulas/instances/executions/12: the run "
            "was stopped. The execution 12 of the formula instance 9 was started and may still "
            "run: look at GET /formulas/instances/executions/12 on "
            "the platform before you run this again.\n"
            "  kind: cancelled, status 499, cancelled\n"
            "  task: /do/0/run\n"
            "  place: m.yaml:4:5\n"
            "  outcome: the remote side has acted; running this again does it again\n"
            "  completed before: {\n  \"/do/0/run\": {\n    \"formulaInstanceId\": 9,\n    "
            "\"executions\": [\n      12\n    ]\n  }\n}\n",
            support::steady(run.all()));
    }
    static support::Ended journey(const support::Platform& platform, const std::string& input) {
        return support::program({"run", TENON_SOURCE "/tests/system/formulas/journey.yaml",
                                 "--secrets", platform.secrets, "--input", input});
    }
    void makesTheWholeJourneyOnTheSandbox() {
        const support::Platform platform(folder_);
        const auto ended = journey(platform, "account=null");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        const auto shown = tenon::json::write(tenon::json::read(ended.out).value());
        same(R"({"widened":"replaced","mappedAgain":"unchanged","mapped":["id","label"],)"
             R"("read":["id","label"],"found":true,"code":"200","all":true,"existed":false})",
             shown);
    }
    void namesTheStepThatFailedOnTheSandbox() {
        const support::Platform platform(folder_);
        const auto ended = journey(platform, "account=999");
        CPPUNIT_ASSERT_MESSAGE(
            ended.err,
            ended.err.find(
                " failed in the step \"account\": Status 404: No account found with ID 999") !=
                std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err, ended.err.find("outcome: the remote side has acted") != std::string::npos);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FormulasTest);
