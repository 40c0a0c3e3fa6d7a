// SPDX-License-Identifier: Apache-2.0
// What the remote side may have done stays known, whatever becomes of the error that said it.
#pragma once

#include "tenon/error.h"

namespace tenon::run {

// May what ended so be asked for again, without a second one of what was asked for?
bool repeatable(const Error& error);

// The error, with what `other`, which came before or beside it, says of the remote side.
Error alsoDone(Error error, const Error& other);

}  // namespace tenon::run
