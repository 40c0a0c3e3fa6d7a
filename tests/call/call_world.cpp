// SPDX-License-Identifier: Apache-2.0
#include "call_world.h"

#include "manifest/yaml.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace calls {

using tenon::manifest::Faults;
using tenon::run::Workflow;

namespace {

std::string manifestOf(const std::string& tasks, const std::string& more) {
    return "document: {dsl: 1.0.3, namespace: t, name: w, version: 1.0.0}\n" + more + "do:\n" +
           tasks;
}

}  // namespace

std::string answer(const std::string& status, const std::string& body,
                   const std::vector<std::string>& headers) {
    std::string out = "HTTP/1.1 " + status +
                      "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size());
    for (const auto& header : headers) out += "\r\n" + header;
    return out + "\r\n\r\n" + body;
}

std::string jsonAnswer(const std::string& body) {
    return answer("200 OK", body, {"Content-Type: application/json"});
}

WebServer::WebServer(std::function<std::string(const std::string&)> answers)
    : server_(nullptr, [answers = std::move(answers)](support::Line& line) {
          if (const auto request = line.request(); !request.empty()) line.send(answers(request));
      }) {}

std::string WebServer::url() const { return server_.url(""); }

std::string WebServer::seen(const std::string& header) const {
    std::string out;
    for (const auto& request : server_.requests()) {
        const std::string value = headerOf(request, header);
        out +=
            request.substr(0, request.find(" HTTP/")) + (value.empty() ? "" : " " + value) + "\n";
    }
    return out;
}

std::string headerOf(const std::string& request, const std::string& name) {
    const auto at = request.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return request.substr(begin, request.find("\r\n", begin) - begin);
}

std::chrono::steady_clock::time_point MovedClock::now() const {
    return std::chrono::steady_clock::now() + std::chrono::seconds(passed_);
}

std::string faultsOf(const std::string& tasks, const std::string& more) {
    Faults faults, warnings;
    fakes::FakeSteps steps;
    const auto root = tenon::manifest::readYaml(manifestOf(tasks, more), faults);
    if (root) Workflow::load(*root, steps, faults, warnings);
    std::string out = faults.text("");
    for (auto at = out.find("\n:"); at != std::string::npos; at = out.find("\n:", at))
        out.erase(at + 1, 1);
    return out.empty() ? out : out.substr(1);
}

std::string withoutPorts(std::string text) {
    for (const std::string host : {"localhost:", "127.0.0.1:"}) {
        for (auto at = text.find(host); at != std::string::npos; at = text.find(host, at)) {
            at += host.size();
            auto end = at;
            while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) ++end;
            text.replace(at, end - at, "PORT");
        }
    }
    return text;
}

std::string CallWorld::run(const std::string& tasks, const std::string& more) {
    Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(manifestOf(tasks, more), faults);
    const auto workflow =
        root ? Workflow::load(*root, steps, faults, warnings) : std::optional<Workflow>();
    if (!workflow) return faults.text("manifest.yaml");
    tenon::world::World world{
        {http, steps, clock, chance, nullptr, fetched}, secrets, *journal, observer, redactor};
    const tenon::run::RunOptions options{.id = "run-1", .input = input, .limits = {}};
    const auto result = workflow->run(world, options);
    return withoutPorts(result ? tenon::json::write(redactor.value(result.value()))
                               : support::whole(redactor.error(result.error())));
}

CallWorld& CallWorld::given(const std::string& json) {
    input = tenon::json::read(json).value();
    return *this;
}

}  // namespace calls
