// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tenon::world {}

namespace tenon::run {

// Runs, positions, events and questions: the engine calls them as the world does.
using namespace world;

}  // namespace tenon::run
