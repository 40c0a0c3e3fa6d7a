// SPDX-License-Identifier: Apache-2.0
// What is said where a thing cannot be made once without a person.
#pragma once

#include "cloudelements/once/make_once.h"

namespace cloudelements {

// The looking gave no answer. `unclear`: why there was something to look for.
tenon::Error unknownEnd(const Thing& thing, tenon::Error unclear, const Sought& sought);
// The looking found none, and it may not be made again. `posts`: how often it was sent.
tenon::Error absentEnd(const Thing& thing, tenon::Error unclear, int posts);
// More than one was found.
tenon::Error severalEnd(const Thing& thing, tenon::Error unclear, const Sought& sought);
// One was found, and is not to be taken.
tenon::Error notAdoptedEnd(const Thing& thing, tenon::Error unclear, std::int64_t id);
// It was made; whether it is there still, nobody can know.
tenon::Error unseenEnd(const Thing& thing, tenon::Error error, const tenon::Value& gave);

}  // namespace cloudelements
