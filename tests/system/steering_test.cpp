// SPDX-License-Identifier: Apache-2.0
// Texts that would steer a terminal, or are none, at every place from which a text may come:
// nothing of them is shown as it is.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <signal.h>

#include "manifest_fixture.h"
#include "steering.h"
#include "support/running.h"
#include "support/sweep.h"

using support::bytesAsJson;
using support::kBytes;
using support::kMarks;
using support::quoted;
using support::steering;
using support::texts;

class SteeringTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(SteeringTest);
    CPPUNIT_TEST(findsWhatSteers);
    CPPUNIT_TEST(showsNoWordOfTheCommandLineAsItIs);
    CPPUNIT_TEST(showsNoFileNameAsItIs);
    CPPUNIT_TEST(showsNoTextOfAFileAsItIs);
    CPPUNIT_TEST(showsNoTextOfARunAsItIs);
    CPPUNIT_TEST(showsNoNameOfASecretAsItIs);
    CPPUNIT_TEST(showsNoTextOfAServerAsItIs);
    CPPUNIT_TEST(showsNoRequestAsItIs);
    CPPUNIT_TEST(keepsTheBytesOfFiles);
    CPPUNIT_TEST_SUITE_END();

    support::Ended shows(const std::vector<std::string>& words, const std::string& input = "",
                         const std::map<std::string, std::string>& environment = {}) const {
        auto ended = support::program(words, input, environment);
        std::string which;
        for (const auto& word : words) which += word + " ";
        CPPUNIT_ASSERT_EQUAL_MESSAGE(which + ended.out + ended.err, std::string(),
                                     steering(ended.out + ended.err));
        // Killed or said nothing, it would prove nothing.
        CPPUNIT_ASSERT_MESSAGE(which, ended.code < 128 && !(ended.out + ended.err).empty());
        return ended;
    }
    void sweeps(const std::vector<std::string>& words, const std::string& input = "") const {
        if (support::tried()) shows(words, input);
    }
    [[nodiscard]] std::string taskOf(const std::string& task) const {
        return manifest("do: [{t: " + task + "}]\n");
    }

    void findsWhatSteers() {
        for (const auto& text : texts())
            for (std::size_t i = 0; i < text.size(); ++i)
                if (text[i] >= 'a' && text[i] <= 'v' && i + 1 < text.size())
                    CPPUNIT_ASSERT_MESSAGE(text.substr(i), !steering(text.substr(i)).empty());
        same("", steering("größer €\t\n😀\u200d"));
    }
    void showsNoWordOfTheCommandLineAsItIs() {
        const auto good = taskOf("{set: {x: 1}}");
        for (const auto& text : texts()) {
            sweeps({text});
            for (const char* command : {"run", "validate", "graph", "steps", "schema", "sandbox"}) {
                sweeps({command, "--" + text});
                if (std::string(command) != "sandbox") sweeps({command, text});
            }
            for (const char* option : {"secrets", "events", "output", "sandbox-faults", "ca-file",
                                       "resolve", "plugins", "input", "request-timeout"})
                sweeps({"run", good, std::string("--") + option, folder_.path("none/") + text});
            for (const char* option : {"input", "resolve", "request-timeout", "allow-plain-http"})
                for (const auto& value : {text, text + "=" + text, text + "=" + quoted(text),
                                          "a=" + text, "a:1:" + text})
                    sweeps({"run", good, std::string("--") + option, value});
            sweeps({"sandbox", "--port", text});
            sweeps({"sandbox", "--sandbox-faults", text});
            for (const char* option : {"--state", "--secrets-to"})
                sweeps({"sandbox", option, folder_.path("none/") + text});
            sweeps({"run", good, "--output", folder_.path(text)});
        }
    }
    void showsNoFileNameAsItIs() {
        for (const auto& text : texts()) {
            const std::string head =
                "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0}\n";
            for (const std::string rest :
                 {"do: [{t: {set: {x: 1}}}]\n", "do: [{t: {x: 1}}]\n", "do: [",
                  "do: [{t: {call: http, with: {method: get, endpoint: "
                  "'http://127.0.0.1:1'}}}]\nx: {}\n",
                  "do: [{t: {set: {x: '${ .y }'}}}]\n"}) {
                const auto path = folder_.write(text + ".yaml", head + rest);
                for (const char* command : {"run", "validate", "graph"}) sweeps({command, path});
                sweeps({"run", path, "--help"});
                sweeps({"run", path, "--secrets", path});
                sweeps({"run", path, "--sandbox-faults", path});
                sweeps({"run", path, "--input", path});
                sweeps({"run", path, "--ca-file", path});
                sweeps({"run", path, "--events", path});
                sweeps({"run", path, "--output", path});
                sweeps({"run", path, "--plugins", folder_.path()});
            }
        }
    }
    void showsNoTextOfAFileAsItIs() {
        for (const auto& text : texts()) {
            const std::string word = quoted(text);
            std::vector<std::string> manifests{
                "document: {dsl: " + word + ", namespace: t, name: m, version: 1.0.0}\ndo: []\n",
                "document: {dsl: 1.0.3, namespace: " + word + ", name: " + word +
                    ", version: " + word + "}\ndo: [{t: {set: {x: 1}}}]\n",
                "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0, title: " + word +
                    ", summary: " + word + "}\ndo: [{t: {set: {x: 1}}}]\n",
                text, "a: b: " + text};
            for (const std::string& rest : {
                     "do: [{" + word + ": {set: {" + word + ": " + word + "}}}]\n",
                     "do: [{t: {" + word + ": 1}}]\n",
                     "do: [{t: {call: " + word + ", with: {}}}]\n",
                     "do: [{t: {set: {x: 1}, then: " + word + "}}]\n",
                     "do: [{t: {set: " + quoted("${ " + text + " }") + "}}]\n",
                     "do: [{t: {set: {x: 1}, if: " + quoted("${ .a | " + text) + "}}]\n",
                     "do: [{t: {call: http, with: {method: " + word + ", endpoint: " + word +
                         "}}}]\n",
                     "do: [{t: {wait: " + word + "}}]\n",
                     "do: [{t: {run: {workflow: {namespace: " + word + ", name: " + word +
                         ", version: " + word + "}}}}]\n",
                     "do: [{t: {call: CreateSageCRMInstance, with: {" + word + ": " + word +
                         "}}}]\n",
                     "do: [{t: {switch: [{" + word + ": {when: '${ true }', then: exit}}]}}]\n",
                     "use: {secrets: [" + word + "]}\ndo: [{t: {set: {x: '${ $secrets }'}}}]\n",
                     "use: {functions: {" + word + ": {set: {x: 1}}}}\ndo: [{t: {call: f}}]\n",
                     "input: {schema: {document: {type: object, required: [" + word +
                         "], properties: {" + word + ": {type: string, default: " + word +
                         ", description: " + word + "}}}}}\ndo: [{t: {set: {x: 1}}}]\n",
                     "input: {schema: {document: {type: " + word +
                         "}}}\ndo: [{t: {set: {x: 1}}}]\n",
                     "timeout: {after: " + word + "}\ndo: [{t: {set: {x: 1}}}]\n",
                 })
                manifests.push_back(
                    "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0}\n" + rest);
            for (const auto& whole : manifests) {
                const auto path = folder_.write("m.yaml", whole);
                for (const char* command : {"run", "validate", "graph"}) sweeps({command, path});
                sweeps({"run", path, "--events", "-"});
                sweeps({"run", path, "--help"});
                sweeps({"validate", "-"}, whole);
            }
            for (const std::string& content :
                 {text, word, "{" + word + ": " + word + "}", "rules: [{" + word + ": 1}]",
                  "rules: [{on: " + word + "}]", "rules: [{drop: " + word + "}]",
                  "cloudElements: {" + word + ": " + word + "}"})
                for (const char* end : {".yaml", ".json"}) {
                    const auto file = folder_.write(std::string("other") + end, content);
                    const auto good = taskOf("{set: {x: 1}}");
                    for (const char* option : {"secrets", "input", "sandbox-faults", "ca-file"})
                        sweeps({"run", good, std::string("--") + option, file});
                }
        }
    }
    void showsNoTextOfARunAsItIs() {
        for (const auto& text : texts()) {
            const auto file = folder_.write("said.json", "{\"said\": " + quoted(text) + "}");
            for (const std::string& task : {
                     std::string("{set: {x: '${ .said }', '${ .said }': 1}}"),
                     std::string("{set: '${ {(.said): .said} }'}"),
                     std::string("{set: '${ error(.said) }'}"),
                     std::string("{set: '${ .said | tonumber }'}"),
                     std::string("{set: '${ {a: .said} | .a.b }'}"),
                     std::string(
                         "{raise: {error: {type: '${ .said }', status: 400, title: '${ .said "
                         "}', detail: '${ .said }', instance: '${ .said }'}}}"),
                     std::string("{raise: {error: {type: '${ .said }', status: 400}}}"),
                     std::string("{for: {each: x, in: '${ .said }'}, do: [{u: {set: {x: 1}}}]}"),
                     std::string("{call: http, with: {method: get, endpoint: '${ .said }'}}"),
                     std::string(
                         "{call: http, with: {method: get, endpoint: '${ \"http://\" + .said "
                         "}'}}"),
                     std::string("{call: http, with: {method: get, endpoint: 'http://127.0.0.1:1', "
                                 "headers: {a: '${ .said }'}}}"),
                     std::string("{call: CreateSageCRMInstance, with: {name: '${ .said }'}}"),
                     std::string("{call: CreateSageCRMInstance, with: '${ {(.said): .said} }'}"),
                     std::string(
                         "{emit: {event: {with: {type: '${ .said }', source: 'urn:a', data: "
                         "'${ . }'}}}}"),
                     std::string("{set: {x: 1}, then: '${ .said }'}"),
                     std::string(
                         "{set: {x: '${ .said }'}, output: {schema: {document: {properties: {x: "
                         "{type: integer}}}}}}"),
                     std::string("{set: '${ {(.said): 1} }', output: {schema: {document: "
                                 "{additionalProperties: false}}}}"),
                     std::string(
                         "{run: {shell: {command: 'cat; cat >&2; exit 3', stdin: '${ .said }'}}}"),
                     std::string(
                         "{run: {shell: {command: 'cat >&2; exit 3', stdin: '${ .said }'}}}"),
                     std::string("{run: {shell: {command: 'cat', stdin: '${ .said }'}}}"),
                     std::string("{run: {shell: {command: '${ .said }'}}}"),
                     std::string(
                         "{run: {workflow: {namespace: t, name: none, version: '${ .said }'}}}"),
                 }) {
                const auto path = taskOf(task);
                for (const char* events : {"", "-"}) {
                    std::vector<std::string> words{
                        "run", path, "--input", file, "--allow-shell", "--show-secrets"};
                    if (*events) words.insert(words.end(), {"--events", events});
                    sweeps(words);
                }
            }
        }
        const auto secret =
            manifest("use: {secrets: [s]}\ndo: [{t: {set: {x: '${ $secrets.s }'}}}]\n");
        for (const auto& text : texts())
            sweeps({"run", secret, "--show-secrets", "--secrets",
                    folder_.write("s.json", "{\"s\": " + quoted(text) + "}")});
    }
    // A secret that is too short to be hidden everywhere is named.
    void showsNoNameOfASecretAsItIs() {
        const auto path =
            manifest("use: {secrets: [s]}\ndo: [{t: {set: {x: '${ $secrets.s }'}}}]\n");
        for (const auto& text : texts()) {
            const auto ended =
                shows({"run", path, "--secrets",
                       folder_.write("s.json", "{\"s\": {" + quoted(text) + ": \"ab\"}}")});
            if (text != kBytes)
                CPPUNIT_ASSERT_MESSAGE(
                    ended.err, ended.err.find("warning: the secret s/a") < ended.err.size());
        }
    }
    // Through the steps of a plugin, too, which say what they were answered.
    void showsNoTextOfAServerAsItIs() {
        for (const auto& text : texts()) {
            const std::string word = quoted(text);
            for (const std::string& body :
                 {text, word, "{" + word + ": " + word + "}",
                  "{\"message\": " + word + ", \"providerMessage\": " + word +
                      ", \"requestId\": " + word + "}",
                  "{\"id\": " + word + ", \"token\": " + word + ", \"name\": " + word + "}",
                  "{\"id\": 1, \"token\": \"t\", \"name\": " + word + "}"})
                for (const char* status : {"200", "302", "404", "500"}) {
                    const auto faults =
                        folder_.write("faults.json",
                                      R"({"rules": [{"answer": {"status": )" + std::string(status) +
                                          ", \"body\": " + bytesAsJson(body) + "}}]}");
                    const auto create = manifest(
                        "use: {secrets: [cloudElements]}\n"
                        "do: [{t: {call: CreateSageCRMInstance, with: {name: n, subdomain: h, "
                        "username: u, password: p, lookFor: 0, verify: false}}}]\n");
                    sweeps({"run", create, "--sandbox-faults", faults, "--show-secrets"});
                    const auto get = manifest(
                        "use: {secrets: [cloudElements]}\n"
                        "do: [{t: {call: http, with: {method: get, endpoint: '${ "
                        "$secrets.cloudElements.baseUrl + \"/x\" }'}}}]\n");
                    sweeps({"run", get, "--sandbox-faults", faults, "--show-secrets"});
                }
        }
    }
    // One line each, whatever they ask for.
    void showsNoRequestAsItIs() {
        support::Running sandbox({TENON_PROGRAM, "sandbox"});
        const std::string listening = "Listening on http://127.0.0.1:";
        const auto said = sandbox.readUntil(listening);
        const auto from = said.find(listening) + listening.size();
        Poco::Net::HTTPClientSession session(
            "127.0.0.1", static_cast<std::uint16_t>(
                             std::stoi(sandbox.readUntil("Ctrl-C").insert(0, said).substr(from))));
        session.setKeepAlive(true);
        for (auto text : texts()) {
            text += "\nGET /feigned 200 1 ms";
            std::string path = "/";
            for (const unsigned char c : text) {
                char escaped[4];
                std::snprintf(escaped, sizeof escaped, "%%%02x", static_cast<unsigned>(c));
                path += escaped;
            }
            Poco::Net::HTTPRequest request("GET", path, "HTTP/1.1");
            session.sendRequest(request);
            Poco::Net::HTTPResponse response;
            std::string body;
            std::getline(session.receiveResponse(response), body, '\0');
            const auto line = sandbox.readUntil("404");
            same("", steering(line));
            CPPUNIT_ASSERT_MESSAGE(line, line.find("\nGET /feigned") == line.npos);
        }
        sandbox.endBy(SIGTERM);
    }
    // Escapes are for the eye: a file has what there was.
    void keepsTheBytesOfFiles() {
        const std::string text = kMarks;
        const auto file = folder_.write("said.json", "{\"said\": \"" + text + "\"}");
        shows({"run", taskOf("{set: {x: '${ .said }'}}"), "--input", file, "--output",
               folder_.path("out.json"), "--events", folder_.path("events.json")});
        same("{\n  \"x\": \"" + text + "\"\n}\n", folder_.read("out.json"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SteeringTest);
