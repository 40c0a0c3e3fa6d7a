// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <limits>
#include <utility>
#include <vector>

#include "store/bytes.h"
#include "store/codec.h"
#include "store/codec_tags.h"

namespace tenon::store {
namespace {

// Reads data level by level, with a stack of its own. Throws Damaged.
class ValueReader {
  public:
    explicit ValueReader(ByteReader& in) : in_(in) {}

    Value read() {
        for (;;) {
            if (!open_.empty() && open_.back().isObject && open_.back().left > 0)
                open_.back().name = in_.text();
            Value value;
            if (open_.empty() || open_.back().left > 0) {
                if (!one(value)) continue;  // one that has others inside was begun
            } else {
                value = close();
            }
            if (open_.empty()) return value;
            add(std::move(value));
        }
    }

  private:
    // An array or an object of which so many are still to come.
    struct Open {
        bool isObject;
        std::size_t left;
        Array items{};
        Object members{};
        std::string name{};  // of the member under way
    };

    bool one(Value& value) {
        switch (static_cast<Tag>(in_.byte())) {
            case Tag::null:
                return true;
            case Tag::no:
                return value = false, true;
            case Tag::yes:
                return value = true, true;
            case Tag::integer:
                return value = in_.whole(), true;
            case Tag::real:
                return value = real(), true;
            case Tag::string:
                return value = in_.text(), true;
            case Tag::secret:
                return value = Secret(in_.text()), true;
            case Tag::wide:
                return value = Wide{digits(in_.text())}, true;
            case Tag::array:
                return begin(false);
            case Tag::object:
                return begin(true);
        }
        throw Damaged();
    }
    bool begin(bool isObject) {
        if (open_.size() == Value::kDeepest) throw Damaged();
        open_.push_back({isObject, in_.count(isObject ? 2 : 1)});
        return false;
    }
    void add(Value&& value) {
        auto& top = open_.back();
        --top.left;
        if (!top.isObject) {
            top.items.push_back(std::move(value));
        } else {
            if (top.members.find(top.name)) throw Damaged();
            top.members.set(std::move(top.name), std::move(value));
        }
    }
    Value close() {
        auto top = std::move(open_.back());
        open_.pop_back();
        if (top.isObject) return std::move(top.members);
        return std::move(top.items);
    }
    double real() {
        std::uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += 8) bits |= std::uint64_t{in_.byte()} << shift;
        return std::bit_cast<double>(bits);
    }
    static std::string digits(std::string text) {
        const std::size_t from = text.starts_with('-') ? 1 : 0;
        if (text.size() == from || text.find_first_not_of("0123456789", from) != text.npos)
            throw Damaged();
        return text;
    }

    ByteReader& in_;
    std::vector<Open> open_{};
};

// One of 0 to `last`.
template <class Enumeration>
Enumeration oneOf(ByteReader& in, Enumeration last) {
    const auto number = in.byte();
    if (number > static_cast<std::uint8_t>(last)) throw Damaged();
    return static_cast<Enumeration>(number);
}
bool truth(ByteReader& in) {
    const auto byte = in.byte();
    if (byte > 1) throw Damaged();
    return byte == 1;
}

Error readError(ByteReader& in) {
    Error error;
    error.kind = oneOf(in, ErrorKind::cancelled);
    const auto status = in.whole();
    if (status < std::numeric_limits<int>::min() || status > std::numeric_limits<int>::max())
        throw Damaged();
    error.status = static_cast<int>(status);
    error.title = in.text();
    error.detail = in.text();
    error.retryable = truth(in);
    error.done = oneOf(in, Done::yes);
    if (truth(in)) error.retryAfter = std::chrono::seconds(in.whole());
    error.requestId = in.text();
    error.instance = in.text();
    error.place = in.text();
    error.type = in.text();
    return error;
}

world::Answer readAnswer(ByteReader& in) {
    auto result = truth(in) ? Result<Value>(ValueReader(in).read()) : Result<Value>(readError(in));
    auto raw = ValueReader(in).read();
    return {std::move(result), std::move(raw)};
}

// What `read` makes of all the bytes after the version.
template <class Read>
auto whole(std::string_view bytes, Read&& read)
    -> Result<decltype(read(std::declval<ByteReader&>()))> {
    try {
        ByteReader in(bytes);
        if (in.byte() != kCodecVersion) throw Damaged();
        auto out = read(in);
        if (in.left() > 0) throw Damaged();
        return out;
    } catch (const Damaged&) {
        return makeError(ErrorKind::runtime, "damaged",
                         "A record of a run cannot be read: its bytes are damaged, or a newer "
                         "Tenon wrote them.");
    }
}

}  // namespace

Result<Value> decodeValue(std::string_view bytes) {
    return whole(bytes, [](ByteReader& in) { return ValueReader(in).read(); });
}

std::optional<Error> decodeError(std::string_view bytes, Error& into) {
    struct Read {
        Error error;
    };
    auto read = whole(bytes, [](ByteReader& in) { return Read{readError(in)}; });
    if (!read) return read.error();
    into = std::move(read).value().error;
    return std::nullopt;
}

Result<world::Answer> decodeAnswer(std::string_view bytes) { return whole(bytes, readAnswer); }

}  // namespace tenon::store
