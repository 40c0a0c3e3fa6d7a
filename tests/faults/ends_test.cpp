// SPDX-License-Identifier: Apache-2.0
// However and whenever a run ends: what was made is kept or named, and the exit code tells the
// truth. TENON_FAULTS=full tries more moments.
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>

#include "manifest_fixture.h"
#include "support/running.h"
#include "support/sweep.h"

namespace fs = std::filesystem;

class EndsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(EndsTest);
    CPPUNIT_TEST(keepsWhatWasMadeWhateverAStepDoes);
    CPPUNIT_TEST(keepsWhatWasMadeWhateverSignalComes);
    CPPUNIT_TEST(endsAStepThatHangsAtTheSecondSignal);
    CPPUNIT_TEST(saysHowToKeepItWhereNothingIsKept);
    CPPUNIT_TEST(keepsWhatWasMadeAtEveryMoment);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kToken = "tok-BUIWhN8NTPaeyYo7Kblo91CJ1tCG";

    struct Case {
        explicit Case(EndsTest& test)
            : folder(test.folder_.path("case-" + std::to_string(++test.cases_))) {
            fs::create_directory(folder);
        }
        [[nodiscard]] std::string read(const std::string& name) const {
            std::ifstream in(folder / name);
            return {std::istreambuf_iterator<char>(in), {}};
        }
        [[nodiscard]] std::string left() const {
            return read("result.json") + read("result.json.partial");
        }
        fs::path folder;
    };
    int cases_ = 0;

    std::vector<std::string> words(const Case& one, const std::string& step, const std::string& how,
                                   bool output = true) {
        const auto path = manifest(
            "do:\n"
            "  - make: {call: Make, with: {log: '" +
            (one.folder / "made").string() + "', token: " + kToken +
            "}}\n"
            "  - end: {call: " +
            step + ", with: {how: '" + how +
            "'}}\n"
            "  - more: {call: Make, with: {log: '" +
            (one.folder / "made").string() +
            "', token: second-token-0123456789}}\n"
            "  - give: {set: {x: 1}}\n");
        std::vector<std::string> out{TENON_PROGRAM, "run", path, "--plugins", ENDS_FOLDER};
        if (output) out.insert(out.end(), {"--output", (one.folder / "result.json").string()});
        return out;
    }

    // What must hold of every end. `said`: standard output and error.
    static void honest(const Case& one, int code, const std::string& said,
                       const std::string& what) {
        const std::string left = one.left();
        const bool whole = one.read("result.json") == "{\n  \"x\": 1\n}\n";
        for (const std::string& token : {kToken, std::string("second-token-0123456789")}) {
            CPPUNIT_ASSERT_MESSAGE(what + said, said.find(token) == std::string::npos);
            if (one.read("made").find(token) == std::string::npos || whole) continue;
            const bool kept = left.find(token) != std::string::npos;
            const bool begun = left.find("{\"begun\":") != std::string::npos;
            CPPUNIT_ASSERT_MESSAGE(what + " lost: " + left + said,
                                   kept || (begun && (code == 3 || code == 128 + SIGKILL)));
        }
        CPPUNIT_ASSERT_MESSAGE(what + said, code != 0 || whole);
        const bool unknown = said.find("outcome unknown") != std::string::npos ||
                             said.find("outcome: unknown") != std::string::npos;
        CPPUNIT_ASSERT_EQUAL_MESSAGE(what + said, unknown, code == 3);
        for (const auto& entry : fs::directory_iterator(one.folder)) {
            struct stat about {};
            ::stat(entry.path().c_str(), &about);
            const auto name = entry.path().filename().string();
            CPPUNIT_ASSERT_MESSAGE(what + name, name == "made" || name.starts_with("result.json"));
            if (name != "made") CPPUNIT_ASSERT_EQUAL_MESSAGE(name, 0600u, about.st_mode & 0777);
        }
    }

    void ends(const std::string& how, int code, bool told) {
        for (const std::string step : {"EndLook", "EndAct"}) {
            const Case one(*this);
            const auto ended = support::run(words(one, step, how));
            const std::string what = step + " " + how + ": ";
            const int wanted = step == "EndAct" && told ? 3 : code;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(what + ended.err, wanted, ended.code);
            honest(one, ended.code, ended.out + ended.err, what);
            if (!told) continue;
            CPPUNIT_ASSERT_MESSAGE(
                what + ended.err, ended.err.find("  made: /do/0/make gave {\"id\":427902,"
                                                 "\"token\":\"********\"}\n") != std::string::npos);
            CPPUNIT_ASSERT_MESSAGE(
                what + ended.err, ended.err.find("  The same with its secrets is in " +
                                                 (one.folder / "result.json.partial\n").string()) !=
                                      std::string::npos);
        }
    }
    void keepsWhatWasMadeWhateverAStepDoes() {
        ends("exit", 70, true);
        ends("exit elsewhere", 70, true);
        ends("quick_exit", 70, true);
        ends("abort", 128 + SIGABRT, true);
        ends("throw elsewhere", 128 + SIGABRT, true);
        ends("deep", 128 + SIGSEGV, true);
    }
    void keepsWhatWasMadeWhateverSignalComes() {
        for (const int signal :
             {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGQUIT, SIGXCPU, SIGALRM,
              SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT})
            ends("signal " + std::to_string(signal), 128 + signal, true);
        const Case one(*this);
        const auto ended = support::run(words(one, "EndLook", "signal 9"));
        CPPUNIT_ASSERT_EQUAL(128 + SIGKILL, ended.code);
        honest(one, ended.code, ended.out + ended.err, "SIGKILL ");
    }
    void endsAStepThatHangsAtTheSecondSignal() {
        for (const std::string step : {"EndLook", "EndAct"})
            for (const int first : {SIGINT, SIGTERM, SIGHUP})
                for (const int second : {SIGINT, SIGHUP}) {
                    const Case one(*this);
                    support::Running run(words(one, step, "hang"));
                    std::string said = run.readUntil("ends");
                    run.signal(first);
                    const int code = run.endBy(second);  // two of a kind may become one
                    said += run.rest();
                    CPPUNIT_ASSERT_EQUAL_MESSAGE(said, step == "EndAct" ? 3 : 130, code);
                    honest(one, code, said, step + " hangs ");
                    CPPUNIT_ASSERT_MESSAGE(
                        said, said.find("tenon: stopped at once, before the run had ended.\n") !=
                                  std::string::npos);
                }
    }
    void saysHowToKeepItWhereNothingIsKept() {
        const Case one(*this);
        const auto ended = support::run(words(one, "EndLook", "exit", false));
        CPPUNIT_ASSERT_EQUAL(70, ended.code);
        same(
            "m 1.0.0\n"
            "  make: call Make, T\n"
            "  end: ends\n"
            "\n"
            "tenon: a step ended the process, which it must not.\n"
            "  made: /do/0/make gave {\"id\":427902,\"token\":\"********\"}\n"
            "  Secrets in it are masked, and were kept nowhere: --output FILE keeps them.\n",
            support::steady(ended.err));
    }
    void keepsWhatWasMadeAtEveryMoment() {
        const int moments = support::inFull() ? 400 : 5;
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGKILL})
            for (const int times : {1, 2})
                for (int moment = 0; moment < moments; ++moment) {
                    const Case one(*this);
                    support::Running run(words(one, "EndAct", "not at all"));
                    run.readSome(static_cast<std::size_t>(moment * 96 / moments));
                    for (int i = 0; i < times; ++i) run.signal(signal);
                    const int code = run.wait();
                    const std::string what = "signal " + std::to_string(signal) + " moment " +
                                             std::to_string(moment) + ": ";
                    honest(one, code, run.all(), what);
                    const std::set<int> wanted{0, 1, 3, 130, 128 + signal};
                    CPPUNIT_ASSERT_MESSAGE(what + std::to_string(code), wanted.contains(code));
                }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EndsTest);
