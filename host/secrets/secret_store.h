// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "world/ports.h"

namespace tenon::secrets {

// Secrets by name: given ones first, then a file's, then the environment's TENON_SECRET_<NAME>.
class SecretStore final : public world::SecretSource {
  public:
    // `environment`: all variables as "NAME=VALUE".
    explicit SecretStore(const char* const* environment);

    // Of a sandbox; nothing else is looked at for these names.
    void give(const Value& secrets);
    // What a file of that path says; the Error (`validation`) is what readFile() gives.
    using Reader = std::function<Result<Value>(const std::string& path, std::string_view text)>;
    // An object by name, of texts. Errors: `configuration`, also where others may read the file
    // (title "permissions"), `validation` for its content.
    // `readable` waits until there is something to read; false ends the reading (`cancelled`).
    std::optional<Error> readFile(const std::string& path, const Reader& reader,
                                  const std::function<bool(int)>& readable = nullptr);

    Result<Value> find(const std::string& name) override;

  private:
    std::map<std::string, std::string> environment_;  // folded name, value
    Object given_;
    Object file_;
};

}  // namespace tenon::secrets
