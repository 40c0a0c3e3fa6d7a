// SPDX-License-Identifier: Apache-2.0
// Basic (RFC 7617) and bearer (RFC 6750): the credentials are known at once.
#include "run/auth/schemes.h"
#include "run/names.h"
#include "text/base64.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

class Known final : public Authorization {
  public:
    Known(const char* scheme, Secret parameter)
        : scheme_(scheme), parameter_(std::move(parameter)) {}

    [[nodiscard]] Value describe() const override { return described(scheme_, parameter_); }
    Result<HttpResponse> send(Run& run, Http& http, HttpRequest& request,
                              const Limits& limits) override {
        authorize(request, scheme_, parameter_);
        return http.send(request, run.requestLimits(limits));
    }

  private:
    const char* scheme_;
    Secret parameter_;
};

}  // namespace

void checkUser(Loader& loader, const manifest::Node& settings) {
    manifest::MapReader reader(settings, "the authentication", loader.faults());
    reader.required("username");
    reader.required("password");
    reader.finish();
}

std::unique_ptr<Authorization> makeBasic(const AuthorizationInput& input) {
    const std::string user = input.settings.text("username");
    const Secret password(input.settings.text("password"));
    if (user.find(':') != std::string::npos)
        input.settings.refuse(
            "\"username\" holds a colon, which basic authentication cannot send.");
    const Secret both(user + ":" + password.reveal());
    Secret parameter(text::base64(both.reveal()));
    input.run.world.redactor.learn(Array{password, both, parameter});
    return std::make_unique<Known>("Basic", std::move(parameter));
}

void checkBearer(Loader& loader, const manifest::Node& settings) {
    if (settings.text()) return;  // the token itself
    manifest::MapReader reader(settings, "the authentication", loader.faults());
    reader.required("token");
    reader.finish();
}

std::unique_ptr<Authorization> makeBearer(const AuthorizationInput& input) {
    Secret token(input.settings.text("token"));
    input.run.world.redactor.learn(token);
    return std::make_unique<Known>("Bearer", std::move(token));
}

}  // namespace tenon::run
