// SPDX-License-Identifier: Apache-2.0
#include <Poco/UTF8Encoding.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "tenon/json.h"

namespace tenon {
inline namespace v1 {
namespace json {
namespace {

// How many bytes of UTF-8 stand there as one character; 0 for what is none.
std::size_t characterSize(std::string_view s) {
    const auto first = static_cast<unsigned char>(s.front());
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const auto* bytes = reinterpret_cast<const unsigned char*>(s.data());
    return size <= s.size() && Poco::UTF8Encoding::isLegal(bytes, static_cast<int>(size)) ? size
                                                                                          : 0;
}

// What is no UTF-8 is written as U+FFFD: whoever reads the JSON can read all of it.
void writeString(std::string& out, std::string_view s) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char c = s[i];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const auto size = characterSize(s.substr(i));
            out += size > 0 ? s.substr(i, size) : "\xEF\xBF\xBD";
            i += size > 0 ? size - 1 : 0;
            continue;
        }
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

// The shortest digits that read back as the same number: plain ones where people would write them
// so, and never so many that a reader takes them for an integer too wide.
void writeReal(std::string& out, double v) {
    if (std::isnan(v)) {
        out += "null";
        return;
    }
    if (std::isinf(v)) v = std::copysign(std::numeric_limits<double>::max(), v);
    const double size = std::fabs(v);
    const bool plain = v == 0 || (size >= 1e-5 && size < 1e17);
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, v,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    out.append(digits, end);
}

class Writer {
  public:
    Writer(std::string& out, Secrets secrets, std::size_t indent)
        : out_(out), secrets_(secrets), indent_(indent) {}

    void write(const Value& value) {
        switch (value.kind()) {
            case Value::Kind::null:
                out_ += "null";
                break;
            case Value::Kind::boolean:
                out_ += *value.boolean() ? "true" : "false";
                break;
            case Value::Kind::integer:
                out_ += std::to_string(*value.integer());
                break;
            case Value::Kind::real:
                writeReal(out_, *value.real());
                break;
            case Value::Kind::string:
                writeString(out_, *value.string());
                break;
            case Value::Kind::secret:
                writeString(out_, secrets_ == Secrets::reveal
                                      ? std::string_view(value.secret()->reveal())
                                      : kMask);
                break;
            case Value::Kind::wide:
                out_ += value.wide()->digits;
                break;
            case Value::Kind::array:
                list('[', ']', *value.array(), [this](const Value& item) { write(item); });
                break;
            case Value::Kind::object:
                list('{', '}', *value.object(), [this](const Member& member) {
                    writeString(out_, member.name);
                    out_ += indent_ > 0 ? ": " : ":";
                    write(member.value);
                });
                break;
        }
    }

  private:
    template <class Items, class Each>
    void list(char open, char close, const Items& items, const Each& each) {
        out_ += open;
        ++depth_;
        bool first = true;
        for (const auto& item : items) {
            if (!first) out_ += ',';
            first = false;
            newLine();
            each(item);
        }
        --depth_;
        if (!items.empty()) newLine();
        out_ += close;
    }
    void newLine() {
        if (indent_ > 0) out_.append(1, '\n').append(indent_ * depth_, ' ');
    }

    std::string& out_;
    Secrets secrets_;
    std::size_t indent_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string write(const Value& value, Secrets secrets) {
    std::string out;
    Writer(out, secrets, 0).write(value);
    return out;
}

std::string pretty(const Value& value, Secrets secrets) {
    std::string out;
    Writer(out, secrets, 2).write(value);
    return out;
}

}  // namespace json
}  // namespace v1
}  // namespace tenon
