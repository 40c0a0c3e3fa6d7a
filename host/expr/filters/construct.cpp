// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/construct.h"

#include "natives/formats.h"
#include "natives/text_values.h"
#include "values/own.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

class ArrayOf final : public Filter {
  public:
    explicit ArrayOf(FilterPtr content) : Filter(true), content_(std::move(content)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Array items;
        const auto take = [&](Value&& value) {
            // Growing doubles what there is room for.
            if (!machine.make(2 * sizeof(Value)) || !fits(machine, value)) return false;
            items.push_back(std::move(value));
            return true;
        };
        if (!each(*content_, machine, where, in, take)) return Got::off;
        out = std::move(items);
        return Got::value;
    }

  private:
    FilterPtr content_;
};

class ObjectOf final : public Filter {
  public:
    explicit ObjectOf(std::vector<MemberFilter> members)
        : Filter(allSingle(members)), members_(std::move(members)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Object object;
        for (const auto& member : members_) {
            Value key, value;
            if (const Got got = member.key->one(machine, where, in.lent(), key); got != Got::value)
                return got;
            if (!isName(machine, key)) return Got::off;
            if (!member.value) {
                if (!get(machine, *in, key, value)) return Got::off;
            } else if (const Got got = member.value->one(machine, where, in.lent(), value);
                       got != Got::value) {
                return got;
            }
            if (!put(machine, object, key, std::move(value))) return Got::off;
        }
        out = std::move(object);
        return Got::value;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        return from(0, Object(), machine, where, in.lent(), out) ? Flow::on : Flow::off;
    }

  private:
    static bool allSingle(const std::vector<MemberFilter>& members) {
        for (const auto& m : members)
            if (!m.key->single() || (m.value && !m.value->single())) return false;
        return true;
    }
    static bool isName(Machine& machine, const Value& key) {
        return expr::textOf(key) ||
               machine.fail("Cannot use " + machine.quoted(key) + " as object key");
    }
    static bool put(Machine& machine, Object& object, const Value& key, Value&& value) {
        if (!fits(machine, value) || !machine.make(sizeof(Member) + expr::textOf(key)->size()))
            return false;
        object.set(machine.name(key), std::move(value));
        return true;
    }
    bool from(std::size_t at, const Object& object, Machine& machine, const Environment& where,
              In in, Sink out) const {
        if (at == members_.size()) return machine.spend(at) && out(machine, Value(object));
        const auto& member = members_[at];
        const auto onKey = [&](Value&& key) {
            const auto onValue = [&](Value&& value) {
                Object more = object;
                return put(machine, more, key, std::move(value)) &&
                       from(at + 1, more, machine, where, in, out);
            };
            if (!isName(machine, key)) return false;
            if (member.value) return each(*member.value, machine, where, in, onValue);
            Value value;
            return get(machine, *in, key, value) && onValue(std::move(value));
        };
        return each(*member.key, machine, where, in, onKey);
    }

    std::vector<MemberFilter> members_;
};

class TextFilter final : public Filter {
  public:
    TextFilter(std::vector<Piece> pieces, std::string format)
        : Filter(allSingle(pieces)), pieces_(std::move(pieces)), format_(std::move(format)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Text text;
        for (const auto& piece : pieces_) {
            Value value, formatted;
            if (const Got got = piece.value->one(machine, where, in.lent(), value);
                got != Got::value)
                return got;
            if (!shape(machine, piece, std::move(value), formatted)) return Got::off;
            if (!machine.make(expr::textOf(formatted)->size()) || !machine.absorb(formatted))
                return Got::off;
            text.add(formatted);
        }
        out = std::move(text).value();
        return Got::value;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        return before(pieces_.size(), Value(""), machine, where, in.lent(), out) ? Flow::on
                                                                                 : Flow::off;
    }

  private:
    static bool allSingle(const std::vector<Piece>& pieces) {
        for (const auto& piece : pieces)
            if (!piece.value->single()) return false;
        return true;
    }
    bool shape(Machine& machine, const Piece& piece, Value&& value, Value& out) const {
        if (!piece.literal && !format_.empty()) return applyFormat(machine, format_, value, out);
        if (expr::textOf(value)) {
            out = std::move(value);
            return true;
        }
        if (!affordText(machine, value)) return false;
        out = machine.shown(value).value();
        return true;
    }
    bool before(std::size_t end, const Value& behind, Machine& machine, const Environment& where,
                In in, Sink out) const {
        if (end == 0) return out(machine, Value(behind));
        const auto onPiece = [&](Value&& value) {
            Value formatted;
            if (!shape(machine, pieces_[end - 1], std::move(value), formatted) ||
                !machine.absorb(formatted))
                return false;
            Text text;
            text.add(formatted);
            text.add(behind);
            return machine.make(text.size()) &&
                   before(end - 1, std::move(text).value(), machine, where, in, out);
        };
        return each(*pieces_[end - 1].value, machine, where, in, onPiece);
    }

    std::vector<Piece> pieces_;
    std::string format_;
};

class FormatFilter final : public Filter {
  public:
    explicit FormatFilter(std::string name) : Filter(true), name_(std::move(name)) {}
    Got one(Machine& machine, const Environment&, In in, Value& out) const override {
        return applyFormat(machine, name_, *in, out) ? Got::value : Got::off;
    }

  private:
    std::string name_;
};

}  // namespace

FilterPtr arrayOf(FilterPtr content) { return std::make_unique<ArrayOf>(std::move(content)); }
FilterPtr objectOf(std::vector<MemberFilter> members) {
    return std::make_unique<ObjectOf>(std::move(members));
}
FilterPtr textOf(std::vector<Piece> pieces, std::string format) {
    return std::make_unique<TextFilter>(std::move(pieces), std::move(format));
}
FilterPtr format(std::string name) { return std::make_unique<FormatFilter>(std::move(name)); }

}  // namespace tenon::expr
