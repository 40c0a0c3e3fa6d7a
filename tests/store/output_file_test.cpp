// SPDX-License-Identifier: Apache-2.0
// A file that is there whole or not at all, for its owner only.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "store/output_file.h"
#include "support/drafts.h"
#include "support/folder.h"
#include "tenon/error.h"

using tenon::Object;
using tenon::Value;
using tenon::store::OutputFile;

namespace fs = std::filesystem;

class OutputFileTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OutputFileTest);
    CPPUNIT_TEST(writesAFileForItsOwnerOnly);
    CPPUNIT_TEST(isNotThereUntilItIsWhole);
    CPPUNIT_TEST(leavesNothingBehindUnlessCommitted);
    CPPUNIT_TEST(refusesWhatExists);
    CPPUNIT_TEST(refusesAFolderThatIsNotThere);
    CPPUNIT_TEST(replacesNothingThatCameMeanwhile);
    CPPUNIT_TEST(isComparedWithoutChance);
    CPPUNIT_TEST(keepsTheRecordWhereTheOutputCannotBeWritten);
    CPPUNIT_TEST(refusesWhereThereIsNoRoom);
    CPPUNIT_TEST(letsNothingBeDoneThatItCannotKeep);
    CPPUNIT_TEST(keepsWhatIsNotKnown);
    CPPUNIT_TEST(refusesToGoOverTheRecordOfAnEarlierRun);
    CPPUNIT_TEST(writesNothingAsAnEmptyFile);
    CPPUNIT_TEST_SUITE_END();

    static inline const tenon::world::Question kCreate{
        "/do/0/a", tenon::world::Asking::act, {}, "call Free"};
    support::Folder folder_;
    const std::string path_ = folder_.path("result.json");

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static unsigned modeOf(const std::string& path) {
        struct stat about {};
        CPPUNIT_ASSERT_EQUAL(0, ::stat(path.c_str(), &about));
        return about.st_mode & 0777;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(folder_.path()))
            out.push_back(entry.path().filename().string());
        return out;
    }
    // The error's text, "FOLDER" where the folder's name stands, "XXXXXX" for the draft's own part.
    template <class Code>
    std::string refusal(Code&& code) const {
        try {
            code();
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT(e.error().kind == tenon::ErrorKind::configuration);
            same("output", e.error().title);
            std::string text = e.error().detail;
            for (auto at = text.find(folder_.path()); at != text.npos;
                 at = text.find(folder_.path()))
                text.replace(at, folder_.path().size(), "FOLDER");
            return support::withoutChance(text, "result.json");
        }
        return "no error";
    }

    void writesAFileForItsOwnerOnly() {
        const mode_t before = ::umask(0);
        OutputFile(path_).commit("all of it\n");
        ::umask(before);
        same("all of it\n", folder_.read("result.json"));
        CPPUNIT_ASSERT_EQUAL(0600u, modeOf(path_));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
    }
    void isNotThereUntilItIsWhole() {
        OutputFile file(path_);
        CPPUNIT_ASSERT(!fs::exists(path_));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
        CPPUNIT_ASSERT_EQUAL(0600u, modeOf(folder_.path(names().front())));
        const std::string large(3'000'000, 'x');
        file.commit(large);
        CPPUNIT_ASSERT(large == folder_.read("result.json"));
    }
    void leavesNothingBehindUnlessCommitted() {
        { const OutputFile file(path_); }
        CPPUNIT_ASSERT(names().empty());
    }
    void refusesWhatExists() {
        const std::string text =
            "The output file FOLDER/result.json exists already; remove it, or name another. "
            "Nothing was run.";
        folder_.write("result.json", "old");
        same(text, refusal([&] { OutputFile file(path_); }));
        same("old", folder_.read("result.json"));
        fs::remove(path_);
        fs::create_symlink("nowhere", path_);
        same(text, refusal([&] { OutputFile file(path_); }));
        fs::remove(path_);
        fs::create_directory(path_);
        same(text, refusal([&] { OutputFile file(path_); }));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
    }
    void refusesAFolderThatIsNotThere() {
        same(
            "The output file FOLDER/none/result.json cannot be made (No such file or directory). "
            "Nothing was run.",
            refusal([&] { OutputFile file(folder_.path("none/result.json")); }));
        folder_.write("file", "");
        same(
            "The output file FOLDER/file/result.json cannot be made (Not a directory). Nothing "
            "was run.",
            refusal([&] { OutputFile file(folder_.path("file/result.json")); }));
    }
    void replacesNothingThatCameMeanwhile() {
        OutputFile file(path_);
        folder_.write("result.json", "theirs");
        same(
            "The output file FOLDER/result.json could not be written (File exists); what there is "
            "of it is in FOLDER/result.json.XXXXXX.",
            refusal([&] { file.commit("ours"); }));
        same("theirs", folder_.read("result.json"));
        CPPUNIT_ASSERT_EQUAL(std::size_t(3), names().size());
        for (const auto& name : names())
            if (name != "result.json" && name != "result.json.partial")
                same("ours", folder_.read(name));
    }
    // Whatever a draft's name ends in, also with the letters that "partial" begins with.
    void isComparedWithoutChance() {
        for (const std::string end : {"pq2pmO", "partia", "XXXXXX", "000000", "zPARTI"}) {
            same("a.json.XXXXXX.", support::withoutChance("a.json." + end + ".", "a.json"));
            same("a.json.XXXXXX", support::withoutChance("a.json." + end, "a.json"));
        }
        same("a.json.partial.", support::withoutChance("a.json.partial.", "a.json"));
    }
    // The disk is full, as far as this process may write.
    std::string limited(const rlim_t most, const std::function<void()>& code) const {
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{most, before.rlim_max};
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto text = refusal(code);
        ::setrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_DFL);
        return text;
    }
    void keepsTheRecordWhereTheOutputCannotBeWritten() {
        {
            OutputFile file(path_);
            CPPUNIT_ASSERT(!file.began(kCreate));
            file.ended(kCreate,
                       {Value(Object{{"id", 1}, {"token", tenon::Secret("t0")}}), Value()});
            same(
                "The output file FOLDER/result.json could not be written (File too large); what "
                "the run made is in FOLDER/result.json.partial.",
                limited(4, [&] { file.commit("more than four"); }));
        }
        CPPUNIT_ASSERT(names() == std::vector<std::string>{"result.json.partial"});
        same(
            "{\"begun\":\"/do/0/a\",\"action\":\"call Free\"}\n"
            "{\"made\":\"/do/0/a\",\"gave\":{\"id\":1,\"token\":\"t0\"}}\n",
            folder_.read("result.json.partial"));
        CPPUNIT_ASSERT_EQUAL(0600u, modeOf(folder_.path("result.json.partial")));
    }
    void refusesWhereThereIsNoRoom() {
        same("The output file FOLDER/result.json has no room (File too large). Nothing was run.",
             limited(1 << 19, [&] { OutputFile file(path_); }));
        CPPUNIT_ASSERT(names().empty());
    }
    void letsNothingBeDoneThatItCannotKeep() {
        OutputFile file(path_);
        std::optional<tenon::Error> refused;
        limited(1 << 19, [&] { refused = file.began(kCreate); });
        same("Nothing was sent: what it gives could not be kept in " + path_ +
                 ".partial (File too large).",
             refused->detail);
    }
    void keepsWhatIsNotKnown() {
        {
            OutputFile file(path_);
            CPPUNIT_ASSERT(!file.began(kCreate));
            auto error = tenon::makeError(tenon::ErrorKind::timeout, "deadline", "Late.");
            file.ended(kCreate, {error, Value()});
            CPPUNIT_ASSERT(!file.began(kCreate));
            error.done = tenon::Done::maybe;
            file.ended(kCreate, {error, Value(tenon::Secret("{id"))});
        }
        const std::string begun = "{\"begun\":\"/do/0/a\",\"action\":\"call Free\"}\n";
        same(begun + "{\"notDone\":\"/do/0/a\"}\n" + begun +
                 "{\"unknown\":\"/do/0/a\",\"error\":\"Late.\",\"answer\":\"{id\"}\n",
             folder_.read("result.json.partial"));
    }
    // Of a run that was killed.
    void refusesToGoOverTheRecordOfAnEarlierRun() {
        folder_.write("result.json.partial", "{\"begun\":\"/do/0/a\"}\n");
        same(
            "The output file FOLDER/result.json cannot be made: FOLDER/result.json.partial holds "
            "what an earlier run made. Look at it and move it away, or name another output. "
            "Nothing was run.",
            refusal([&] { OutputFile file(path_); }));
        same("{\"begun\":\"/do/0/a\"}\n", folder_.read("result.json.partial"));
        folder_.write("result.json.partial", "");
        OutputFile file(path_);
        same(
            "The output file FOLDER/result.json is being made by another run, which keeps "
            "FOLDER/result.json.partial. Name another. Nothing was run.",
            refusal([&] { OutputFile second(path_); }));
    }
    void writesNothingAsAnEmptyFile() {
        OutputFile(path_).commit("");
        same("", folder_.read("result.json"));
        CPPUNIT_ASSERT(fs::exists(path_));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OutputFileTest);
