// SPDX-License-Identifier: Apache-2.0
// What is fuzzed: each takes bytes from outside, and must neither crash nor throw what its
// interface does not name. `./dev fuzz` runs them under libFuzzer, an ordinary test on the corpus.
#pragma once

#include <string_view>

namespace fuzz {

void manifest(std::string_view bytes);
void expression(std::string_view bytes);
void evaluate(std::string_view bytes);
void response(std::string_view bytes);
void platform(std::string_view bytes);
void url(std::string_view bytes);
void json(std::string_view bytes);
void descriptor(std::string_view bytes);

}  // namespace fuzz
