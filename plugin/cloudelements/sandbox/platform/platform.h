// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "platform/absent.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

// The platform's answers, as strict as its documentation. Any thread.
class Platform {
  public:
    explicit Platform(const Settings& settings);

    Answer handle(const Request& request);
    // Called with the world after each request that may have changed it.
    void onChange(std::function<void(const World&)> changed) { changed_ = std::move(changed); }
    // Work with the world while no request is answered.
    void withWorld(const std::function<void(World&)>& work);
    // The first job that waits; an empty one if none does.
    Job takeJob();
    // Every method and path that is answered, below /elements/api-v2.
    [[nodiscard]] std::vector<std::string> routes() const { return router_.routes(); }
    // Constant.
    [[nodiscard]] const std::string& user() const { return world_.user; }
    [[nodiscard]] const std::string& organization() const { return world_.organization; }
    [[nodiscard]] const std::string& password() const { return world_.password; }

  private:
    Answer route(const Request& request, const std::string& path);
    Answer admitted(Call& call, const Router::Route& route);
    Answer ofElement(Call& call, const Router::Route& route);

    std::mutex mutex_;
    World world_;
    Router router_;
    Absent absent_;
    std::function<void(const World&)> changed_;
};

}  // namespace cloudelements::sandbox
