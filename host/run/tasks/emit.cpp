// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/emit.h"

#include "run/cloud_event.h"
#include "run/descriptors.h"
#include "run/inside.h"
#include "run/names.h"
#include "text/rfc3339.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

class Emit final : public Task {
  public:
    Emit(Common common, expr::Template with) : Task(std::move(common)), with_(std::move(with)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        const auto with = with_.evaluate(scope);
        if (!with) return located(with.error(), "emit/event/with");
        // A run that is resumed has the same event.
        frame.run.world.redactor.learn(with.value());
        const auto decide = [&]() -> Value {
            const auto& world = frame.run.world;
            return Object{{"id", world.chance.uuid()}, {"time", text::rfc3339(world.clock.wall())}};
        };
        const auto moment = frame.run.choose(position.text, decide, true);
        Object fallback = *moment.object();
        fallback.set("source", frame.run.document.uri());
        auto made = cloudEvent(with.value(), fallback);
        if (!made) return made.error();
        Event emitted = event(Event::Kind::emitted, frame, position);
        emitted.output = made.value();
        frame.run.tell(std::move(emitted));
        return Outcome{std::move(made).value(), {}};
    }
    std::string action() const override { return "emit"; }

  private:
    expr::Template with_;
};

}  // namespace

std::unique_ptr<Task> loadEmit(Loader& loader, manifest::MapReader& task, Common common) {
    manifest::MapReader reader(*task.required("emit"), "\"emit\"", loader.faults());
    const auto* event = reader.required("event");
    reader.finish();
    if (!event) return nullptr;
    manifest::MapReader inner(*event, "\"event\"", loader.faults());
    const auto* with = inner.required("with");
    inner.finish();
    if (!with) return nullptr;
    if (with->kind == manifest::Node::Kind::map) {
        if (!with->find("type")) loader.faults().add(*with, "\"with\" of an event needs \"type\"");
        checkAttributes(*with, loader.faults());
        for (const auto* uri : {"source", "dataschema"})
            refuseInside(with->find(uri), loader.faults());
    } else if (!with->text() || !expr::unwrapped(*with->text())) {
        manifest::wrongKind(*with, "an object", loader.faults());
    }
    return std::make_unique<Emit>(std::move(common), loader.value(*with));
}

}  // namespace tenon::run
