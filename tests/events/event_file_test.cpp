// SPDX-License-Identifier: Apache-2.0
// The file that events are added to.
#include "events/event_file.h"

#include <cppunit/extensions/HelperMacros.h>
#include <sys/stat.h>

#include <thread>
#include <vector>

#include "support/folder.h"
#include "support/whole.h"

using tenon::events::EventFile;

class EventFileTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EventFileTest);
    CPPUNIT_TEST(makesAFileForItsOwnerOnly);
    CPPUNIT_TEST(addsToAFileThatExists);
    CPPUNIT_TEST(writesEachLineAsOnePiece);
    CPPUNIT_TEST(saysWhyItCannotBeOpened);
    CPPUNIT_TEST(saysOnceThatItCannotBeWritten);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void makesAFileForItsOwnerOnly() {
        EventFile file(folder_.path("events"));
        same("", file.add("{}"));
        same("{}\n", folder_.read("events"));
        struct stat about {};
        ::stat(folder_.path("events").c_str(), &about);
        CPPUNIT_ASSERT_EQUAL(0600u, static_cast<unsigned>(about.st_mode & 0777));
    }
    void addsToAFileThatExists() {
        folder_.write("events", "{\"old\":1}\n");
        same("", EventFile(folder_.path("events")).add("{}"));
        same("{\"old\":1}\n{}\n", folder_.read("events"));
    }
    void writesEachLineAsOnePiece() {
        constexpr int kWriters = 4, kLines = 50;
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < kWriters; ++i)
                writers.emplace_back([&, i] {
                    EventFile file(folder_.path("events"));
                    const std::string line(20'000, static_cast<char>('a' + i));
                    for (int j = 0; j < kLines; ++j) same("", file.add(line));
                });
        }
        std::istringstream lines(folder_.read("events"));
        int count = 0;
        for (std::string line; std::getline(lines, line); ++count)
            same(std::string(20'000, line.at(0)), line);
        CPPUNIT_ASSERT_EQUAL(kWriters * kLines, count);
    }
    void saysWhyItCannotBeOpened() {
        const auto path = folder_.path("none/events");
        try {
            const EventFile file(path);
            CPPUNIT_FAIL("opened");
        } catch (const tenon::StepError& e) {
            same("configuration 400, events: The events file " + path +
                     " cannot be opened (No such file or directory). Nothing was run.",
                 support::whole(e.error()));
        }
    }
    void saysOnceThatItCannotBeWritten() {
        EventFile file("/dev/full");
        same("no more events could be written to /dev/full (No space left on device)",
             file.add("{}"));
        same("", file.add("{}"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EventFileTest);
