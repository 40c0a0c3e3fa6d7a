// SPDX-License-Identifier: Apache-2.0
// From what a manifest says of a shell to the command, and from its end to the task's output.
#pragma once

#include "run/names.h"
#include "world/ports.h"

namespace tenon::world {
class Redactor;
}

namespace tenon::run {

// What of a process becomes the task's output.
enum class Return { out, err, code, all, none };

// {command, stdin, arguments, environment}, evaluated. Texts are taken as they are, other values
// as JSON; nothing is ever pasted into the command. The Error (`configuration`) names the part.
Result<ShellCommand> shellCommand(const Object& with);

// {code, stdout, stderr}, as the language has it. The Error (`runtime`) of outputs that are no
// text.
Result<Value> shellResult(const ShellEnd& end);

// {stdout, stderr} of a command that nobody knows the outcome of, as far as they had come: texts,
// or {base64: …}. Null where it wrote nothing.
Value shellKept(const ShellEnd& end);

// What `return` asks for. The Error (`runtime`) of a command that ended with another code than 0,
// unless that code is asked for.
Result<Value> shellOutput(const Value& result, Return what, const Redactor& redactor);

}  // namespace tenon::run
