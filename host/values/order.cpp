// SPDX-License-Identifier: Apache-2.0
#include "values/order.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "values/number.h"

namespace tenon::expr {
namespace {

constexpr auto kSame = std::partial_ordering::equivalent;

int rank(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::null:
            return 0;
        case Value::Kind::boolean:
            return *value.boolean() ? 2 : 1;
        case Value::Kind::integer:
        case Value::Kind::real:
        case Value::Kind::wide:
            return 3;
        case Value::Kind::string:
        case Value::Kind::secret:
            return 4;
        case Value::Kind::array:
            return 5;
        case Value::Kind::object:
            return 6;
    }
    return 0;
}

std::vector<const Member*> sorted(const Object& object) {
    std::vector<const Member*> out;
    out.reserve(object.size());
    for (const auto& member : object) out.push_back(&member);
    std::sort(out.begin(), out.end(), [](auto* a, auto* b) { return a->name < b->name; });
    return out;
}

bool isNaN(const Value& value) { return value.real() && std::isnan(*value.real()); }

}  // namespace

std::partial_ordering Comparing::order(const Value& a, const Value& b) {
    if (!spend(1)) return kSame;
    if (a.array() && b.array()) return arrays(*a.array(), *b.array());
    if (a.object() && b.object()) return objects(*a.object(), *b.object());
    const auto *x = textOf(a), *y = textOf(b);
    if (x && y && !spend(1 + std::min(x->size(), y->size()) / 100)) return kSame;
    if (sorting_ && isNaN(a) && isNaN(b)) return std::partial_ordering::unordered;
    const int left = rank(a), right = rank(b);
    if (left != right) return left <=> right;
    if (x && y) return *x <=> *y;
    return a.isNumber() ? compareNumbers(a, b) : kSame;
}

std::partial_ordering Comparing::arrays(const Array& a, const Array& b) {
    if (!machine_.deeper()) going_ = false;
    for (std::size_t i = 0; going_ && i < std::min(a.size(), b.size()); ++i)
        if (const auto by = order(a[i], b[i]); by != 0) return by;
    return going_ ? a.size() <=> b.size() : kSame;
}

std::partial_ordering Comparing::objects(const Object& a, const Object& b) {
    if (!machine_.deeper()) going_ = false;
    if (!spend(a.size() + b.size())) return kSame;
    const auto x = sorted(a), y = sorted(b);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        if (const auto by = x[i]->name <=> y[i]->name; by != 0) return by;
    if (x.size() != y.size()) return x.size() <=> y.size();
    for (std::size_t i = 0; going_ && i < x.size(); ++i)
        if (const auto by = order(x[i]->value, y[i]->value); by != 0) return by;
    return kSame;
}

}  // namespace tenon::expr
