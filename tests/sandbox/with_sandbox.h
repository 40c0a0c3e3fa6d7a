// SPDX-License-Identifier: Apache-2.0
// A fixture whose every test has a sandbox of its own. It starts in setUp(), since CppUnit makes
// the objects of all tests before it runs the first one.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <optional>

#include "running_sandbox.h"

namespace support {

class WithSandbox : public CppUnit::TestFixture {
  public:
    void setUp() override { platform_.emplace(); }
    void tearDown() override { platform_.reset(); }

  protected:
    std::optional<RunningSandbox> platform_;
};

}  // namespace support
