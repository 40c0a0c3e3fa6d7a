// SPDX-License-Identifier: Apache-2.0
// https is a module that comes along when it is needed: to the installed program, and to a program
// that embeds steps.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>

#include "certificates.h"
#include "script_server.h"
#include "support/folder.h"
#include "support/process.h"
#include "support/whole.h"
#include "tenon/host.h"
#include "tenon/version.h"

using support::Certificates;
using support::Line;
using support::ScriptServer;

namespace fs = std::filesystem;

class HttpsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HttpsTest);
    CPPUNIT_TEST(comesToTheInstalledProgram);
    CPPUNIT_TEST(isNotLoadedWithoutNeed);
    CPPUNIT_TEST(isMissed);
    CPPUNIT_TEST(isMissedByANeighbour);
    CPPUNIT_TEST(comesToAProgramThatEmbeds);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;
    const std::string prefix_ = folder_.path("prefix");
    const std::string module_ = prefix_ + "/" LIBRARIES "/tenon/libtenon-tls-" TENON_VERSION ".so";

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void answering(Line& line) {
        line.request();
        line.send(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }
    // What `tenon run` of one GET says. `loaded`: all files that the dynamic linker met.
    support::Ended get(const ScriptServer& server, std::string* loaded = nullptr) const {
        const auto manifest =
            folder_.write("get.yaml",
                          "document: {dsl: 1.0.0, namespace: n, name: get, version: 1.0.0}\n"
                          "do: [{a: {call: http, with: {method: get, endpoint: '" +
                              server.url() + "'}}}]\n");
        std::map<std::string, std::string> environment{{"SSL_CERT_FILE", Certificates::get().ca()}};
        if (loaded) {
            environment["LD_DEBUG"] = "files";
            environment["LD_DEBUG_OUTPUT"] = folder_.path("loaded");
        }
        auto ended = support::run({prefix_ + "/bin/tenon", "run", manifest}, "", environment);
        if (loaded)
            for (const auto& file : fs::directory_iterator(folder_.path()))
                if (file.path().filename().string().starts_with("loaded."))
                    *loaded += folder_.read(file.path().filename().string());
        return ended;
    }
    // The error's first line.
    static std::string said(const support::Ended& ended) {
        const auto at = ended.err.find("error: ");
        return at == ended.err.npos ? ended.err
                                    : ended.err.substr(at, ended.err.find('\n', at) - at);
    }
    static bool isIn(const std::string& part, const std::string& text) {
        return text.find(part) != text.npos;
    }

  public:
    void setUp() override {
        const auto ended = support::run({CMAKE, "--install", TENON_BUILD, "--prefix", prefix_});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
    }

    void comesToTheInstalledProgram() {
        const ScriptServer server(Certificates::get().server("good"), answering);
        const auto ended = get(server);
        same("{}\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(1, server.count("GET"));
    }
    void isNotLoadedWithoutNeed() {
        std::string loaded;
        same("{}\n", get(ScriptServer(nullptr, answering), &loaded).out);
        CPPUNIT_ASSERT(isIn("libPocoNet.so", loaded));
        for (const std::string library :
             {"libssl", "libcrypto", "PocoNetSSL", "PocoCrypto", "tenon-tls"})
            CPPUNIT_ASSERT_MESSAGE(library, !isIn(library, loaded));
        same("{}\n", get(ScriptServer(Certificates::get().server("good"), answering), &loaded).out);
        CPPUNIT_ASSERT(isIn("libssl", loaded));
    }
    void isMissed() {
        fs::remove(module_);
        const ScriptServer server(Certificates::get().server("good"), answering);
        const auto ended = get(server);
        same("error: GET " + server.url() + ": https needs the module " + module_ +
                 ", which cannot be loaded (" + module_ +
                 ": cannot open shared object file: No such file or directory); install Tenon "
                 "again.",
             said(ended));
        CPPUNIT_ASSERT_EQUAL(0, server.count("GET"));
    }
    // A file of that name that is something else.
    void isMissedByANeighbour() {
        fs::remove(module_);
        fs::copy_file(prefix_ + "/" LIBRARIES "/tenon/plugins/cloudelements.so", module_);
        const ScriptServer server(Certificates::get().server("good"), answering);
        const auto ended = get(server);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err, isIn("undefined symbol: tenon_tls_open); install Tenon again.", ended.err));
    }
    void comesToAProgramThatEmbeds() {
        const ScriptServer server(Certificates::get().server("good"), answering);
        tenon::HostOptions options;
        options.caFile = Certificates::get().ca();
        tenon::Host host(options);
        const auto context = host.context("key");
        const tenon::HttpRequest request{.method = "GET", .url = server.url()};
        const auto answer = context->http().send(request, context->limits());
        same("{}", answer ? answer.value().body : support::whole(answer.error()));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HttpsTest);
