// SPDX-License-Identifier: Apache-2.0
// An instance from its creation to its end, by the steps alone and on the sandbox; nothing but
// `use.secrets` says where the platform is.
#include "manifest_fixture.h"

using support::program;

class InstancesSystemTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(InstancesSystemTest);
    CPPUNIT_TEST(livesAndEnds);
    CPPUNIT_TEST(showsWhoseCredentialsAreWrong);
    CPPUNIT_TEST(sendsThePollingConfigurationAsItIsWritten);
    CPPUNIT_TEST_SUITE_END();

    support::Ended run(const std::string& tasks) const {
        const support::Platform platform(folder_, R"({"firstId":427902})");
        return program({"run", manifest("use: {secrets: [cloudElements]}\ndo:\n" + tasks),
                        "--secrets", platform.secrets});
    }
    static std::string create(const std::string& more = "") {
        return "  - create: {call: CreateElementInstance, with: {element: sagecrm, name: n, "
               "verify: false,"
               " tags: [run-1],\n      configuration: {subdomain: h, username: u, password: p}" +
               more + "},\n      export: {as: '${ {id: .id, token: .token, seen: []} }'}}\n";
    }
    // A task whose output goes into the list that is shown in the end.
    static std::string task(const std::string& name, const std::string& step,
                            const std::string& with, const std::string& output) {
        return "  - " + name + ": {call: " + step + ", with: {" + with + "}, output: {as: '${ " +
               output +
               " }'},\n      export: {as: '${ $context + {seen: ($context.seen + [.])} }'}}\n";
    }
    // The same for one that must fail.
    static std::string failing(const std::string& name, const std::string& step,
                               const std::string& with) {
        return "  - " + name + ": {try: [{t: {call: " + step + ", with: {" + with +
               "}}}], catch: {as: e, do: [{c: {set: '${ $e.detail }'}}]},\n"
               "      export: {as: '${ $context + {seen: ($context.seen + [.])} }'}}\n";
    }
    inline static const std::string kShow = "  - show: {set: '${ $context.seen }'}\n";
    inline static const std::string kId = "id: '${ $context.id }'";
    inline static const std::string kToken = "token: '${ $context.token }'";

    void livesAndEnds() {
        const std::string found = "[[.instances[] | [.id, .name, .elementKey]], .complete]";
        const auto ended = run(
            create() + task("find", "FindElementInstances", "tags: [run-1]", found) +
            task("none", "FindElementInstances", "tags: [run-2]", found) +
            task("ping", "PingElementInstance", kToken, ".endpoint") +
            task("off", "DisableElementInstance", kId, ".") +
            task("get", "GetElementInstance", kId, "[.disabled, .configuration.password]") +
            failing("refused", "PingElementInstance", kToken) +
            task("on", "EnableElementInstance", kId, ".disabled") +
            task("name", "UpdateElementInstance", kId + ", name: m, tags: []", "[.name, .tags]") +
            task("delete", "DeleteElementInstance", kId, ".existed") +
            task("again", "DeleteElementInstance", kId, ".existed") +
            failing("gone", "GetElementInstance", kId) +
            failing("dead", "PingElementInstance", kToken) + kShow);
        const auto shown = tenon::json::read(ended.out);
        CPPUNIT_ASSERT_MESSAGE(ended.err, shown.ok());
        same(
            R"([[[[427902,"n","sagecrm"]],true],[[],true],"sagecrm",{"id":427902,"disabled":true},)"
            R"([true,"********"],)"
            R"("The platform answered 403: The element instance is disabled. The instance is )"
            R"(switched off (EnableElementInstance switches it on), or the credentials in )"
            R"(connection do not allow this.",false,["m",[]],true,false,)"
            R"("The platform answered 404: No element instance found with ID 427902. There is no )"
            R"(instance 427902 that these credentials may see: check id and connection.",)"
            R"("The platform answered 401: Invalid Organization or User secret, or invalid )"
            R"(Element token provided. Check connection.user, connection.organization and token: )"
            R"(an instance that was deleted has none."])",
            tenon::json::write(shown.value()));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }
    void showsWhoseCredentialsAreWrong() {
        const auto ended =
            run(create() +
                task("change", "UpdateElementInstance",
                     kId + ", configuration: {password: wrong-one}", ".configuration.password") +
                failing("ping", "PingElementInstance", kToken) +
                failing("mask", "UpdateElementInstance",
                        kId + ", configuration: {password: '********'}") +
                kShow);
        const auto shown = tenon::json::read(ended.out);
        CPPUNIT_ASSERT_MESSAGE(ended.err, shown.ok());
        same(R"(["********","The platform answered 401: The provider refused the credentials. The )"
             R"(provider said: Invalid user name or password. The provider does not take the )"
             R"(credentials that the instance was made with: give it others with )"
             R"(UpdateElementInstance.","The inputs do not fit.\n  /configuration/password is the )"
             R"(mask that the platform shows instead of a secret, and would become the secret; )"
             R"(leave the key out, or write the secret itself"])",
             tenon::json::write(shown.value()));
    }
    void sendsThePollingConfigurationAsItIsWritten() {
        const auto ended = run(
            create(
                ", events: {callbackUrl: 'http://127.0.0.1:1/', signatureKey: s1gnature,\n"
                "      configuration: {document: {accounts: {url: \"/x?d=${gmtDate:yyyy}\"}}}}") +
            task("get", "GetElementInstance", kId,
                 "[.configuration[\"event.poller.configuration\", "
                 "\"event.poller.refresh_interval\", \"event.notification.signature.key\"]]") +
            kShow);
        const auto shown = tenon::json::read(ended.out);
        CPPUNIT_ASSERT_MESSAGE(ended.err, shown.ok());
        same(R"([["{\"accounts\":{\"url\":\"/x?d=${gmtDate:yyyy}\"}}","15","********"]])",
             tenon::json::write(shown.value()));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(InstancesSystemTest);
