// SPDX-License-Identifier: Apache-2.0
// `authentication` as it stands in a manifest: inline, or the name of one in use.authentications.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "run/auth/authorization.h"
#include "run/loader.h"

namespace tenon::run {

struct Scheme;

class Authentication {
  public:
    // `place`: of the node in its task, for texts: "with/endpoint/authentication". Nothing where a
    // fault was added.
    static std::optional<Authentication> load(Loader& loader, const manifest::Node& node,
                                              const std::string& place);
    // One in use.authentications, by itself.
    static std::optional<Authentication> loadNamed(Loader& loader, const std::string& name);

    // With the values that its expressions have now.
    [[nodiscard]] Result<std::unique_ptr<Authorization>> evaluate(Run& run,
                                                                  const expr::Scope& scope) const;

  private:
    static std::optional<Authentication> inlined(Loader& loader, const manifest::Node& node,
                                                 const std::string& place);

    const Scheme* scheme_ = nullptr;
    std::string place_;
    std::string secret_;  // whose value the settings are; empty: they are written here
    std::optional<expr::Template> settings_;
    bool writtenAuthority_ = false, writtenToken_ = false;
};

}  // namespace tenon::run
