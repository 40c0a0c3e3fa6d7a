// SPDX-License-Identifier: Apache-2.0
// Each tenant's instance is made once: what the platform has made in the end is what the runs know
// of. TENON_FAULTS=full makes 10,000 runs of it; fewer otherwise.
#include <iostream>

#include "tenants_fixture.h"

class TenantsTest : public TenantsFixture {
    CPPUNIT_TEST_SUITE(TenantsTest);
    CPPUNIT_TEST(makesEachInstanceOnce);
    CPPUNIT_TEST(stopsWhereTwoAreThere);
    CPPUNIT_TEST_SUITE_END();

    [[nodiscard]] std::string manifest() const {
        return folder_.write("onboard.yaml", R"(
document: {dsl: 1.0.3, namespace: t, name: onboard, version: 1.0.0}
use: {secrets: [cloudElements]}
do:
  - make:
      try:
        - create:
            call: CreateSageCRMInstance
            with: {name: '${ .name }', subdomain: crm.example.com, username: sandbox-user,
                   password: sandbox-password, lookFor: 4}
      catch:
        errors: {with: {status: 429}}
        retry: {delay: {milliseconds: 20}, limit: {attempt: {count: 20}}}
  - read:
      call: GetElementInstance
      with: {id: '${ .id }'}
  - told: {set: {id: '${ .id }', name: '${ .name }'}}
)");
    }

    void makesEachInstanceOnce() {
        const int runs = support::inFull() ? 10'000 : kSlow ? 60 : 500;
        const int kills = support::inFull() ? 60 : kSlow ? 3 : 8;
        makeKey();
        Requests posts("POST /elements/api-v2/instances");
        Sandbox sandbox(folder_, script("POST /instances", runs / 4), posts);
        const auto driven = drive(command(manifest(), runs, sandbox), posts, kills, runs);
        auto ended = results();
        const auto& ids = ended[0];
        const auto stopped = ended[3].size();
        std::cout << "\n  " << runs << " runs, " << driven.lives << " kills, " << posts.count()
                  << " creations sent: " << ids.size() << " completed, " << stopped
                  << " stopped for a person\n";
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), stopped > 0 ? 3 : 0, driven.code);
        CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(runs), ids.size() + stopped);
        CPPUNIT_ASSERT_EQUAL(ids.size(), std::set<std::int64_t>(ids.begin(), ids.end()).size());
        const auto known = static_cast<std::int64_t>(ids.size());
        CPPUNIT_ASSERT_EQUAL(known, sandbox.count("instances"));
        CPPUNIT_ASSERT_EQUAL(known, sandbox.count("instancesMade"));
        CPPUNIT_ASSERT_EQUAL(static_cast<long>(stopped), lines(folder_.read("failed.jsonl")));
    }

    // A gateway that repeats a creation: nobody can know which one is meant, and a person is asked.
    void stopsWhereTwoAreThere() {
        makeKey();
        Requests posts("POST /elements/api-v2/instances");
        Sandbox sandbox(
            folder_,
            R"({"rules":[{"on":"POST /instances","times":1,"duplicate":true,"drop":"after"}]})",
            posts);
        support::Running run(command(manifest(), 3, sandbox));
        const int code = run.wait();
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), 3, code);
        const auto ended = results();
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, ended.at(0).size());
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, ended.at(3).size());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{4}, sandbox.count("instancesMade"));
        CPPUNIT_ASSERT_EQUAL(1L, lines(folder_.read("failed.jsonl")));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TenantsTest);
