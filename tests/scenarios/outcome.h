// SPDX-License-Identifier: Apache-2.0
// How a run ended, and what the servers saw of it.
#pragma once

#include "stage.h"

namespace scenarios {

// The error as an object; Failed where the run did not fault.
tenon::Value faultOf(Stage& stage);
// With a standard error of that kind and status, at the task of that pointer.
void shouldFault(Stage& stage, const std::string& kind, const std::string& status,
                 const std::string& instance);
void shouldCancel(Stage& stage);
// The member at a path such as 'error.status' or 'pets.0.id'; Failed where there is none.
tenon::Value propertyOf(const tenon::Value& value, const std::string& path);
// `paths`: "'a.b', 'c'".
void shouldHave(const tenon::Value& value, const std::string& paths);
void shouldContain(const tenon::Value& value, const std::string& path, std::size_t items);
// None of the given secrets' texts is in any text of the events.
void namesNoSecret(Stage& stage);
std::vector<Received> requestsOf(Stage& stage, const std::string& origin, const std::string& method,
                                 const std::string& target);
Received lastRequest(Stage& stage, const std::string& origin, const std::string& method,
                     const std::string& target);
std::string headerOf(const Received& request, const std::string& name);

}  // namespace scenarios
