// SPDX-License-Identifier: Apache-2.0
// Making something once on a platform that knows no idempotency key. What is made carries a mark;
// after any end of the POST whose outcome is unknown, of this attempt, an earlier one or an earlier
// life of the run, it is looked for, and made again only where it surely is not there.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "cloudelements/once/search.h"
#include "tenon/once.h"

namespace cloudelements {

// What is made, how it is made, and how it is found again.
struct Thing {
    // For people: "instance" of "an instance", its name, and how it is known: "the tag \"…\"".
    std::string noun, article, name, mark;
    // Does the mark prove that this task made it? If not, it is never sent a second time.
    bool isProven = true;
    bool adopts = true;                // what is found
    std::string notAdopted{};          // why not, where it does not: "adopt: never says so"
    std::chrono::milliseconds window;  // how long to look
    tenon::Value what;                 // goes out, for Once::act
    // The POST, and its outputs. Throws StepError.
    std::function<tenon::Value()> make;
    Look look;
    // The outputs of what was found. Throws StepError where it cannot be taken.
    std::function<tenon::Value(const Candidate&)> take;
    // Is what an earlier act gave there, and still its own? Throws StepError where nobody can know.
    std::function<bool(const tenon::Value& gave)> isThere;
    // Before a first POST: the outputs of what is there already and will do.
    std::function<std::optional<tenon::Value>()> before{};
};

struct Made {
    enum class How { created, found, there };  // by this task; found by its mark; there before
    tenon::Value outputs;
    How how = How::created;
};

// At most two POSTs. Throws StepError: `done` is `no` where nothing was made, `yes` where it is
// there, and `maybe` where nobody can know; then the text says what to look for.
Made makeOnce(tenon::Context& context, const Thing& thing);

}  // namespace cloudelements
