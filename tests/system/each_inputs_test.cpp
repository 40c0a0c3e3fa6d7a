// SPDX-License-Identifier: Apache-2.0
// `tenon run --each`: which files are read, and what is refused before the first run.
#include <fstream>

#include "each_fixture.h"

class EachInputsTest : public EachFixture {
    CPPUNIT_TEST_SUITE(EachInputsTest);
    CPPUNIT_TEST(readsJsonLines);
    CPPUNIT_TEST(readsCsv);
    CPPUNIT_TEST(leavesOutWhatIsEmpty);
    CPPUNIT_TEST(refusesInputsThatDoNotFit);
    CPPUNIT_TEST(tellsOfTwentyAtMost);
    CPPUNIT_TEST(refusesCsvThatIsNone);
    CPPUNIT_TEST(refusesAHeadThatIsNone);
    CPPUNIT_TEST(wantsAnInput);
    CPPUNIT_TEST(wantsKeysOfItsOwnForEach);
    CPPUNIT_TEST(readsAFileAlone);
    CPPUNIT_TEST(refusesWhatDoesNotGoTogether);
    CPPUNIT_TEST(writesOverNothingThatItReads);
    CPPUNIT_TEST_SUITE_END();

    const std::string nothing_ =
        "Nothing was run. tenon run MANIFEST --help lists what the manifest takes.\n";

    std::string file(const std::string& text, const std::string& name = "t.jsonl") const {
        return folder_.write(name, text);
    }
    // The results of the inputs, one at a time.
    std::string resultsOf(const std::string& path,
                          const std::vector<std::string>& more = {}) const {
        const auto ended =
            ran(path, joined({"--output", folder_.path("out"), "--jobs", "1"}, more));
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        return folder_.read("out");
    }

    // Of each row its key, and what it said.
    std::string brief(const std::string& csv) const {
        std::istringstream in(resultsOf(file(csv, "t.csv")));
        std::string out;
        for (std::string line; std::getline(in, line);) {
            const auto result = tenon::json::read(line).value();
            const auto* output = result.find("output");
            const auto port = output->find("port")->integer();
            out += *result.find("key")->string() + ":" + *output->find("said")->string() + " " +
                   (port ? std::to_string(*port) : "-") + "\n";
        }
        return out;
    }

    void readsJsonLines() {
        same(R"({"key":"a","run":"m.a","exit":0,"output":{"said":"a","port":null}})"
             "\n"
             R"({"key":"b c","run":"m.HASH","exit":0,"output":{"said":"b c","port":2}})"
             "\n",
             std::regex_replace(resultsOf(file("\xef\xbb\xbf{\"name\":\"a\"}\r\n\n  \r\n"
                                               "{\"port\":2,\"name\":\"b c\"}"),
                                          {"--by", "name"}),
                                std::regex("m\\.[0-9a-f]{16}"), "m.HASH"));
    }
    void readsCsv() {
        same("line 2:a \"x\", y 1\nline 4:two\r\nlines 2\nline 6:plain 3\nline 7:07 4\n",
             brief("\xef\xbb\xbfport,name\r\n1,\"a \"\"x\"\", y\"\r\n\r\n2,\"two\r\nlines\"\r\n"
                   "3,  plain \n4,07"));
    }
    // Nothing between two commas is no text; one in quotes is.
    void leavesOutWhatIsEmpty() {
        refuses(65, "t.csv:4: /name is missing\n" + nothing_,
                ran(file("name,port\na,\n\"\",2\n,\n", "t.csv")));
        same("line 2:a -\nline 3: 2\n", brief("name,port\na,\n\"\",2\n"));
    }

    void refusesInputsThatDoNotFit() {
        refuses(65,
                "t.jsonl:1: /name is an integer; wanted a string\n"
                "t.jsonl:3: /x is not known here; it takes name, port, fail\n"
                "t.jsonl:4: the whole is an array; wanted an object\n"
                "t.jsonl:5: This is not JSON: expected ',' or '}' after member value.\n"
                "t.jsonl:6: /name is missing\n"
                "t.jsonl:6: /port is a string; wanted an integer\n" +
                    nothing_,
                ran(file("{\"name\":1}\n\n{\"name\":\"a\",\"x\":1}\n[1]\n{\"name\":\"a\"\n"
                         "{\"port\":\"x\"}\n{\"name\":\"fits\"}\n")));
        refuses(65,
                "t.csv:2: /port is a string; wanted an integer\n"
                "t.csv:3: port={: This is not JSON: unexpected end of text. If a text is meant, "
                "write it in quotes: '\"…\"'\n" +
                    nothing_,
                ran(file("name,port\na,x\nd,{\nfits,5\n", "t.csv")));
        CPPUNIT_ASSERT(!isThere("t.jsonl.failed"));
    }
    void tellsOfTwentyAtMost() {
        std::string inputs, expected;
        for (int i = 1; i <= 23; ++i) inputs += "{\"port\":1}\n";
        for (int i = 1; i <= 20; ++i)
            expected += "t.jsonl:" + std::to_string(i) + ": /name is missing\n";
        refuses(65, expected + "… and 3 more\n" + nothing_, ran(file(inputs)));
    }
    void refusesCsvThatIsNone() {
        refuses(65,
                "t.csv:2: wanted 2 columns, as the head has them, found 1\n"
                "t.csv:3: wanted 2 columns, as the head has them, found 3\n"
                "t.csv:5: a text in quotes that does not end\n" +
                    nothing_,
                ran(file("name,port\na\nb,2,3\n\n\"c,4\n", "t.csv")));
        refuses(65,
                "t.csv:3: a quotation mark where none may stand: a text with one stands in quotes, "
                "and has it twice\n" +
                    nothing_,
                ran(file("name,port\na,1\nb\"c,2\nd,3\n", "t.csv")));
        refuses(65, "t.csv:2: a carriage return that ends a row, and no line\n" + nothing_,
                ran(file("name,port\na,1\rb,2\n", "t.csv")));
    }
    void refusesAHeadThatIsNone() {
        const auto head = [&](const std::string& text, int line, const std::string& found) {
            refuses(65,
                    "t.csv:" + std::to_string(line) +
                        ": wanted a head that names each column, once; found " + found + "\n" +
                        nothing_,
                    ran(file(text, "t.csv")));
        };
        head("", 1, "nothing");
        head("\n\n", 1, "nothing");
        head("name,name\na,b\n", 1, "a name that stands twice");
        head("\nname,\na,b\n", 2, "a column without a name");
        head("\"name\n", 1, "a text in quotes that does not end");
    }
    void wantsAnInput() {
        for (const char* blank : {"", " \n\r\n"})
            refuses(65, "t.jsonl: wanted at least one input, found none\n" + nothing_,
                    ran(file(blank)));
        refuses(65, "t.csv: wanted at least one input, found none\n" + nothing_,
                ran(file("name\n", "t.csv")));
    }
    void wantsKeysOfItsOwnForEach() {
        refuses(65,
                "t.jsonl:2: wanted a text or an integer under port, for it names the run\n"
                "t.jsonl:4: the port 7 stands twice\n" +
                    nothing_,
                ran(file("{\"name\":\"a\",\"port\":7}\n{\"name\":\"b\"}\n"
                         "{\"name\":\"a\",\"port\":8}\n{\"name\":\"c\",\"port\":7}\n"),
                    {"--by", "port"}));
    }
    void readsAFileAlone() {
        const std::string why = "it is no file; it is read twice, so it must be one";
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        for (const auto& [name, problem] : std::vector<std::pair<std::string, std::string>>{
                 {"-", why},
                 {"/dev/stdin", why},
                 {fifo, why},
                 {folder_.path("key") + "/x", "Not a directory"},
                 {folder_.path("none"), "No such file or directory"}})
            refuses(66, told("tenon: --each " + name + " cannot be read (" + problem + ")\n"),
                    support::program(each(name), "{\"name\":\"a\"}\n"));
    }
    void refusesWhatDoesNotGoTogether() {
        const auto inputs = file("{\"name\":\"a\"}\n");
        const auto wrong = [&](const std::string& text, const std::vector<std::string>& words) {
            refuses(64,
                    "tenon run: " + text +
                        "\nUsage: tenon run MANIFEST [OPTIONS]; tenon run --help lists them\n",
                    support::program(words));
            CPPUNIT_ASSERT(!isThere("t.jsonl.failed"));
        };
        for (const char* jobs : {"0", "513", "-1", "1x", ""})
            wrong("--jobs wants a number from 1 to 512, found " + std::string(jobs),
                  each(inputs, {"--jobs", jobs}));
        for (const char* name : {"by", "jobs", "failed"})
            wrong("--" + std::string(name) + " goes with --each FILE",
                  {"run", saying(), "--" + std::string(name), "1"});
        wrong("--input does not go with --each", each(inputs, {"--input", "name=a"}));
        wrong("--show-secrets does not go with --each", each(inputs, {"--show-secrets"}));
        wrong("--events - does not go with --each; name a file", each(inputs, {"--events", "-"}));
        for (const char* base : {"a/b", "123456789012345678901"})
            wrong(
                "--run-id begins the names of the runs: with --each it is 1 to 20 of the "
                "characters A-Z, a-z, 0-9, \".\", \"_\" and \"-\"",
                each(inputs, {"--run-id", base}));
        wrong(
            "--sandbox ends with this process, and a run that is kept may outlive it; start one of "
            "its own: tenon sandbox --secrets-to FILE, and give that with --secrets FILE",
            words(each(inputs, {"--sandbox"})));
    }
    void writesOverNothingThatItReads() {
        const std::string text = "{\"name\":\"a\"}\n";
        const auto inputs = file(text);
        const auto usage = "Usage: tenon run MANIFEST [OPTIONS]; tenon run --help lists them\n";
        refuses(64,
                "tenon run: --failed and --each name the same file, t.jsonl\n" + std::string(usage),
                ran(inputs, {"--failed", inputs}));
        refuses(64,
                "tenon run: --output and --failed name the same file, t.jsonl.failed\n" +
                    std::string(usage),
                ran(inputs, {"--output", inputs + ".failed"}));
        same(text, folder_.read("t.jsonl"));
        refuses(73,
                "tenon: The file t.jsonl exists already; remove it, or name another. Nothing was "
                "run.\n",
                ran(file(text, "u.jsonl"), {"--output", inputs}));
        refuses(73, "tenon: The file /dev/null is no file; name one. Nothing was run.\n",
                kept(each(inputs, {"--output", "/dev/null"})));
        refuses(73,
                "tenon: The file none/x cannot be made (No such file or directory). Nothing was "
                "run.\n",
                ran(inputs, {"--output", folder_.path("none/x")}));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EachInputsTest);
