// SPDX-License-Identifier: Apache-2.0
// What names mean while an expression runs: a list of what was bound, the innermost first. Filters
// know how far back in it a name was bound, so that nothing is looked up by name.
#pragma once

#include <utility>

#include "tenon/value.h"

namespace tenon::expr {

class Filter;
struct Binding;

// Shared by what was made in it. Belongs to one evaluation, so it counts without atomics.
class Environment {
  public:
    Environment() = default;
    explicit Environment(Binding* binding);  // takes the one reference that a new one has
    Environment(const Environment& other);
    Environment(Environment&& other) noexcept : binding_(std::exchange(other.binding_, nullptr)) {}
    Environment& operator=(Environment other) noexcept {
        std::swap(binding_, other.binding_);
        return *this;
    }
    ~Environment() {
        if (binding_) release(binding_);
    }

    Binding* operator->() const { return binding_; }
    // `steps` bindings further out.
    [[nodiscard]] const Environment& outer(std::size_t steps) const;

  private:
    static void release(Binding* binding);

    Binding* binding_ = nullptr;
};

// A value, or an argument that is evaluated where it is used.
struct Binding {
    std::size_t references = 1;
    Environment outer;
    Value value;
    const Filter* filter = nullptr;
    Environment where;  // of the filter
};

inline Environment::Environment(Binding* binding) : binding_(binding) {}
inline Environment::Environment(const Environment& other) : binding_(other.binding_) {
    if (binding_) ++binding_->references;
}
inline const Environment& Environment::outer(std::size_t steps) const {
    const Environment* here = this;
    for (; steps > 0; --steps) here = &(*here)->outer;
    return *here;
}

// `outer` and a value more.
inline Environment bound(const Environment& outer, Value value) {
    auto* binding = new Binding;
    binding->outer = outer;
    binding->value = std::move(value);
    return Environment(binding);
}
// `outer` and an argument more.
inline Environment bound(const Environment& outer, const Filter* filter, const Environment& where) {
    auto* binding = new Binding;
    binding->outer = outer;
    binding->filter = filter;
    binding->where = where;
    return Environment(binding);
}

}  // namespace tenon::expr
