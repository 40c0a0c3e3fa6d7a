// SPDX-License-Identifier: Apache-2.0
// Why a run cannot go on, as a person is told it.
#pragma once

#include <string>

#include "world/journal.h"

namespace tenon::store {

// What a question is called: what it does, or else where it stands.
const std::string& nameOf(const world::Question& question);

// An act was begun in an earlier life and has no answer.
Error interrupted(const world::Question& question);
// The recorded question at the position is another one.
Error changed(const std::string& position);
// A position that may be asked once was asked again in the same life.
Error askedTwice(const std::string& position);
// The act was not begun, because that could not be recorded.
Error unbegun(const world::Question& question, const Error& why);
// An answer came and cannot be kept: nobody will know whether the act was done.
Error unkept(const world::Question& question, const Error& why);

}  // namespace tenon::store
