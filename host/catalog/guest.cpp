// SPDX-License-Identifier: Apache-2.0
#include "catalog/guest.h"

#include <Poco/Exception.h>

namespace tenon::catalog {

Error thrown(const std::string& who) {
    const auto error = [&](std::string what) {
        while (what.ends_with('.')) what.pop_back();
        return makeError(ErrorKind::runtime, "exception", who + " threw " + what + ".");
    };
    try {
        throw;
    } catch (const StepError& e) {
        return e.error();
    } catch (const Poco::Exception& e) {
        return error("a Poco::Exception: " + e.displayText());
    } catch (const std::exception& e) {
        return error(std::string("an exception: ") + e.what());
    } catch (...) {
        return error("something that is no exception");
    }
}

Result<Value> runGuest(Step& step, const std::string& who, const Value& inputs, Context& context) {
    try {
        return step.run(inputs, context);
    } catch (const StepError& e) {
        return e.error();
    } catch (...) {
        Error error = thrown(who);
        // Nobody knows how far it came.
        error.done = Done::maybe;
        return error;
    }
}

}  // namespace tenon::catalog
