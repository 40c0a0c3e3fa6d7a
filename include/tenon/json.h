// SPDX-License-Identifier: Apache-2.0
// Values from JSON text and back. Reading goes through Poco::JSON's parser, with what it lets pass
// in silence (integers beyond 64 bits, bare scalars refused, duplicate names) put right.
#pragma once

#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {
namespace json {

enum class Secrets { mask, reveal };
// lenient, for answers of others: an integer beyond 64 bits becomes a real, and of two members with
// one name the last one counts. strict refuses both.
enum class Reading { strict, lenient };

namespace detail {

// Builds a Value from the parser's events.
class Builder final : public Poco::JSON::Handler {
  public:
    explicit Builder(Reading reading) : reading_(reading) {}
    Value take() { return std::move(root_); }

    void reset() override {
        open_.clear();
        root_ = Value();
    }
    void startObject() override { open_.emplace_back(Object()); }
    void endObject() override { close(); }
    void startArray() override { open_.emplace_back(Array()); }
    void endArray() override { close(); }
    void key(const std::string& name) override {
        auto& top = open_.back();
        if (reading_ == Reading::strict && top.object.find(name))
            throw Poco::SyntaxException("the name \"" + name + "\" stands twice");
        top.name = name;
    }
    void null() override { add(Value()); }
    void value(int v) override { add(Value(v)); }
    void value(unsigned v) override { add(Value(std::int64_t{v})); }
    void value(Poco::Int64 v) override { add(Value(std::int64_t{v})); }
    void value(Poco::UInt64 v) override { add(Value(static_cast<double>(v))); }
    void value(const std::string& v) override { add(Value(v)); }
    void value(double v) override { add(Value(v)); }
    void value(bool v) override { add(Value(v)); }

  private:
    struct Open {
        explicit Open(Object o) : object(std::move(o)) {}
        explicit Open(Array a) : array(std::move(a)), isArray(true) {}
        Object object;
        Array array;
        std::string name;
        bool isArray = false;
    };

    void add(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (open_.back().isArray) {
            open_.back().array.push_back(std::move(value));
        } else {
            open_.back().object.set(std::move(open_.back().name), std::move(value));
        }
    }
    void close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        add(done.isArray ? Value(std::move(done.array)) : Value(std::move(done.object)));
    }

    Reading reading_;
    std::vector<Open> open_;
    Value root_;
};

// Rewrites every integer that does not fit int64 as a real (1e0), or throws for it.
inline std::string tameWideIntegers(std::string_view text, Reading reading) {
    std::string out;
    std::size_t copied = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
            continue;
        }
        if (c == '"') quoted = true;
        if (c != '-' && (c < '0' || c > '9')) continue;
        const auto end = std::min(text.find_first_not_of("+-.0123456789eE", i), text.size());
        const auto number = text.substr(i, end - i);
        std::int64_t ignored = 0;
        const auto parsed = std::from_chars(number.data(), number.data() + number.size(), ignored);
        const bool integer = number.find_first_of(".eE") == number.npos;
        if (integer && parsed.ec == std::errc::result_out_of_range) {
            if (reading == Reading::strict)
                throw Poco::SyntaxException("the integer " + std::string(number) +
                                            " does not fit 64 bits");
            out.append(text.substr(copied, end - copied)).append("e0");
            copied = end;
        }
        i = end - 1;
    }
    return out.append(text.substr(copied));
}

inline void writeString(std::string& out, std::string_view s) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : s) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    out += "\\u00";
                    out += hex[static_cast<unsigned char>(c) >> 4];
                    out += hex[static_cast<unsigned char>(c) & 15];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

// The shortest text that reads back as the same number. What JSON cannot say becomes null.
inline void writeReal(std::string& out, double v) {
    if (!std::isfinite(v)) {
        out += "null";
        return;
    }
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, v).ptr;
    out.append(digits, end);
}

inline void write(std::string& out, const Value& value, Secrets secrets, int indent, int depth) {
    const auto newLine = [&](int d) {
        if (indent > 0) out.append(1, '\n').append(static_cast<std::size_t>(indent * d), ' ');
    };
    switch (value.kind()) {
        case Value::Kind::null:
            out += "null";
            break;
        case Value::Kind::boolean:
            out += *value.boolean() ? "true" : "false";
            break;
        case Value::Kind::integer:
            out += std::to_string(*value.integer());
            break;
        case Value::Kind::real:
            writeReal(out, *value.real());
            break;
        case Value::Kind::string:
            writeString(out, *value.string());
            break;
        case Value::Kind::secret:
            writeString(out, secrets == Secrets::reveal ? std::string_view(value.secret()->reveal())
                                                        : kMask);
            break;
        case Value::Kind::array: {
            const char* between = "";
            out += '[';
            for (const auto& item : *value.array()) {
                out += between;
                between = ",";
                newLine(depth + 1);
                write(out, item, secrets, indent, depth + 1);
            }
            if (!value.array()->empty()) newLine(depth);
            out += ']';
            break;
        }
        case Value::Kind::object: {
            const char* between = "";
            out += '{';
            for (const auto& member : *value.object()) {
                out += between;
                between = ",";
                newLine(depth + 1);
                writeString(out, member.name);
                out += indent > 0 ? ": " : ":";
                write(out, member.value, secrets, indent, depth + 1);
            }
            if (!value.object()->empty()) newLine(depth);
            out += '}';
            break;
        }
    }
}

}  // namespace detail

// One JSON value with nothing after it, nested 128 deep at most. The Error is `validation`.
inline Result<Value> read(std::string_view text, Reading reading = Reading::strict) {
    try {
        const auto first = text.find_first_not_of(" \t\r\n");
        if (first == text.npos) throw Poco::SyntaxException("the text is empty");
        std::string tamed = detail::tameWideIntegers(text, reading);
        // Poco's parser takes no bare scalar, so one is read as the only item of an array.
        const bool scalar = text[first] != '{' && text[first] != '[';
        if (scalar) tamed = "[" + tamed + "]";
        Poco::SharedPtr<detail::Builder> builder = new detail::Builder(reading);
        Poco::JSON::Parser parser(builder);
        parser.parse(tamed);
        Value value = builder->take();
        if (!scalar) return value;
        if (value.array()->size() != 1) throw Poco::SyntaxException("there is more than one value");
        return Value((*value.array())[0]);
    } catch (const Poco::Exception& e) {
        std::string why = e.message();
        for (char& c : why)
            if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e)
                c = '?';
        while (why.ends_with('.')) why.pop_back();
        return makeError(ErrorKind::validation, "not JSON", "This is not JSON: " + why + ".");
    }
}

// One line.
inline std::string write(const Value& value, Secrets secrets = Secrets::mask) {
    std::string out;
    detail::write(out, value, secrets, 0, 0);
    return out;
}

// Lines, indented by two blanks.
inline std::string pretty(const Value& value, Secrets secrets = Secrets::mask) {
    std::string out;
    detail::write(out, value, secrets, 2, 0);
    return out;
}

}  // namespace json
}  // namespace v1
}  // namespace tenon
