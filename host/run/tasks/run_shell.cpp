// SPDX-License-Identifier: Apache-2.0
#include "run/names.h"
#include "run/shell_command.h"
#include "run/tasks/run.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

class RunShell final : public Task {
  public:
    // A `command` with an expression in it is a part of `with`, too.
    RunShell(Common common, std::string command,
             std::vector<std::pair<std::string, expr::Template>> with, Return what)
        : Task(std::move(common)),
          command_(std::move(command)),
          with_(std::move(with)),
          return_(what) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        Object with{{"command", command_}};
        for (const auto& [key, part] : with_) {
            auto value = part.evaluate(scope);
            if (!value) return located(value.error(), "run/shell/" + key);
            with.set(key, std::move(value).value());
        }
        const auto command = shellCommand(with);
        if (!command) return command.error();
        auto* shell = frame.run.world.shell;
        if (!shell)
            return makeError(ErrorKind::configuration, "no shell",
                             "Nothing was run: this host has no shell.");
        const auto result = frame.run.act(
            {.position = position.text, .action = action(), .idempotent = frame.idempotent}, with,
            [&](Value& raw) {
                ShellEnd came;
                const auto end = shell->run(command.value(), frame.limits, came);
                raw = shellKept(end ? end.value() : came);
                if (!end) return Result<Value>(end.error());
                auto said = shellResult(end.value());
                // A command that ends with another code than 0 says that it did not do it.
                if (said)
                    if (auto output = shellOutput(said.value(), return_, frame.run.world.redactor);
                        !output)
                        return Result<Value>(output.error());
                return said;
            });
        if (!result) return result.error();
        auto output = shellOutput(result.value(), return_, frame.run.world.redactor);
        if (!output) return output.error();
        return Outcome{std::move(output).value(), {}};
    }
    std::string action() const override { return "run shell"; }
    bool outside() const override { return true; }

  private:
    const std::string command_;
    const std::vector<std::pair<std::string, expr::Template>> with_;
    const Return return_;
};

bool isExpression(const manifest::Node& node) {
    return node.text() && expr::unwrapped(*node.text());
}

// The shell has its own `${NAME}`; what cannot be that was meant as an expression.
void warnOfExpressions(const manifest::Node& command, Loader& loader) {
    const std::string& text = *command.text();
    constexpr std::string_view shells =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_#?@*!-";
    for (auto at = text.find("${"); at != std::string::npos; at = text.find("${", at + 2)) {
        if (at + 2 < text.size() && shells.find(text[at + 2]) != std::string_view::npos) continue;
        loader.warnings().add(command,
                              "\"${\" inside a command is the shell's, no expression; give the "
                              "value in \"arguments\" and write \"$1\"");
        return;
    }
}

}  // namespace

std::unique_ptr<Task> loadRunShell(Loader& loader, const manifest::Node& node, Common common,
                                   Return what) {
    auto& faults = loader.faults();
    if (!loader.options().shell)
        faults.add(node,
                   "\"run: shell\" runs a command on this machine; if you trust the manifest, "
                   "allow it with --allow-shell");
    manifest::MapReader reader(node, "\"shell\"", faults);
    const auto text = reader.requiredText("command");
    std::vector<std::pair<std::string, expr::Template>> with;
    const auto part = [&](const std::string& key, auto fits, const char* wanted) {
        const auto* value = reader.optional(key);
        if (!value) return;
        if (!fits(*value) && !isExpression(*value)) manifest::wrongKind(*value, wanted, faults);
        with.emplace_back(key, loader.value(*value));
    };
    using Kind = manifest::Node::Kind;
    part(
        "stdin", [](const manifest::Node&) { return true; }, "");
    part(
        "arguments", [](const auto& list) { return list.kind == Kind::list; }, "an array");
    part(
        "environment", [](const auto& map) { return map.kind == Kind::map; }, "an object");
    reader.finish();
    if (!text) return nullptr;
    loader.acts();
    const auto& command = *node.find("command");
    if (isExpression(command)) {
        with.emplace_back("command", loader.value(command));
    } else {
        warnOfExpressions(command, loader);
    }
    return std::make_unique<RunShell>(std::move(common), *text, std::move(with), what);
}

}  // namespace tenon::run
