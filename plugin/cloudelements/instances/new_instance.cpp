// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/new_instance.h"

#include "cloudelements/instances/adoption.h"
#include "cloudelements/instances/verification.h"
#include "cloudelements/once/tag.h"

namespace cloudelements {
namespace {

Call postOf(const NewInstance& instance, const std::string& tag) {
    tenon::Array tags(instance.tags.begin(), instance.tags.end());
    tags.emplace_back(tag);
    tenon::Object body{{"element", instance.element},
                       {"configuration", instance.configuration},
                       {"tags", std::move(tags)},
                       {"name", instance.name}};
    if (!instance.providerData.empty()) body.set("providerData", instance.providerData);
    Call call{.method = "POST", .path = "/instances", .body = std::move(body)};
    call.about = "the creation of the instance";
    call.advice = instance.advice;
    call.came = instanceThatCame;
    return call;
}

CreatedInstance made(Client& client, tenon::Context& context, const NewInstance& instance,
                     bool& isOurs) {
    const auto tag = tagOf(context.idempotencyKey());
    const InstanceAdoption adoption(client, instance, tag);
    Thing thing;
    thing.noun = "instance";
    thing.article = "an instance";
    thing.name = instance.name;
    thing.mark = "the tag \"" + tag + "\"";
    thing.adopts = instance.how.adopt != "never";
    thing.notAdopted = "adopt: never says not to take it";
    thing.window = std::chrono::seconds(instance.how.lookFor);
    thing.what = tenon::Object{{"POST", "/instances"},
                               {"element", instance.element},
                               {"name", instance.name},
                               {"tag", tag}};
    thing.make = [&] {
        const auto call = postOf(instance, tag);
        CreatedInstance out;
        static_cast<Instance&>(out) = readInstance(client.send(call), call, client, instance.name);
        return tenon::writeFields(out);
    };
    thing.look = [&] { return adoption.tagged(); };
    thing.take = [&](const Candidate& found) { return adoption.take(found); };
    thing.isThere = [&](const tenon::Value& gave) { return adoption.isThere(gave); };
    if (instance.how.adopt == "byName") thing.before = [&] { return adoption.named(); };
    const auto outcome = makeOnce(context, thing);
    isOurs = outcome.how != Made::How::there;
    std::vector<tenon::Problem> problems;
    return tenon::readFields<CreatedInstance>(outcome.outputs, problems);
}

}  // namespace

CreatedInstance createInstance(const Connection& connection, tenon::Context& context,
                               const NewInstance& instance) {
    Client client(connection, context);
    bool isOurs = false;
    auto out = made(client, context, instance, isOurs);
    if (instance.how.verify) verify(connection, context, instance, isOurs, out);
    return out;
}

}  // namespace cloudelements
