// SPDX-License-Identifier: Apache-2.0
// A file that is there whole or not at all, for its owner only.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "store/new_file.h"
#include "support/folder.h"
#include "tenon/error.h"

using tenon::store::NewFile;

namespace fs = std::filesystem;

class NewFileTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NewFileTest);
    CPPUNIT_TEST(writesAFileForItsOwnerOnly);
    CPPUNIT_TEST(isNotThereUntilItIsWhole);
    CPPUNIT_TEST(leavesNothingBehindUnlessCommitted);
    CPPUNIT_TEST(refusesWhatExists);
    CPPUNIT_TEST(refusesAFolderThatIsNotThere);
    CPPUNIT_TEST(replacesNothingThatCameMeanwhile);
    CPPUNIT_TEST(keepsWhatItCouldWrite);
    CPPUNIT_TEST(writesNothingAsAnEmptyFile);
    CPPUNIT_TEST_SUITE_END();

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
            if (const auto at = text.find("result.json."); at != text.npos)
                text.replace(at + 12, 6, "XXXXXX");
            return text;
        }
        return "no error";
    }

    void writesAFileForItsOwnerOnly() {
        const mode_t before = ::umask(0);
        NewFile(path_).commit("all of it\n");
        ::umask(before);
        same("all of it\n", folder_.read("result.json"));
        CPPUNIT_ASSERT_EQUAL(0600u, modeOf(path_));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
    }
    void isNotThereUntilItIsWhole() {
        NewFile file(path_);
        CPPUNIT_ASSERT(!fs::exists(path_));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
        CPPUNIT_ASSERT_EQUAL(0600u, modeOf(folder_.path(names().front())));
        const std::string large(3'000'000, 'x');
        file.commit(large);
        CPPUNIT_ASSERT(large == folder_.read("result.json"));
    }
    void leavesNothingBehindUnlessCommitted() {
        { const NewFile file(path_); }
        CPPUNIT_ASSERT(names().empty());
    }
    void refusesWhatExists() {
        const std::string text =
            "The output file FOLDER/result.json exists already; remove it, or name another. "
            "Nothing was run.";
        folder_.write("result.json", "old");
        same(text, refusal([&] { NewFile file(path_); }));
        same("old", folder_.read("result.json"));
        fs::remove(path_);
        fs::create_symlink("nowhere", path_);
        same(text, refusal([&] { NewFile file(path_); }));
        fs::remove(path_);
        fs::create_directory(path_);
        same(text, refusal([&] { NewFile file(path_); }));
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
    }
    void refusesAFolderThatIsNotThere() {
        same(
            "The output file FOLDER/none/result.json cannot be made (No such file or directory). "
            "Nothing was run.",
            refusal([&] { NewFile file(folder_.path("none/result.json")); }));
        folder_.write("file", "");
        same(
            "The output file FOLDER/file/result.json cannot be made (Not a directory). Nothing "
            "was run.",
            refusal([&] { NewFile file(folder_.path("file/result.json")); }));
    }
    void replacesNothingThatCameMeanwhile() {
        NewFile file(path_);
        folder_.write("result.json", "theirs");
        same(
            "The output file FOLDER/result.json could not be written (File exists); what there is "
            "of it is in FOLDER/result.json.XXXXXX.",
            refusal([&] { file.commit("ours"); }));
        same("theirs", folder_.read("result.json"));
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), names().size());
        for (const auto& name : names())
            if (name != "result.json") same("ours", folder_.read(name));
    }
    // The disk is full, as far as this process may write.
    void keepsWhatItCouldWrite() {
        NewFile file(path_);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{4, before.rlim_max};
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto text = refusal([&] { file.commit("more than four"); });
        ::setrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_DFL);
        same(
            "The output file FOLDER/result.json could not be written (File too large); what there "
            "is of it is in FOLDER/result.json.XXXXXX.",
            text);
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), names().size());
        same("more", folder_.read(names().front()));
    }
    void writesNothingAsAnEmptyFile() {
        NewFile(path_).commit("");
        same("", folder_.read("result.json"));
        CPPUNIT_ASSERT(fs::exists(path_));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(NewFileTest);
