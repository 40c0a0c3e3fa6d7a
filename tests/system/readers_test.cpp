// SPDX-License-Identifier: Apache-2.0
// What the program reads, where that is a pipe, a device or far too much: it never hangs, and it
// can always be stopped.
#include <cppunit/extensions/HelperMacros.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "program.h"
#include "support/running.h"

namespace {

const std::string kDocument = "document: {dsl: 1.0.3, namespace: t, name: read, version: 1.0.0}\n";
const std::string kSet = kDocument + "do:\n  - a: {set: {ran: true}}\n";

}  // namespace

class ReadersTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReadersTest);
    CPPUNIT_TEST(isStoppedWhileItReads);
    CPPUNIT_TEST(readsPipes);
    CPPUNIT_TEST(refusesWhatIsNoFileBesideTheManifest);
    CPPUNIT_TEST(saysWhereJsonIsWrong);
    CPPUNIT_TEST(refusesWhatIsTooLarge);
    CPPUNIT_TEST(looksForWorkflowsInHeadsOnly);
    CPPUNIT_TEST_SUITE_END();

    // A sanitizer's runtime wants more than anybody has.
#ifdef TENON_SANITIZED
    const std::string kMemory;
#else
    const std::string kMemory = "ulimit -v 600000; ";
#endif
    support::Folder folder_;
    std::string set_, fifo_;

  public:
    void setUp() override {
        set_ = folder_.write("set.yaml", kSet);
        fifo_ = folder_.path("fifo");
        ::mkfifo(fifo_.c_str(), 0600);
    }

  private:
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    // Once the program has read from it, it waits for more.
    void isStoppedWhileItReads() {
        const std::string exec = "exec \"$0\" run ";
        const std::string outside = " < " + fifo_;
        const std::vector<std::pair<std::string, std::string>> rows{
            {exec + set_ + " --input " + fifo_, fifo_},
            {exec + set_ + " --input -" + outside, "-"},
            {exec + "-" + outside, "-"},
            {exec + fifo_, fifo_},
            {exec + set_ + " --secrets " + fifo_, ""}};
        for (const auto& [command, read] : rows)
            for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
                support::Running run({"/bin/sh", "-c", command, TENON_PROGRAM});
                const int pipe = ::open(fifo_.c_str(), O_WRONLY);
                CPPUNIT_ASSERT(::write(pipe, "{", 1) == 1);
                for (int left = 1; left > 0; std::this_thread::yield())
                    ::ioctl(pipe, FIONREAD, &left);
                run.signal(signal);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(command, 130, run.wait());
                same(read.empty()
                         ? "tenon: Stopped while the secrets file " + fifo_ + " was read.\n"
                         : "tenon: stopped while " + read + " was read\n",
                     run.rest());
                ::close(pipe);
            }
    }
    void readsPipes() {
        const auto out = [&](const std::string& words, const std::string& given) {
            std::jthread writer([&] { std::ofstream(fifo_) << given; });
            return support::run({"/bin/sh", "-c", "exec \"$0\" run " + words, TENON_PROGRAM}, "",
                                {})
                .out;
        };
        const std::string ran = "{\n  \"ran\": true\n}\n";
        same(ran, out(fifo_, kSet));
        same(ran, out(set_ + " --input " + fifo_, "{\"a\": 1}"));
        same(ran, out(set_ + " --secrets " + fifo_, "{\"a\": \"b\"}"));
        same(ran, out("- < " + fifo_, kSet));
    }
    void refusesWhatIsNoFileBesideTheManifest() {
        const auto ended = [&](const std::string& task, const std::vector<std::string>& more = {}) {
            std::vector<std::string> words{
                "run", folder_.write("beside.yaml", kDocument + "do:\n  - a: " + task)};
            words.insert(words.end(), more.begin(), more.end());
            const auto run = support::program(words);
            CPPUNIT_ASSERT(run.code != 0);
            return run.err;
        };
        const std::string schema =
            "{set: {x: 1}, output: {schema: {resource: {endpoint: beside}}}}";
        const std::string openapi =
            "{call: openapi, with: {document: {endpoint: beside}, operationId: x}}";
        const auto beside = folder_.path("beside");
        for (const char* target : {"fifo", "/dev/zero", "/dev/tty", "/dev/stdin"}) {
            std::filesystem::create_symlink(target, beside);
            for (const auto& task : {schema, openapi}) {
                const auto err = ended(task);
                CPPUNIT_ASSERT_MESSAGE(err, err.find("beside cannot be read (") != err.npos);
            }
            std::filesystem::remove(beside);
        }
        same("tenon: " + fifo_ + " cannot be read (a pipe or a device; wanted a file)\n",
             ended("{set: {x: 1}}", {"--ca-file", fifo_}));
        same("tenon: /dev/zero cannot be read (larger than 64 MB)\n",
             ended("{set: {x: 1}}", {"--input", "/dev/zero"}));
    }
    void saysWhereJsonIsWrong() {
        const auto said = [&](const std::string& text) {
            const auto file = folder_.write("input.json", text);
            const auto run = support::program({"run", set_, "--input", file});
            return run.code == 0 ? "read" : run.err.substr(file.size());
        };
        same("read", said("{\"" + std::string(1'100, 'a') + "\": [1, -2.5e3, null, \"\\u00e4\"]}"));
        same("read", said("[" + std::string(300'000, ' ') + "]"));
        same(":2:6: wanted a value (a text stands in double quotes), found something else\n",
             said("{\n\"a\": b}"));
        same(":1:8: wanted , or }, found the end of the file\n", said("{\"a\":1 "));
        same(":1:2: wanted a key in double quotes, found '\n", said("{'a': 1}"));
        same(":3:1: the key \"a\" stands twice here\n", said("{\"a\": 1,\n\n\"a\": 2}"));
        same(":2:1: wanted the end of the file, found ,\n", said("[\"ä\"] \n,[2]"));
        same(":1:2: the quote that begins here is not closed\n", said("[\"a]"));
        same(":1:2: this number does not fit 64 bits; quote it to make it a string\n",
             said("[1e400]"));
        same("read", said("[12345678901234567890]"));
        same(":1:2: wanted a value (a text stands in double quotes), found something else\n",
             said("[012345678901234567890]"));
        same(":1:101: nested more than 100 deep\n", said(std::string(200'000, '[')));
        same(":1:1: the file is empty\n", said(" "));
    }
    void refusesWhatIsTooLarge() {
        std::string many = "[1";
        while (many.size() < 40'000'000) many += ",1";
        const auto file = folder_.write("input.json", many + "]");
        const auto limited = [&](const std::string& name) {
            return support::run({"/bin/sh", "-c", kMemory + "exec \"$0\" run \"$1\" --input \"$2\"",
                                 TENON_PROGRAM, set_, name},
                                "", {})
                .err;
        };
        same(file + ":1:1: more than 1,000,000 values\n", limited(file));
        std::filesystem::rename(file, folder_.path("input.yaml"));
        same(folder_.path("input.yaml") + ":1:1: more than 1,000,000 values\n",
             limited(folder_.path("input.yaml")));
        std::filesystem::resize_file(file.substr(0, file.size() - 4) + "yaml", 70'000'000);
        same("tenon: " + folder_.path("input.yaml") + " cannot be read (larger than 64 MB)\n",
             limited(folder_.path("input.yaml")));
        const auto block = folder_.write("block.yaml", "a: " + many + "]");
        same(block + ":1:1: more than 4 MB of YAML; write it as JSON\n", limited(block));
    }
    // No reader would get through what lies there in the memory that there is.
    void looksForWorkflowsInHeadsOnly() {
        std::string many = "{\"other\": [0";
        while (many.size() < 30'000'000) many += ",{\"a\":\"b\"}";
        folder_.write("large.json", many + "]}");
        folder_.write("inner.json",
                      R"({"do": [{"a": {"set": {"inner": true}}}], "document": {"dsl": "1.0.3",
                          "namespace": "t", "name": "inner", "version": "1.0.0"}})");
        const auto outer = folder_.write(
            "outer.yaml",
            kDocument +
                "do:\n  - a: {run: {workflow: {namespace: t, name: inner, version: 1.0.0}}}\n");
        const auto run = support::run(
            {"/bin/sh", "-c", kMemory + "exec \"$0\" run \"$1\"", TENON_PROGRAM, outer}, "", {});
        same("{\n  \"inner\": true\n}\n", run.out);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ReadersTest);
