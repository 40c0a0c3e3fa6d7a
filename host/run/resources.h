// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "schema/schema.h"
#include "tenon/context.h"
#include "tenon/error.h"

namespace tenon::run {

class Run;

// The text of a file in the folder of the manifest.
Result<Value> readBeside(Run& run, const std::string& path);

// The external resources of one run: each is got when it is first needed, and kept. Any thread.
class Resources {
  public:
    // The text of an address or a file beside the manifest. `position`: of the place that needs it.
    static Result<Value> text(Run& run, const std::string& uri, const std::string& position,
                              const Limits& limits);
    // JSON or YAML.
    Result<schema::Schema> schema(Run& run, const std::string& uri, const std::string& position,
                                  const Limits& limits);

  private:
    std::mutex mutex_;
    std::map<std::string, schema::Schema> schemas_;
};

}  // namespace tenon::run
