// SPDX-License-Identifier: Apache-2.0
// The data that flows between tasks: JSON's kinds, with differences. Integers are 64-bit and exact;
// one that fits no 64 bits is carried digit for digit, and nobody computes with it; and a secret is
// a kind of its own, so that it stays one wherever the data goes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tenon/secret.h"

// On what gives a pointer into its object: a compiler that knows the mark warns where the pointer
// outlives an object without a name.
#if defined(__clang__)
#define TENON_LIFETIME_BOUND [[clang::lifetimebound]]
#else
#define TENON_LIFETIME_BOUND
#endif

namespace tenon {
inline namespace v1 {

class Value;
class ValueEditor;

// One member of an object.
struct Member;
struct NewMember;

// An integer that fits no 64 bits: its digits as they were written, perhaps after a minus.
// Thread: a value's.
struct Wide {
    std::string digits;
    friend bool operator==(const Wide&, const Wide&) = default;
};

using Array = std::vector<Value>;

// Members in the order in which they were set; a name stands once, and is found in constant time.
// Thread: a value's.
class Object {
  public:
    Object() = default;
    Object(std::initializer_list<NewMember> members);

    // The member's value, or nullptr.
    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] Value* find(std::string_view name);
    // Sets or replaces.
    void set(std::string name, Value value);
    // So many members will be set.
    void reserve(std::size_t count);
    // Was it there? The others stay in their order.
    bool erase(std::string_view name);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const;
    [[nodiscard]] const Member* begin() const;
    [[nodiscard]] const Member* end() const;

  private:
    friend class Value;                                               // takes deep ones apart
    static constexpr std::size_t kFew = 16;                           // so many are looked through
    [[nodiscard]] std::size_t position(std::string_view name) const;  // size() if it is not there
    [[nodiscard]] std::size_t slotOf(std::string_view name) const;
    void index();

    std::vector<Member> members_;
    // Beyond a few: a hash table of positions, counted from 1; 0 is a free slot. Its size is a
    // power of two, and at least half of it is free.
    std::vector<std::uint32_t> slots_{};
};

// Copies are cheap and independent: arrays and objects are shared and never change once they are
// in a Value. Any number of threads may read the same Value. Whoever walks through one calls itself
// for each level, so there is an end to them: making a deeper one throws a StepError
// (`validation`).
// Thread: a value's.
class Value {
  public:
    static constexpr std::uint32_t kDeepest = 10'010;

    enum class Kind { null, boolean, integer, real, string, secret, array, object, wide };

    Value() = default;  // null
    Value(const Value&) = default;
    Value(Value&&) = default;
    Value& operator=(const Value& other) {
        if (this != &other) *this = Value(other);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        if (depth_ > kPlain) dismantle();
        data_ = std::move(other.data_);
        secrets_ = other.secrets_;
        depth_ = other.depth_;
        return *this;
    }
    ~Value() {
        if (depth_ > kPlain) dismantle();
    }

    Value(std::nullptr_t) {}                              // NOLINT: implicit
    Value(bool b) : data_(b) {}                           // NOLINT: implicit
    Value(int i) : data_(std::int64_t{i}) {}              // NOLINT: implicit
    Value(std::int64_t i) : data_(i) {}                   // NOLINT: implicit
    Value(double d) : data_(d) {}                         // NOLINT: implicit
    Value(const char* s) : data_(std::string(s)) {}       // NOLINT: implicit
    Value(std::string_view s) : data_(std::string(s)) {}  // NOLINT: implicit
    Value(std::string s) : data_(std::move(s)) {}         // NOLINT: implicit
    Value(Secret s)                                       // NOLINT: implicit
        : data_(std::make_shared<const Secret>(std::move(s))), secrets_(true) {}
    Value(Array a)  // NOLINT: implicit
        : data_(std::make_shared<Array>(std::move(a))) {
        measure(*array());
    }
    Value(Object o)  // NOLINT: implicit
        : data_(std::make_shared<Object>(std::move(o))) {
        measure(*object());
    }
    Value(Wide w) : data_(std::make_shared<const Wide>(std::move(w))) {}  // NOLINT: implicit

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(data_.index()); }
    [[nodiscard]] bool isNull() const { return kind() == Kind::null; }
    // An integer of any size, or a real.
    [[nodiscard]] bool isNumber() const { return integer() || real() || wide(); }
    // How many arrays and objects are inside each other here: 0 for a scalar, 1 for [] and [1].
    [[nodiscard]] std::uint32_t depth() const { return depth_; }
    // If not, no Secret is anywhere in it; else there is one, or was before it was taken out.
    [[nodiscard]] bool mayHoldSecret() const { return secrets_; }

    // Each gives the content where the kind is the named one, and nullptr elsewhere.
    [[nodiscard]] const bool* boolean() const TENON_LIFETIME_BOUND {
        return std::get_if<bool>(&data_);
    }
    [[nodiscard]] const std::int64_t* integer() const TENON_LIFETIME_BOUND {
        return std::get_if<std::int64_t>(&data_);
    }
    [[nodiscard]] const double* real() const TENON_LIFETIME_BOUND {
        return std::get_if<double>(&data_);
    }
    [[nodiscard]] const std::string* string() const TENON_LIFETIME_BOUND {
        return std::get_if<std::string>(&data_);
    }
    [[nodiscard]] const Secret* secret() const TENON_LIFETIME_BOUND {
        return shared<const Secret>();
    }
    [[nodiscard]] const Array* array() const TENON_LIFETIME_BOUND { return shared<Array>(); }
    [[nodiscard]] const Object* object() const TENON_LIFETIME_BOUND { return shared<Object>(); }
    [[nodiscard]] const Wide* wide() const TENON_LIFETIME_BOUND { return shared<const Wide>(); }

    // The text of a string or of a secret; nullptr for other kinds. Reveals: see Secret::reveal.
    [[nodiscard]] const std::string* revealText() const TENON_LIFETIME_BOUND {
        if (const auto* s = secret()) return &s->reveal();
        return string();
    }

    // A member of an object; nullptr if this is no object or has no such member.
    [[nodiscard]] const Value* find(std::string_view member) const TENON_LIFETIME_BOUND {
        const auto* o = object();
        return o ? o->find(member) : nullptr;
    }

    // Same kind and content; objects regardless of order. 1 and 1.0 are equal, as in JSON.
    friend bool operator==(const Value& a, const Value& b);

  private:
    friend class ValueEditor;  // the host's: changes in place what nobody else holds

    template <class T>
    [[nodiscard]] const T* shared() const {
        const auto* p = std::get_if<std::shared_ptr<T>>(&data_);
        return p ? p->get() : nullptr;
    }

    // A deep one is taken apart level by level: by itself it would call itself for each.
    static constexpr std::uint32_t kPlain = 100;
    void dismantle() noexcept;

    void measure(const Array& array);
    void measure(const Object& object);
    void holds(const Value& part) {
        if (part.depth_ >= depth_) depth_ = part.depth_ + 1;
        secrets_ = secrets_ || part.secrets_;
    }

    // So that what follows fits in where the variant leaves room.
    [[no_unique_address]] std::variant<std::monostate, bool, std::int64_t, double, std::string,
                                       std::shared_ptr<const Secret>, std::shared_ptr<Array>,
                                       std::shared_ptr<Object>, std::shared_ptr<const Wide>>
        data_;
    bool secrets_ = false;
    std::uint32_t depth_ = 0;
};

// Thread: a value's.
struct Member {
    Member(std::string n, Value v) : name(std::move(n)), value(std::move(v)) {}
    std::string name;
    Value value;
};

// A member that an object is made with, as in Object{{"name", value}}: the object takes its parts
// away, for what a list in braces holds is constant.
// Thread: a value's.
struct NewMember {
    mutable std::string name;
    mutable Value value;
};

// The kind in a person's words, for messages: "an integer", "a secret", …
// Thread: any.
constexpr const char* describe(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::null:
            return "null";
        case Value::Kind::boolean:
            return "a boolean";
        case Value::Kind::integer:
            return "an integer";
        case Value::Kind::real:
            return "a number";
        case Value::Kind::string:
            return "a string";
        case Value::Kind::secret:
            return "a secret";
        case Value::Kind::array:
            return "an array";
        case Value::Kind::object:
            return "an object";
        case Value::Kind::wide:
            return "an integer of more than 64 bits";
    }
    return "null";
}

// Is a secret anywhere in it?
// Thread: any.
inline bool holdsSecret(const Value& value) {
    if (!value.mayHoldSecret()) return false;
    if (value.secret()) return true;
    if (const auto* a = value.array())
        for (const auto& item : *a)
            if (holdsSecret(item)) return true;
    if (const auto* o = value.object())
        for (const auto& m : *o)
            if (holdsSecret(m.value)) return true;
    return false;
}

inline Object::Object(std::initializer_list<NewMember> members) {
    reserve(members.size());
    for (const auto& m : members) set(std::move(m.name), std::move(m.value));
}
inline void Object::reserve(std::size_t count) { members_.reserve(count); }
inline std::size_t Object::size() const { return members_.size(); }
inline bool Object::empty() const { return members_.empty(); }
inline const Member* Object::begin() const { return members_.data(); }
inline const Member* Object::end() const { return members_.data() + members_.size(); }
inline std::size_t Object::position(std::string_view name) const {
    if (!slots_.empty()) {
        const auto slot = slots_[slotOf(name)];
        return slot == 0 ? size() : slot - 1;
    }
    std::size_t i = 0;
    while (i < members_.size() && members_[i].name != name) ++i;
    return i;
}
inline const Value* Object::find(std::string_view name) const {
    const auto at = position(name);
    return at < members_.size() ? &members_[at].value : nullptr;
}
inline Value* Object::find(std::string_view name) {
    const auto at = position(name);
    return at < members_.size() ? &members_[at].value : nullptr;
}

inline bool operator==(const Value& a, const Value& b) {
    if (a.integer() && b.real()) return static_cast<double>(*a.integer()) == *b.real();
    if (a.real() && b.integer()) return b == a;
    if (a.kind() != b.kind()) return false;
    if (const auto* s = a.secret()) return *s == *b.secret();
    if (const auto* w = a.wide()) return *w == *b.wide();
    if (const auto* x = a.array()) return *x == *b.array();
    if (const auto* x = a.object()) {
        const auto* y = b.object();
        if (x->size() != y->size()) return false;
        for (const auto& m : *x) {
            const Value* other = y->find(m.name);
            if (!other || !(m.value == *other)) return false;
        }
        return true;
    }
    return a.data_ == b.data_;
}

}  // namespace v1
}  // namespace tenon
