// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "program.h"

// For tests that write one manifest and run it.
class ManifestFixture : public CppUnit::TestFixture {
  protected:
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The file with what follows the document's names.
    [[nodiscard]] std::string manifest(const std::string& rest) const {
        return folder_.write(
            "m.yaml", "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0}\n" + rest);
    }

    support::Folder folder_;
};
