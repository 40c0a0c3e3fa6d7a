// SPDX-License-Identifier: Apache-2.0
#include "expr/values/text.h"

#include "expr/values/number.h"
#include "tenon/json.h"

namespace tenon::expr {
namespace {

void write(Text& out, const Value& value, const SecretNames& names) {
    if (const auto* array = value.array()) {
        out += "[";
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0) out += ",";
            write(out, (*array)[i], names);
        }
        out += "]";
    } else if (const auto* object = value.object()) {
        out += "{";
        bool first = true;
        for (const auto& m : *object) {
            if (!first) out += ",";
            first = false;
            out += json::write(Value(m.name));
            out.hide(names.contains(m.name));
            out += ":";
            write(out, m.value, names);
        }
        out += "}";
    } else if (isNumber(value)) {
        out += numberText(value);
    } else {
        out += json::write(value, json::Secrets::reveal);
        out.hide(value.secret());
    }
}

}  // namespace

Text written(const Value& value, const SecretNames& names) {
    Text out;
    write(out, value, names);
    return out;
}

Text shown(const Value& value, const SecretNames& names) {
    if (const auto* text = textOf(value)) return Text(*text, value.secret());
    return written(value, names);
}

const char* kindName(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::null:
            return "null";
        case Value::Kind::boolean:
            return "boolean";
        case Value::Kind::integer:
        case Value::Kind::real:
        case Value::Kind::wide:
            return "number";
        case Value::Kind::string:
        case Value::Kind::secret:
            return "string";
        case Value::Kind::array:
            return "array";
        case Value::Kind::object:
            return "object";
    }
    return "null";
}

}  // namespace tenon::expr
