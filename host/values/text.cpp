// SPDX-License-Identifier: Apache-2.0
#include "values/text.h"

#include <utility>

#include "tenon/json.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

class Writer {
  public:
    Writer(const SecretNames& names, std::size_t most) : names_(names), most_(most) {}

    void write(const Value& value) {
        if (out_.size() > most_) return;
        if (const auto* array = value.array()) {
            char before = '[';
            for (const auto& item : *array) {
                if (out_.size() > most_) return;
                out_ += std::string(1, std::exchange(before, ','));
                write(item);
            }
            out_ += array->empty() ? "[]" : "]";
        } else if (const auto* object = value.object()) {
            char before = '{';
            for (const auto& m : *object) {
                if (out_.size() > most_) return;
                out_ += std::string(1, std::exchange(before, ','));
                out_ += json::write(Value(m.name));
                out_.hide(names_.contains(m.name));
                out_ += ":";
                write(m.value);
            }
            out_ += object->empty() ? "{}" : "}";
        } else if (value.isNumber()) {
            out_ += numberText(value);
        } else {
            out_ += json::write(value, json::Secrets::reveal);
            out_.hide(value.secret());
        }
    }
    Text take() { return std::move(out_); }

  private:
    const SecretNames& names_;
    std::size_t most_;
    Text out_;
};

}  // namespace

Text written(const Value& value, const SecretNames& names, std::size_t most) {
    Writer writer(names, most);
    writer.write(value);
    return writer.take();
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
