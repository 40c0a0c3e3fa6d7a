// SPDX-License-Identifier: Apache-2.0
#include "expr/values/order.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "expr/values/number.h"

namespace tenon::expr {
namespace {

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
    for (const auto& m : object) out.push_back(&m);
    std::sort(out.begin(), out.end(), [](auto* a, auto* b) { return a->name < b->name; });
    return out;
}

std::partial_ordering compareArrays(const Array& a, const Array& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const auto order = compare(a[i], b[i]); order != 0) return order;
    return a.size() <=> b.size();
}

std::partial_ordering compareObjects(const Object& a, const Object& b) {
    const auto x = sorted(a), y = sorted(b);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        if (const auto order = x[i]->name <=> y[i]->name; order != 0) return order;
    if (x.size() != y.size()) return x.size() <=> y.size();
    for (std::size_t i = 0; i < x.size(); ++i)
        if (const auto order = compare(x[i]->value, y[i]->value); order != 0) return order;
    return std::partial_ordering::equivalent;
}

}  // namespace

std::partial_ordering compare(const Value& a, const Value& b) {
    const int ra = rank(a), rb = rank(b);
    if (ra != rb) return ra <=> rb;
    if (ra == 3) return compareNumbers(a, b);
    if (ra == 4) return *a.revealText() <=> *b.revealText();
    if (ra == 5) return compareArrays(*a.array(), *b.array());
    if (ra == 6) return compareObjects(*a.object(), *b.object());
    return std::partial_ordering::equivalent;
}

}  // namespace tenon::expr
