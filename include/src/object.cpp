// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {
namespace {

void refuseDeeper(std::uint32_t depth) {
    if (depth > Value::kDeepest)
        throw StepError(makeError(ErrorKind::validation, "nested too deep",
                                  "A value is nested more than 10,010 deep."));
}

}  // namespace

void Value::dismantle() noexcept {
    std::vector<Value> pending;
    const auto take = [&](Value& value) {
        if (value.depth_ <= kPlain) return;
        pending.emplace_back();
        std::swap(pending.back().data_, value.data_);
        value.depth_ = 0;  // what it held is pending, and so is what to do about its depth
    };
    take(*this);
    while (!pending.empty()) {
        const auto data = std::move(pending.back().data_);
        pending.pop_back();
        if (const auto* array = std::get_if<std::shared_ptr<Array>>(&data); array && *array) {
            if (array->use_count() > 1) continue;
            for (auto& item : **array) take(item);
        }
        if (const auto* object = std::get_if<std::shared_ptr<Object>>(&data); object && *object) {
            if (object->use_count() > 1) continue;
            for (auto& member : (*object)->members_) take(member.value);
        }
    }
}

void Value::measure(const Array& array) {
    depth_ = 1;
    for (const auto& item : array) holds(item);
    refuseDeeper(depth_);
}

void Value::measure(const Object& object) {
    depth_ = 1;
    for (const auto& member : object) holds(member.value);
    refuseDeeper(depth_);
}

// The slot of the name, or the free one where it belongs.
std::size_t Object::slotOf(std::string_view name) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(name) & mask;
    while (slots_[slot] != 0 && members_[slots_[slot] - 1].name != name) slot = (slot + 1) & mask;
    return slot;
}

void Object::index() {
    std::size_t size = slots_.empty() ? 4 * kFew : slots_.size();
    while (size < 2 * members_.size()) size *= 2;
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < members_.size(); ++i)
        slots_[slotOf(members_[i].name)] = static_cast<std::uint32_t>(i + 1);
}

void Object::set(std::string name, Value value) {
    const auto at = position(name);
    if (at < members_.size()) {
        members_[at].value = std::move(value);
        return;
    }
    if (members_.capacity() == 0) members_.reserve(4);  // else they move with each of the first
    members_.emplace_back(std::move(name), std::move(value));
    if (members_.size() <= kFew) return;
    if (2 * members_.size() > slots_.size()) return index();
    slots_[slotOf(members_.back().name)] = static_cast<std::uint32_t>(members_.size());
}

bool Object::erase(std::string_view name) {
    const auto at = position(name);
    if (at == members_.size()) return false;
    members_.erase(members_.begin() + static_cast<std::ptrdiff_t>(at));
    if (!slots_.empty()) index();
    return true;
}

}  // namespace v1
}  // namespace tenon
