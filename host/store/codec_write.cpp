// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <vector>

#include "store/bytes.h"
#include "store/codec.h"
#include "store/codec_tags.h"

namespace tenon::store {
namespace {

// Writes data level by level, with a stack of its own.
class ValueWriter {
  public:
    explicit ValueWriter(ByteWriter& out, Secrets secrets = Secrets::kept)
        : out_(out), secrets_(secrets) {}

    void write(const Value& value) {
        one(value);
        while (!open_.empty()) next();
    }

  private:
    // What is left of an array or an object.
    struct Open {
        const Value *item, *lastItem;
        const Member *member, *lastMember;
    };

    void tag(Tag tag) { out_.byte(static_cast<std::uint8_t>(tag)); }
    void text(Tag kind, std::string_view text) {
        tag(kind);
        out_.text(text);
    }
    void next() {
        auto& top = open_.back();
        if (top.item != top.lastItem) {
            one(*top.item++);
        } else if (top.member != top.lastMember) {
            const auto& member = *top.member++;
            out_.text(member.name);
            one(member.value);
        } else {
            open_.pop_back();
        }
    }
    // A scalar whole; of the others, how many are inside.
    void one(const Value& value) {
        switch (value.kind()) {
            case Value::Kind::null:
                return tag(Tag::null);
            case Value::Kind::boolean:
                return tag(*value.boolean() ? Tag::yes : Tag::no);
            case Value::Kind::integer:
                tag(Tag::integer);
                return out_.whole(*value.integer());
            case Value::Kind::real:
                return real(*value.real());
            case Value::Kind::string:
                return text(Tag::string, *value.string());
            case Value::Kind::secret:
                return text(Tag::secret, secrets_ == Secrets::kept ? value.secret()->reveal() : "");
            case Value::Kind::wide:
                return text(Tag::wide, value.wide()->digits);
            case Value::Kind::array: {
                const auto& items = *value.array();
                tag(Tag::array);
                out_.number(items.size());
                open_.push_back({items.data(), items.data() + items.size(), nullptr, nullptr});
                return;
            }
            case Value::Kind::object: {
                const auto& members = *value.object();
                tag(Tag::object);
                out_.number(members.size());
                open_.push_back({nullptr, nullptr, members.begin(), members.end()});
                return;
            }
        }
    }
    void real(double number) {
        tag(Tag::real);
        const auto bits = std::bit_cast<std::uint64_t>(number);
        for (int shift = 0; shift < 64; shift += 8)
            out_.byte(static_cast<std::uint8_t>(bits >> shift));
    }

    ByteWriter& out_;
    const Secrets secrets_;
    std::vector<Open> open_{};
};

void writeError(ByteWriter& out, const Error& error) {
    out.byte(static_cast<std::uint8_t>(error.kind));
    out.whole(error.status);
    out.text(error.title);
    out.text(error.detail);
    out.byte(error.retryable);
    out.byte(static_cast<std::uint8_t>(error.done));
    out.byte(error.retryAfter.has_value());
    if (error.retryAfter) out.whole(error.retryAfter->count());
    out.text(error.requestId);
    out.text(error.instance);
    out.text(error.place);
    out.text(error.type);
}

}  // namespace

std::string encode(const Value& value, Secrets secrets) {
    std::string bytes;
    ByteWriter out(bytes);
    out.byte(kCodecVersion);
    ValueWriter(out, secrets).write(value);
    return bytes;
}

std::string encode(const Error& error) {
    std::string bytes;
    ByteWriter out(bytes);
    out.byte(kCodecVersion);
    writeError(out, error);
    return bytes;
}

std::string encode(const world::Answer& answer) {
    std::string bytes;
    ByteWriter out(bytes);
    out.byte(kCodecVersion);
    out.byte(answer.result.ok());
    if (answer.result) {
        ValueWriter(out).write(answer.result.value());
    } else {
        writeError(out, answer.result.error());
    }
    ValueWriter(out).write(answer.raw);
    return bytes;
}

}  // namespace tenon::store
