// SPDX-License-Identifier: Apache-2.0
// The schemes of an authentication, each in its own file.
#pragma once

#include <memory>

#include "http/auth/settings.h"
#include "run/auth/authorization.h"
#include "run/loader.h"

namespace tenon::run {

// What a scheme is made of when a call begins.
struct AuthorizationInput {
    http::Settings settings;
    Run& run;            // whose redactor learns the credentials and what is made of them
    const Value& input;  // of the task, for URI templates
    // Does the URI stand in the manifest? In what an expression or a secret gave, `{name}` is data.
    bool writtenAuthority, writtenToken;
};

struct Scheme {
    std::string_view key;
    // Adds what can be known to be wrong when the manifest is loaded.
    void (*check)(Loader& loader, const manifest::Node& settings);
    // Throws StepError.
    std::unique_ptr<Authorization> (*make)(const AuthorizationInput& input);
};

void checkUser(Loader& loader, const manifest::Node& settings);
std::unique_ptr<Authorization> makeBasic(const AuthorizationInput& input);
void checkBearer(Loader& loader, const manifest::Node& settings);
std::unique_ptr<Authorization> makeBearer(const AuthorizationInput& input);
std::unique_ptr<Authorization> makeDigest(const AuthorizationInput& input);
void checkOAuth2(Loader& loader, const manifest::Node& settings);
std::unique_ptr<Authorization> makeOAuth2(const AuthorizationInput& input);

}  // namespace tenon::run
