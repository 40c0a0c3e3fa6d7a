// SPDX-License-Identifier: Apache-2.0
// Values to libjq's jv and back.
#pragma once

extern "C" {
#include <jv.h>
}

#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::expr {

// The integers that a double holds exactly.
inline constexpr std::int64_t kExact = std::int64_t{1} << 53;

// What a conversion met.
struct Met {
    bool secret = false;
    const std::int64_t* wide = nullptr;  // an integer that a double cannot hold
};

// `disguise`: put another text of the same length in the place of every secret.
jv toJv(const Value& value, bool disguise, Met& met);

// Consumes `value`. Whole numbers up to 2^53 become integers. What JSON cannot say is as jq prints
// it: null for no number, the largest number for infinity. Of what is nested deeper than there is
// `room`, the rest is left out.
Value fromJv(jv value, std::uint32_t room);

// `real`, with every text that differs from its counterpart in `disguised` made a secret. `made`
// gets what else depends on secrets: the part of a text that does, names of members, long numbers.
Value markSecrets(const Value& real, const Value& disguised, std::vector<std::string>& made);
// `value`, with every text in it made a secret.
Value allSecret(const Value& value, std::vector<std::string>& made);

}  // namespace tenon::expr
