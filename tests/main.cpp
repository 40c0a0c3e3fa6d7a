// SPDX-License-Identifier: Apache-2.0
// Runs CppUnit tests: all of them, or the fixtures and the tests ("Fixture::test") that are named
// as arguments. --list prints the names of the fixtures.
#include <cppunit/BriefTestProgressListener.h>
#include <cppunit/CompilerOutputter.h>
#include <cppunit/Test.h>
#include <cppunit/TestResult.h>
#include <cppunit/TestResultCollector.h>
#include <cppunit/extensions/TestFactoryRegistry.h>

#include <csignal>
#include <iostream>
#include <memory>
#include <string_view>

#include "support/skip.h"
#include "support/stack.h"

int main(int argc, char** argv) {
    support::makeRoomForSanitizers();
    std::signal(SIGPIPE, SIG_IGN);
    const std::unique_ptr<CppUnit::Test> all(
        CppUnit::TestFactoryRegistry::getRegistry().makeTest());
    if (argc == 2 && std::string_view(argv[1]) == "--list") {
        for (int i = 0; i < all->getChildTestCount(); ++i)
            if (all->getChildTestAt(i)->countTestCases() > 0)
                std::cout << all->getChildTestAt(i)->getName() << '\n';
        return 0;
    }
    CppUnit::TestResult result;
    CppUnit::TestResultCollector collected;
    CppUnit::BriefTestProgressListener progress;
    result.addListener(&collected);
    result.addListener(&progress);
    if (argc == 1) all->run(&result);
    for (int i = 1; i < argc; ++i) all->findTest(argv[i])->run(&result);
    CppUnit::CompilerOutputter(&collected, std::cerr).write();
    if (!collected.wasSuccessful() || collected.runTests() == 0) return 1;
    return support::skipped() == collected.runTests() ? support::kSkipped : 0;
}
