// SPDX-License-Identifier: Apache-2.0
#include "expr/shadows.h"

namespace tenon::expr {

// - Of the environment, jq shows the variable TZ, as the name of the time zone.
// - strftime asserts that its format is a string and that its time has a date; indices("") fills
//   the memory. Both stop the process. ltrimstr and rtrimstr leak where a part is no string.
// - A helper's name is taken away once it has been used: __strftime is the unguarded one.
// - __one(f) is the first result of f, or null. `limit` may go on behind it where f holds a `?`, so
//   that a later error must not count.
// - An array is filled up to where something is put into it.
const std::string_view kShadows = R"jq(
def __one(f):
  [try (limit(1; f) | [.]) catch {error: .}] | .[0]
  | if type == "object" then error(.error) elif . == null then null else .[0] end;
def __setpath($path; $value): setpath($path; $value);
def setpath($path; $value):
  if any($path | arrays | .[] | numbers; . > 10000000) then
    error("an array has no room for an item beyond 10,000,000")
  else __setpath($path; $value) end;
def __setpath($path; $value): error("__setpath is not to be had in a workflow");
def _assign(paths; $value): reduce path(paths) as $p (.; setpath($p; $value));
def _modify(paths; update):
  reduce path(paths) as $p (.; label $out
    | (setpath($p; getpath($p) | update) | ., break $out), delpaths([$p]));
def env: error("env is not to be had in a workflow");
def input: error("input is not to be had in a workflow");
def inputs: error("inputs is not to be had in a workflow");
def debug: error("debug is not to be had in a workflow");
def stderr: error("stderr is not to be had in a workflow");
def input_filename: error("input_filename is not to be had in a workflow");
def halt: error("halt is not to be had in a workflow");
def halt_error: error("halt_error is not to be had in a workflow");
def halt_error($code): error("halt_error is not to be had in a workflow");
def modulemeta: error("modulemeta is not to be had in a workflow");
def get_search_list: error("get_search_list is not to be had in a workflow");
def localtime: error("localtime is not to be had in a workflow; use gmtime");
def strflocaltime($format): error("strflocaltime is not to be had in a workflow; use strftime");
def __strftime($format): strftime($format);
def strftime($format):
  if $format | type != "string" then error("strftime wants a string as its format")
  elif $format | test("%[^%A-Za-z]*[EO]?Z") then
    error("%Z is not to be had in a workflow; its times are UTC")
  else (if type == "number" then gmtime else . end) | __strftime($format) end;
def __strftime($format): error("__strftime is not to be had in a workflow");
def todateiso8601: strftime("%Y-%m-%dT%H:%M:%SZ");
def todate: todateiso8601;
def __indices($part): indices($part);
def indices($part): if type == "string" and $part == "" then [] else __indices($part) end;
def __indices($part): error("__indices is not to be had in a workflow");
def _strindices($part): error("_strindices is not to be had in a workflow");
def index($part): indices($part) | .[0];
def rindex($part): indices($part) | .[-1:][0];
def ltrimstr($part):
  if type == "string" and ($part | type) == "string" and startswith($part)
  then .[$part | length:] else . end;
def rtrimstr($part):
  if type == "string" and ($part | type) == "string" and endswith($part)
  then .[:length - ($part | length)] else . end;
)jq";

}  // namespace tenon::expr
