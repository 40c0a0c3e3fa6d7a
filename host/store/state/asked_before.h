// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/state/run_seal.h"

namespace tenon::store {

// Is that the digest of the question, as one of the runs asked it whose answers this one took over?
// There its own id stood wherever this one's, `id`, stands in what is asked. Throws StepError.
bool wasAsked(const world::Question& question, const std::string& digest, const RunSeal& seal,
              const std::string& id);

}  // namespace tenon::store
