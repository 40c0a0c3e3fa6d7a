// SPDX-License-Identifier: Apache-2.0
// Reading goes through Poco::JSON's parser, with what it does in silence put right: integers beyond
// 64 bits, negative ones beyond 53 (it reads them through a double), bare scalars, names that stand
// twice, and names that hold a NUL.
#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>

#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "tenon/json.h"

namespace tenon {
inline namespace v1 {
namespace json {
namespace {

// The numbers of a text in the order in which they stand: the exact integer, or nothing where the
// parser's own real is meant.
using Numbers = std::vector<std::optional<Value>>;

struct Tamed {
    std::string text;
    Numbers numbers;
};

// Members' names, each by how many stand before it in the text.
using Names = std::map<std::size_t, std::string>;

// A part of the text in an Error.
std::string shown(std::string_view part) {
    constexpr std::size_t longest = 60;
    return std::string(part.substr(0, longest)) + (part.size() > longest ? "..." : "");
}

// Exact at any length; nothing for a real (-0 is one), and for what is no number of JSON.
std::optional<Value> integer(std::string_view number) {
    const auto digits = number.substr(number.starts_with('-') ? 1 : 0);
    const bool zeroFirst = digits.starts_with('0') && number != "0";
    if (digits.empty() || zeroFirst || digits.find_first_not_of("0123456789") != digits.npos)
        return std::nullopt;
    std::int64_t exact = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), exact);
    if (read.ec == std::errc::result_out_of_range) return Value(Wide{std::string(number)});
    return Value(exact);
}

// Rewrites what the parser would not take as it stands: -0 as a real (-0e0), and 0 in the place of
// an integer beyond 64 bits.
Tamed tame(std::string_view text) {
    Tamed out;
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
        auto exact = integer(number);
        const bool wide = exact && exact->wide();
        if (wide) out.text.append(text.substr(copied, i - copied)).append("0");
        if (number == "-0") out.text.append(text.substr(copied, end - copied)).append("e0");
        if (wide || number == "-0") copied = end;
        out.numbers.push_back(std::move(exact));
        i = end - 1;
    }
    out.text.append(text.substr(copied));
    return out;
}

constexpr std::string_view kNul = "\\u0000";

// The parser cuts a member's name at a NUL: those names as a whole.
Names namesWithNul(std::string_view text, Reading reading) {
    Names out;
    if (text.find(kNul) == text.npos) return out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        const auto begin = i;
        bool nul = false;
        for (++i; i < text.size() && text[i] != '"'; ++i) {
            nul = nul || text.compare(i, kNul.size(), kNul) == 0;
            if (text[i] == '\\') ++i;
        }
        const auto next = text.find_first_not_of(" \t\r\n", i + 1);
        if (next == text.npos || text[next] != ':') continue;
        if (nul)
            if (const auto name = read(text.substr(begin, i - begin + 1), reading))
                out.emplace(count, *name.value().string());
        ++count;
    }
    return out;
}

// Builds a Value from the parser's events.
class Builder final : public Poco::JSON::Handler {
  public:
    Builder(Reading reading, Numbers numbers, Names names)
        : reading_(reading), numbers_(std::move(numbers)), names_(std::move(names)) {}
    Value take() { return std::move(root_); }

    void reset() override {
        open_.clear();
        root_ = Value();
    }
    void startObject() override { open_.emplace_back(Object()); }
    void endObject() override { close(); }
    void startArray() override { open_.emplace_back(Array()); }
    void endArray() override { close(); }
    void key(const std::string& parsed) override {
        auto& top = open_.back();
        const auto whole = names_.find(keys_++);
        const std::string& name = whole == names_.end() ? parsed : whole->second;
        if (reading_ == Reading::strict && top.object.find(name))
            throw Poco::SyntaxException("the name \"" + shown(name) + "\" stands twice");
        top.name = name;
    }
    void null() override { add(Value()); }
    void value(int v) override { number(v); }
    void value(unsigned v) override { number(v); }
    void value(Poco::Int64 v) override { number(static_cast<double>(v)); }
    void value(Poco::UInt64 v) override { number(static_cast<double>(v)); }
    void value(double v) override { number(v); }
    void value(const std::string& v) override { add(Value(v)); }
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

    void number(double real) {
        if (next_ == numbers_.size())
            throw Poco::SyntaxException("a number stands in a strange place");
        auto& exact = numbers_[next_++];
        add(exact ? std::move(*exact) : Value(real));
    }
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
    Numbers numbers_;
    std::size_t next_ = 0;
    Names names_;
    std::size_t keys_ = 0;
    std::vector<Open> open_;
    Value root_;
};

}  // namespace

Result<Value> read(std::string_view text, Reading reading) {
    try {
        const auto first = text.find_first_not_of(" \t\r\n");
        if (first == text.npos) throw Poco::SyntaxException("the text is empty");
        Tamed tamed = tame(text);
        // Poco's parser takes no bare scalar, so one is read as the only item of an array.
        const bool scalar = text[first] != '{' && text[first] != '[';
        if (scalar) tamed.text = "[" + tamed.text + "]";
        Poco::SharedPtr<Builder> builder =
            new Builder(reading, std::move(tamed.numbers), namesWithNul(text, reading));
        Poco::JSON::Parser parser(builder);
        parser.parse(tamed.text);
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

}  // namespace json
}  // namespace v1
}  // namespace tenon
