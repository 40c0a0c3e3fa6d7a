// SPDX-License-Identifier: Apache-2.0
// A tenon::Value as valijson reads it. A secret reads as a string; integers stay exact.
#pragma once

#include <iterator>
#include <string>
#include <utility>
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>

#include "run/schema/same.h"
#include "tenon/value.h"

namespace tenon::run::schema {

class ValueAdapter;

// Over items or members; what it gives is made on the way.
template <class Element, class Given>
class Iterator {
  public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Given;
    using difference_type = std::ptrdiff_t;
    using pointer = Given*;
    using reference = Given;

    explicit Iterator(const Element* at) : at_(at) {}
    Given operator*() const;
    valijson::adapters::DerefProxy<Given> operator->() const {
        return valijson::adapters::DerefProxy<Given>(**this);
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator& operator--() { return --at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    void advance(difference_type count) { at_ += count; }

  private:
    const Element* at_;
};

using AdaptedMember = std::pair<std::string, ValueAdapter>;

class AdaptedArray {
  public:
    using const_iterator = Iterator<Value, ValueAdapter>;
    using iterator = const_iterator;

    AdaptedArray() = default;
    explicit AdaptedArray(const Array& array) : array_(&array) {}
    [[nodiscard]] const_iterator begin() const { return const_iterator(array_->data()); }
    [[nodiscard]] const_iterator end() const {
        return const_iterator(array_->data() + array_->size());
    }
    [[nodiscard]] std::size_t size() const { return array_->size(); }

  private:
    static const Array& none() {
        static const Array array;
        return array;
    }
    const Array* array_ = &none();
};

class AdaptedObject {
  public:
    using const_iterator = Iterator<Member, AdaptedMember>;
    using iterator = const_iterator;

    AdaptedObject() = default;
    explicit AdaptedObject(const Object& object) : object_(&object) {}
    [[nodiscard]] const_iterator begin() const { return const_iterator(object_->begin()); }
    [[nodiscard]] const_iterator end() const { return const_iterator(object_->end()); }
    [[nodiscard]] const_iterator find(const std::string& name) const {
        const Member* at = object_->begin();
        while (at != object_->end() && at->name != name) ++at;
        return const_iterator(at);
    }
    [[nodiscard]] std::size_t size() const { return object_->size(); }

  private:
    static const Object& none() {
        static const Object object;
        return object;
    }
    const Object* object_ = &none();
};

class FrozenValue final : public valijson::adapters::FrozenValue {
  public:
    explicit FrozenValue(Value value) : value_(std::move(value)) {}
    [[nodiscard]] valijson::adapters::FrozenValue* clone() const override {
        return new FrozenValue(value_);
    }
    [[nodiscard]] bool equalTo(const valijson::adapters::Adapter& other, bool) const override;

  private:
    Value value_;
};

// What BasicAdapter asks of a value; names and results are valijson's.
class AdaptedValue {
  public:
    AdaptedValue() = default;
    explicit AdaptedValue(const Value& value) : value_(&value) {}

    [[nodiscard]] valijson::adapters::FrozenValue* freeze() const {
        return new FrozenValue(*value_);
    }
    [[nodiscard]] opt::optional<AdaptedArray> getArrayOptional() const {
        if (!isArray()) return {};
        return AdaptedArray(*value_->array());
    }
    [[nodiscard]] opt::optional<AdaptedObject> getObjectOptional() const {
        if (!isObject()) return {};
        return AdaptedObject(*value_->object());
    }
    bool getArraySize(std::size_t& result) const {
        if (isArray()) result = value_->array()->size();
        return isArray();
    }
    bool getObjectSize(std::size_t& result) const {
        if (isObject()) result = value_->object()->size();
        return isObject();
    }
    bool getBool(bool& result) const {
        if (isBool()) result = *value_->boolean();
        return isBool();
    }
    bool getDouble(double& result) const {
        if (isDouble()) result = *value_->real();
        return isDouble();
    }
    bool getInteger(std::int64_t& result) const {
        if (isInteger()) result = *value_->integer();
        return isInteger();
    }
    bool getString(std::string& result) const {
        if (isString()) result = *value_->revealText();
        return isString();
    }
    static bool hasStrictTypes() { return true; }
    [[nodiscard]] bool isArray() const { return value_->array() != nullptr; }
    [[nodiscard]] bool isBool() const { return value_->boolean() != nullptr; }
    [[nodiscard]] bool isDouble() const { return value_->real() != nullptr; }
    [[nodiscard]] bool isInteger() const { return value_->integer() != nullptr; }
    [[nodiscard]] bool isNull() const { return value_->isNull(); }
    [[nodiscard]] bool isNumber() const { return isInteger() || isDouble(); }
    [[nodiscard]] bool isObject() const { return value_->object() != nullptr; }
    [[nodiscard]] bool isString() const { return value_->revealText() != nullptr; }

  private:
    static const Value& nothing() {
        static const Value value{Object()};
        return value;
    }
    const Value* value_ = &nothing();
};

class ValueAdapter final
    : public valijson::adapters::BasicAdapter<ValueAdapter, AdaptedArray, AdaptedMember,
                                              AdaptedObject, AdaptedValue> {
  public:
    ValueAdapter() : BasicAdapter(AdaptedValue()) {}
    // The value outlives the adapter.
    explicit ValueAdapter(const Value& value) : BasicAdapter(AdaptedValue(value)), value_(&value) {}
    [[nodiscard]] Value value() const { return value_ ? *value_ : Value(tenon::Object()); }

  private:
    const Value* value_ = nullptr;
};

// The value behind any adapter; names of members come in one of valijson's own.
inline Value valueOf(const valijson::adapters::Adapter& adapter) {
    const auto* ours = dynamic_cast<const ValueAdapter*>(&adapter);
    return ours ? ours->value() : Value(adapter.asString());
}

template <class Element, class Given>
Given Iterator<Element, Given>::operator*() const {
    if constexpr (std::is_same_v<Element, Member>) {
        return Given(at_->name, ValueAdapter(at_->value));
    } else {
        return Given(*at_);
    }
}

inline bool FrozenValue::equalTo(const valijson::adapters::Adapter& other, bool) const {
    return same(value_, valueOf(other));
}

}  // namespace tenon::run::schema

template <>
struct valijson::adapters::AdapterTraits<tenon::run::schema::ValueAdapter> {
    using DocumentType = tenon::Value;
    static std::string adapterName() { return "ValueAdapter"; }
};
