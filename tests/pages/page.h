// SPDX-License-Identifier: Apache-2.0
// The reference page of one step, in Markdown.
#pragma once

#include <string>

#include "world/ports.h"

namespace pages {

std::string pageOf(const tenon::world::StepDescription& step, const std::string& comment);

}  // namespace pages
