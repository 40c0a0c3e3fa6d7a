// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/start.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/formulas/execution.h"
#include "tenon/keep.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::StepError;
using tenon::Value;

Value listOf(const Start::Ids& ids) { return tenon::Array(ids.begin(), ids.end()); }

Start::Ids idsOf(const Value& list) {
    Start::Ids ids;
    if (const auto* items = list.array())
        for (const auto& id : *items)
            if (const auto number = id.integer()) ids.push_back(*number);
    return ids;
}

}  // namespace

Start::Start(Client& client, const RunFormulaInputs& in, tenon::Context& context)
    : client_(client),
      in_(in),
      context_(context),
      once_(static_cast<tenon::Once*>(context.extension(tenon::Once::kId))),
      past_(once_ ? once_->past() : tenon::Past()) {}

Start::Ids Start::earlier() const {
    if (past_.done == tenon::Done::maybe)
        throw StepError(unclear(tenon::makeError(
            tenon::ErrorKind::runtime, "unknown outcome",
            "An earlier attempt sent " + about() + ", and what came of it is not known.")));
    return past_.done == tenon::Done::yes ? kept(idsOf(past_.gave)) : Ids();
}

Start::Ids Start::now() const {
    const auto doing = [&]() -> tenon::Result<Value> {
        try {
            return listOf(sent());
        } catch (const StepError& e) {
            return e.error();
        }
    };
    const auto gave =
        once_ ? once_->act(Object{{"path", path()}, {"args", args()}}, doing) : doing();
    if (gave) return kept(idsOf(gave.value()));
    throw StepError(gave.error().title == "interrupted" ? unclear(gave.error()) : gave.error());
}

std::string Start::path() const {
    return "/formulas/instances/" + std::to_string(in_.formulaInstanceId) + "/executions";
}

std::string Start::about() const {
    return "the start of the formula instance " + std::to_string(in_.formulaInstanceId);
}

std::string Start::lookFirst() const {
    return "An execution may have been started all the same: before you run this again, look at "
           "GET " +
           path() + " on the platform.";
}

tenon::Error Start::unclear(tenon::Error error) const {
    error.done = tenon::Done::maybe;
    error.retryable = false;
    error.detail += " " + lookFirst();
    return error;
}

Value Start::args() const {
    Object out;
    for (const auto& [name, value] : in_.args) out.set(name, value);
    return out;
}

Start::Ids Start::sent() const {
    Call call;
    call.method = "POST";
    call.path = path();
    call.body = args();
    call.about = about();
    call.lookFirst = lookFirst();
    call.came = idThatCame;
    call.advice.notFound = "There is no formula instance " + std::to_string(in_.formulaInstanceId) +
                           " that these credentials may see: check formulaInstanceId and "
                           "connection.";
    const auto answer = client_.send(call);
    auto ids = readStarted(client_.json(answer, call));
    if (!ids) throw client_.unusable(answer, call, "names no execution");
    if (ids->empty())
        throw client_.unusable(answer, call,
                               "lists no execution: the instance may be switched off, or args do "
                               "not fit its trigger");
    return *std::move(ids);
}

Start::Ids Start::kept(Ids ids) const {
    tenon::keep(context_,
                Object{{"formulaInstanceId", in_.formulaInstanceId}, {"executions", listOf(ids)}});
    return ids;
}

}  // namespace cloudelements
