// SPDX-License-Identifier: Apache-2.0
// Can the runs of a folder be trusted, and gone on with: `tenon runs check`, and what `tenon runs`
// says that they need.
#include <signal.h>

#include <filesystem>
#include <fstream>

#include "kept_fixture.h"
#include "state/sql.h"

using support::Running;

class RunChecksTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(RunChecksTest);
    CPPUNIT_TEST(saysThatAllIsSound);
    CPPUNIT_TEST(namesTheRunsThatAreDamaged);
    CPPUNIT_TEST(saysThatTheJournalIsNone);
    CPPUNIT_TEST(saysWhatARunNeeds);
    CPPUNIT_TEST_SUITE_END();

    // Two runs, each with one act.
    void fill() const {
        const auto manifest =
            write("m.yaml", "do:\n  - say: {run: {shell: {command: 'echo hello'}}}\n");
        for (const auto* run : {"one", "two"})
            CPPUNIT_ASSERT_EQUAL(0, kept({"run", manifest, "--run-id", run, "--allow-shell"}).code);
    }
    void saysThatAllIsSound() {
        const auto empty = kept({"runs", "check"});
        same("0 runs with 0 records: all of it can be read as it was written.\n", empty.out);
        fill();
        const auto ended = kept({"runs", "check"});
        same("2 runs with 12 records: all of it can be read as it was written.\n", ended.out);
        same("", ended.err);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        same("{\n  \"runs\": 2,\n  \"records\": 12,\n  \"sound\": true,\n  \"faults\": []\n}\n",
             kept({"runs", "check", "--json"}).out);
    }
    void namesTheRunsThatAreDamaged() {
        fill();
        given::sql(state(), "UPDATE step SET answer = (SELECT answer FROM step WHERE run = 2)");
        given::sql(state(), "UPDATE run SET input = x'00' WHERE run = 2");
        const auto ended = kept({"runs", "check"});
        same(
            "  two: its input cannot be read as written\n"
            "  one: the answer of /do/0/say cannot be read as written\n"
            "2 runs with 12 records: 2 faults, in 2 runs. Put back a copy of the folder; where "
            "there is none, look on the remote side for what these runs did before they are begun "
            "anew.\n",
            ended.out);
        same("", ended.err);
        CPPUNIT_ASSERT_EQUAL(74, ended.code);
        same(R"({"runs":2,"records":12,"sound":false,"faults":[)"
             R"({"run":"two","position":null,"what":"input"},)"
             R"({"run":"one","position":"/do/0/say","what":"answer"}]})",
             tenon::json::write(tenon::json::read(kept({"runs", "check", "--json"}).out).value()));
    }
    void saysThatTheJournalIsNone() {
        fill();
        std::filesystem::remove(state() + "/journal.db-wal");
        std::ofstream(state() + "/journal.db", std::ios::binary) << std::string(8192, 'x');
        const auto ended = kept({"runs", "check"});
        same("tenon: The journal " + state() +
                 "/journal.db is damaged (file is not a database). Put back a copy of the folder, "
                 "or move it away and begin anew; .recover of sqlite3 shows what is left in it.\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(74, ended.code);
    }

    // Returns once the run has kept when its wait ends.
    void waits(const std::string& run) const {
        while (kept({"runs", "show", run, "--json"}).out.find("/@until") == std::string::npos) {
        }
    }
    void saysWhatARunNeeds() {
        const auto plugins = folder_.path("plugins");
        std::filesystem::create_directory(plugins);
        for (const auto& entry : std::filesystem::directory_iterator(GREET_FOLDER))
            if (entry.path().extension() == ".so") std::filesystem::copy(entry.path(), plugins);
        const auto manifest =
            write("m.yaml",
                  "do:\n"
                  "  - greet: {call: Greet, with: {name: '${ .who }'}}\n"
                  "  - rest: {if: '.text == \"Hello, Bob!\"', wait: {hours: 1}}\n");
        const auto ran = [&](const std::string& who) {
            return std::vector<std::string>{"run",     manifest,     "--run-id",  who,
                                            "--input", "who=" + who, "--plugins", plugins};
        };
        CPPUNIT_ASSERT_EQUAL(0, kept(ran("Ada")).code);
        Running run(driving(ran("Bob")));
        run.readUntil("greet: ");
        waits("Bob");
        run.endBy(SIGKILL);
        const auto listed = [&] {
            return std::regex_replace(kept({"runs"}).out, std::regex("20[0-9-]+T[0-9:.]+Z"),
                                      "TIME");
        };
        const std::string head =
            "RUN  STATE        SINCE                     ATTEMPT  WORKFLOW  TASK\n";
        const std::string others = "Ada  completed    TIME           m 1.0.0\n";
        same(head + "Bob  interrupted  TIME  1        m 1.0.0   /do/1/rest\n" + others, listed());
        const std::string needs =
            head +
            "Bob  interrupted  TIME  1        m 1.0.0   /do/1/rest, needs Greet 1.0.0 of "
            "greetings\n" +
            others;
        std::filesystem::remove_all(plugins);
        same(needs, listed());
        std::filesystem::create_directory(plugins);
        same(needs, listed());
        const auto json = kept({"runs", "--json"}).out;
        const auto first = tenon::json::read(json.substr(0, json.find('\n'))).value();
        same(R"([{"step":"Greet","version":"1.0.0","plugin":"greetings"}])",
             tenon::json::write(*first.find("needs")));
        CPPUNIT_ASSERT(json.find("needs", json.find('\n')) == json.npos);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RunChecksTest);
