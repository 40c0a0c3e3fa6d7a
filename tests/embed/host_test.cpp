// SPDX-License-Identifier: Apache-2.0
// A step that a program calls by itself is as safe as in a run: what came of an answer is handed
// over, nothing that it throws gets out, and no secret of its inputs stands in what it says.
#include <cppunit/extensions/HelperMacros.h>

#include "net/script_server.h"
#include "support/whole.h"
#include "tenon/host.h"
#include "tenon/json.h"
#include "tenon/keep.h"
#include "tenon/partial_http.h"
#include "tenon/quote.h"
#include "tenon/wait.h"

using support::Line;
using support::ScriptServer;
using tenon::Context;
using tenon::Object;
using tenon::Value;

namespace {

const std::string kSecret = "pass+word/4711";

// A step that does what the test says.
class Doing final : public tenon::Step {
  public:
    using Does = std::function<tenon::Result<Value>(const Value&, Context&)>;
    explicit Doing(Does does) : does_(std::move(does)) {}
    tenon::Result<Value> run(const Value& inputs, Context& context) override {
        return does_(inputs, context);
    }

  private:
    const Does does_;
};

struct Named {
    std::string name;
    static constexpr auto fields() {
        return std::tuple{tenon::required("name", &Named::name, "A name")};
    }
};

tenon::Error fault(const std::string& detail) {
    auto error = tenon::makeError(tenon::ErrorKind::communication, "fault", detail);
    error.done = tenon::Done::maybe;
    return error;
}

}  // namespace

class HostTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HostTest);
    CPPUNIT_TEST(lendsAllThatARunLends);
    CPPUNIT_TEST(sendsASecretOverPlainHttpWhereTheProgramAllowsIt);
    CPPUNIT_TEST(keepsWhatHadComeOfAnAnswer);
    CPPUNIT_TEST(keepsNothingOfWhatOnlyLooks);
    CPPUNIT_TEST(keepsWhatTheStepWantsKept);
    CPPUNIT_TEST(keepsTheAnswerWhoseOutputsDoNotFit);
    CPPUNIT_TEST(catchesWhatAStepThrows);
    CPPUNIT_TEST(hidesTheSecretsOfTheInputs);
    CPPUNIT_TEST(bringsTextsIntoShape);
    CPPUNIT_TEST(knowsWhoStoppedACall);
    CPPUNIT_TEST_SUITE_END();

    std::string logged_;
    tenon::Host host_{{.log = [this](tenon::LogLevel, std::string_view text) { logged_ += text; }}};

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string revealed(const Value& value) {
        return tenon::json::write(value, tenon::json::Secrets::reveal);
    }
    // The output, or the whole Error, and then what is kept.
    std::string calls(const Doing::Does& does, const Value& inputs = Object{}) {
        Doing step(does);
        const auto context = host_.context("key");
        const auto result = context->call(step, inputs);
        return (result ? revealed(result.value()) : support::whole(result.error())) + "\n" +
               revealed(context->kept());
    }
    static Doing::Does sending(const std::string& method, const std::string& url, bool partly) {
        return [=](const Value&, Context& context) -> tenon::Result<Value> {
            const tenon::HttpRequest request{.method = method, .url = url};
            tenon::HttpResponse part;
            const auto answer = partly ? tenon::sendPartly(context, request, part)
                                       : context.http().send(request, context.limits());
            auto error = fault(answer ? "read" : "broke off after " + std::to_string(part.status));
            return error;
        };
    }

    void lendsAllThatARunLends() {
        Doing step([](const Value&, Context& context) -> tenon::Result<Value> {
            for (const auto id :
                 {tenon::Keep::kId, tenon::PartialHttp::kId, tenon::Quote::kId, tenon::Wait::kId})
                CPPUNIT_ASSERT_MESSAGE(std::string(id), context.extension(id));
            CPPUNIT_ASSERT(!context.extension("tenon.none/1"));
            tenon::wait(context, std::chrono::milliseconds(1));
            return Value(1);
        });
        const auto context = host_.context("key");
        // Who calls the step itself has told nobody of its secrets: it hides them by itself.
        CPPUNIT_ASSERT(!context->extension(tenon::Quote::kId));
        CPPUNIT_ASSERT(context->call(step, Object{}));
    }
    void sendsASecretOverPlainHttpWhereTheProgramAllowsIt() {
        const ScriptServer server(nullptr, [](Line& line) {
            while (!line.request().empty()) line.send("HTTP/1.1 204 No Content\r\n\r\n");
        });
        const auto place = "crm.lan:" + std::to_string(server.port());
        for (const bool allowed : {false, true}) {
            tenon::HostOptions options{.resolve = {place + ":127.0.0.1"}};
            if (allowed) options.plainHttpHosts = {"crm.lan"};
            tenon::Host host(options);
            const auto result = host.http().send({.url = "http://" + place, .secret = true}, {});
            CPPUNIT_ASSERT_EQUAL(allowed, result.ok());
            if (!allowed)
                CPPUNIT_ASSERT_EQUAL(std::string("request refused"), result.error().title);
            CPPUNIT_ASSERT_EQUAL(allowed, host.context("k", {})->mayUsePlainHttp("crm.lan"));
        }
        CPPUNIT_ASSERT_EQUAL(1, server.count("GET"));
    }
    void keepsWhatHadComeOfAnAnswer() {
        const std::string whole = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":47}";
        const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n";
        const std::pair<std::string, std::string> rows[] = {
            {whole, R"("{\"id\":47}")"},
            {head + "{\"id\":47,\"to", R"("{\"id\":47,\"to")"},
            {head + "\x01\xff\x00"
                    "x",
             ""},
            {"", "null"},
        };
        for (const auto& [bytes, wanted] : rows)
            for (const bool partly : {false, true}) {
                ScriptServer server(nullptr, [bytes = bytes](Line& line) {
                    line.request();
                    line.send(bytes);
                });
                const auto text = calls(sending("POST", server.url(), partly));
                const auto kept = text.substr(text.find('\n') + 1);
                if (!wanted.empty()) same(wanted, kept);
                CPPUNIT_ASSERT(kept != "null" || wanted == "null");
            }
    }
    void keepsNothingOfWhatOnlyLooks() {
        ScriptServer server(nullptr, [](Line& line) {
            line.request();
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
        same("communication 500, maybe done, fault: read\nnull",
             calls(sending("GET", server.url(), true)));
    }
    void keepsWhatTheStepWantsKept() {
        const auto text = calls([](const Value&, Context& context) -> tenon::Result<Value> {
            tenon::keep(context, Object{{"id", 5}, {"token", tenon::Secret("t")}});
            return fault("no");
        });
        same("communication 500, maybe done, fault: no\n{\"id\":5,\"token\":\"t\"}", text);
    }
    void keepsTheAnswerWhoseOutputsDoNotFit() {
        Doing step([](const Value& inputs, Context& context) -> tenon::Result<Value> {
            tenon::keep(context, "kept");
            return Value(
                Object{{"name", *inputs.find("name") == Value("good") ? Value("x") : Value(7)}});
        });
        const auto context = host_.context("key");
        const auto bad = context->call<Named>(step, Named{"bad"});
        CPPUNIT_ASSERT(!bad);
        same(
            "validation 400, invalid outputs: The outputs do not fit.\n  /name is an "
            "integer; wanted a string",
            support::whole(bad.error()));
        same("\"kept\"", revealed(context->kept()));
        same("x", context->call<Named>(step, Named{"good"}).value().name);
    }
    void catchesWhatAStepThrows() {
        same("runtime 500, maybe done, exception: The step threw an exception: oh.\nnull",
             calls([](const Value&, Context&) -> tenon::Result<Value> {
                 throw std::logic_error("oh");
             }));
        same(
            "runtime 500, maybe done, exception: The step threw something that is no "
            "exception.\n\"made\"",
            calls([](const Value&, Context& context) -> tenon::Result<Value> {
                tenon::keep(context, "made");
                throw 7;
            }));
        same("communication 500, maybe done, fault: mine\nnull",
             calls([](const Value&, Context&) -> tenon::Result<Value> {
                 throw tenon::StepError(fault("mine"));
             }));
    }
    // As they are, in base64 and as a part of a URL; in a quote also where it is cut.
    void hidesTheSecretsOfTheInputs() {
        const Object inputs{{"deep", tenon::Array{tenon::Secret(kSecret)}}};
        for (const std::string& form :
             {kSecret, std::string("pass%2Bword%2F4711"), std::string("cGFzcyt3b3JkLzQ3MTE"),
              std::string("pass+word\\/4711")}) {
            logged_.clear();
            const auto text = calls(
                [&](const Value&, Context& context) -> tenon::Result<Value> {
                    context.log(tenon::LogLevel::info, "log " + form);
                    auto* quote = static_cast<tenon::Quote*>(context.extension(tenon::Quote::kId));
                    return fault("said " + form + ", quoted " +
                                 quote->quote("a\nb " + form + " and more", 12));
                },
                inputs);
            same("communication 500, maybe done, fault: said ********, quoted a b ********…\nnull",
                 text);
            same("log ********", logged_);
        }
    }
    void bringsTextsIntoShape() {
        same("{\"a\":\"caf\xc3\xa9\"}\nnull",
             calls([](const Value&, Context&) -> tenon::Result<Value> {
                 return Value(Object{{"a", "caf\xe9"}});
             }));
        const auto text = calls([](const Value&, Context&) -> tenon::Result<Value> {
            return fault(std::string(1 << 20, 'x') + " the end");
        });
        CPPUNIT_ASSERT(text.size() < 5000);
        CPPUNIT_ASSERT(text.find(" the end\n") != std::string::npos);
    }
    void knowsWhoStoppedACall() {
        const Doing::Does cancelled = [](const Value&, Context&) -> tenon::Result<Value> {
            return tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "Bye.");
        };
        same(
            "runtime 500, cancelled: The step says that it was cancelled, but nobody stopped it: "
            "Bye.\nnull",
            calls(cancelled));
        std::stop_source stop;
        stop.request_stop();
        Doing step(cancelled);
        const auto context = host_.context("key", {.stop = stop.get_token()});
        same("cancelled 499, cancelled: Bye.",
             support::whole(context->call(step, Object{}).error()));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HostTest);
