// SPDX-License-Identifier: Apache-2.0
// What the remote side may have done stays known, whatever becomes of the error that said it.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "run/acts.h"
#include "tenon/error.h"

namespace tenon::run {

// The error, with a sentence behind what it says: its detail, or else its title.
Error withSentence(Error error, const std::string& sentence);

// The error, with what `other`, which came before or beside it, says of the remote side.
Error alsoDone(Error error, const Error& other);

// The error of a task, with what was done inside that must not be done twice.
Error alsoDone(Error error, const std::vector<Act>& acts);

// What something threw, in the middle of speaking to the world (`outside`) or not.
Error thrown(const std::exception& problem, bool outside);

}  // namespace tenon::run
