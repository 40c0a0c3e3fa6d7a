// SPDX-License-Identifier: Apache-2.0
// Which tasks ran, and in which order, by the run's events.
#pragma once

#include "stage.h"

namespace scenarios {

// The names of the tasks in the order of their begins; Failed where none ran.
std::vector<std::string> started(Stage& stage);
// The last such event of a task; Failed where there is none.
tenon::world::Event last(Stage& stage, tenon::world::Event::Kind kind, const std::string& task);
void shouldRunBefore(Stage& stage, const std::string& first, const std::string& second);
// From the run's begin to its end.
Milliseconds passed(Stage& stage);

}  // namespace scenarios
