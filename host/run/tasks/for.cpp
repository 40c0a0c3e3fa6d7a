// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/for.h"

#include "run/done.h"
#include "world/round.h"

namespace tenon::run {
namespace {

// The error with the round in which it came. Loops that are round that loop say theirs, too.
Error saidRound(Error error, const world::Round& round) {
    return withSentence(std::move(error), "It came in round " + std::to_string(round.number) +
                                              " of " + std::to_string(round.of()) + " of \"" +
                                              round.loop->task + "\".");
}

class For final : public Task {
  public:
    struct Parts {
        std::string each, at;
        expr::Template in;
        std::optional<expr::Expression> whileTrue;
        TaskList list;
    };
    For(Common common, Parts parts) : Task(std::move(common)), parts_(std::move(parts)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        const auto items = parts_.in.evaluate(scope);
        if (!items) return located(items.error(), "for/in");
        if (items.value().isNull()) return Outcome{scope.dot, {}};
        if (!items.value().array())
            return located(makeError(ErrorKind::expression, "expression",
                                     std::string("Wanted an array, found ") +
                                         describe(items.value().kind()) + "."),
                           "for/in");
        return rounds(frame, scope, position, items.value());
    }
    std::string action() const override { return "for"; }

  private:
    Result<Outcome> rounds(Frame& frame, const expr::Scope& scope, const Position& position,
                           const Value& all) const {
        const Array& items = *all.array();
        const auto loop = std::make_shared<const world::Loop>(
            world::Loop{position.text, common().name, frame.depth, all, frame.round});
        Frame inner = frame;
        ++inner.depth;
        const auto first = inner.locals.size();
        inner.locals.emplace_back(parts_.each, Value());
        inner.locals.emplace_back(parts_.at, Value());
        expr::Scope test = scope;
        Value value = scope.dot;
        for (std::size_t i = 0; i < items.size(); ++i) {
            inner.locals[first].second = items[i];
            inner.locals[first + 1].second = static_cast<std::int64_t>(i);
            inner.position = position.key("do").round(i + 1);
            inner.round = {loop, i + 1};
            if (parts_.whileTrue) {
                test.dot = value;
                test.set("context", inner.context);
                test.set(parts_.each, items[i]);
                test.set(parts_.at, inner.locals[first + 1].second);
                const auto goOn = parts_.whileTrue->evaluate(test);
                if (!goOn) return saidRound(located(goOn.error(), "while"), inner.round);
                if (!truthy(goOn.value())) break;
            }
            auto outcome = parts_.list.run(inner, value);
            frame.context = inner.context;
            if (!outcome) return saidRound(outcome.error(), inner.round);
            value = std::move(outcome).value().output;
            if (outcome.value().flow->kind == Flow::Kind::end)
                return Outcome{std::move(value), outcome.value().flow};
        }
        return Outcome{std::move(value), {}};
    }

    Parts parts_;
};

}  // namespace

std::unique_ptr<Task> loadFor(Loader& loader, manifest::MapReader& task, Common common) {
    For::Parts parts;
    manifest::MapReader reader(*task.required("for"), "\"for\"", loader.faults());
    parts.each = loader.variable(reader.optional("each"), "item");
    parts.at = loader.variable(reader.optional("at"), "index");
    const auto* in = reader.required("in");
    if (in && !in->text() && in->kind != manifest::Node::Kind::list) {
        manifest::wrongKind(*in, "an expression or an array", loader.faults());
    } else if (in) {
        parts.in = *loader.slot(in);
    }
    reader.finish();
    {
        const Loader::Known known(loader, {parts.each, parts.at});
        parts.whileTrue = loader.expression(task.optional("while"));
    }
    parts.list = loader.tasks(task.required("do"), {parts.each, parts.at});
    return std::make_unique<For>(std::move(common), std::move(parts));
}

}  // namespace tenon::run
