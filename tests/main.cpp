// SPDX-License-Identifier: Apache-2.0
// Runs CppUnit tests: all of them, or those named as arguments. --list prints their names.
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

#include "support/stack.h"

namespace {

void list(const CppUnit::Test& test) {
    if (test.getChildTestCount() == 0 && test.countTestCases() == 1) {
        std::cout << test.getName() << '\n';
        return;
    }
    for (int i = 0; i < test.getChildTestCount(); ++i) list(*test.getChildTestAt(i));
}

}  // namespace

int main(int argc, char** argv) {
    support::makeRoomForSanitizers();
    std::signal(SIGPIPE, SIG_IGN);
    const std::unique_ptr<CppUnit::Test> all(
        CppUnit::TestFactoryRegistry::getRegistry().makeTest());
    if (argc == 2 && std::string_view(argv[1]) == "--list") {
        list(*all);
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
    return collected.wasSuccessful() && collected.runTests() > 0 ? 0 : 1;
}
