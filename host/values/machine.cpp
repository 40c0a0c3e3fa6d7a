// SPDX-License-Identifier: Apache-2.0
#include "values/machine.h"

#include <pthread.h>

#include <algorithm>

namespace tenon::expr {
namespace {

constexpr std::size_t kFuel = 4096;   // steps between two looks at the clock
constexpr std::size_t kExcerpt = 29;  // bytes of a value in a message
// So much of it is looked through for secrets, which may be longer than what is shown.
constexpr std::size_t kSearched = 64 * 1024;
constexpr std::size_t kReserve = 256 * 1024;  // of the stack, for what is called from here

// Where the stack of this thread ends, and a little more.
std::uintptr_t stackEnd() {
    thread_local const std::uintptr_t end = [] {
        pthread_attr_t attributes;
        if (pthread_getattr_np(pthread_self(), &attributes) != 0) return std::uintptr_t{0};
        void* lowest = nullptr;
        std::size_t size = 0;
        pthread_attr_getstack(&attributes, &lowest, &size);
        pthread_attr_destroy(&attributes);
        return reinterpret_cast<std::uintptr_t>(lowest) + std::min(kReserve, size / 4);
    }();
    return end;
}

// 1,000,000
std::string thousands(std::size_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
    return out;
}

// Not in the middle of a character; a text keeps its closing quote.
std::string cut(std::string text) {
    if (text.size() <= kExcerpt) return text;
    const std::string_view tail = text.starts_with('"') ? "...\"" : "...";
    std::size_t end = kExcerpt - tail.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end).append(tail);
}

}  // namespace

Machine::Machine(const Scope& scope, const Bounds& bounds)
    : scope_(scope), fuel_(kFuel), most_(bounds.bytes), bytes_(bounds.bytes) {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    stackEnd_ = std::max(stackEnd(), here - std::min<std::uintptr_t>(here, bounds.stack));
}

bool Machine::fail(std::string text) { return raise(Value(std::move(text))); }

bool Machine::raise(Value error) {
    error_ = std::move(error);
    why_ = Why::error;
    return false;
}

bool Machine::leave(const void* target) {
    target_ = target;
    why_ = Why::target;
    return false;
}

bool Machine::give(Error error) {
    end_ = std::move(error);
    why_ = Why::end;
    return false;
}

Value Machine::caught() {
    why_ = Why::none;
    return std::move(error_);
}

bool Machine::arrived(const void* target) {
    if (why_ != Why::target || target_ != target) return false;
    why_ = Why::none;
    return true;
}

Error Machine::result() const {
    if (why_ == Why::end) return *end_;
    const auto said = [](std::string text) {
        return makeError(ErrorKind::expression, "expression", std::move(text));
    };
    const auto known = [this](Value text) {
        return scope_.confidant ? scope_.confidant->value(text) : text;
    };
    const Value shown = error_.string() ? known(error_) : error_;
    if (shown.isNull()) return said("null (null) not a string.");
    if (shown.secret()) return said("It fails on a secret.");
    if (const auto* text = shown.string()) return said(*text + ".");
    const Text text = expr::written(shown, names_, kSearched);
    if (text.secret()) return said("It fails on a secret.");
    return said(*known(text.bytes().substr(0, kSearched)).string() + ".");
}

bool Machine::look() {
    fuel_ = kFuel;
    if (scope_.watch)
        if (auto over = scope_.watch->over()) return give(std::move(*over));
    return true;
}

bool Machine::tooLarge() {
    return give(makeError(ErrorKind::expression, "expression",
                          "The expression has made more than " + thousands(most_) +
                              " bytes of data. Does a loop not end?"));
}

bool Machine::tooDeep() {
    return give(makeError(ErrorKind::expression, "expression",
                          "The expression calls itself too deep. Does a function not end?"));
}

std::string Machine::excerpt(const Value& value) const {
    const Text text = expr::written(value, names_, kSearched);
    if (text.secret()) return value.secret() ? "\"********\"" : "********";
    if (!scope_.confidant) return cut(text.bytes());
    return cut(*scope_.confidant->value(text.bytes()).string());
}

std::string Machine::quoted(const Value& value) const {
    return std::string(kindName(value)) + " (" + excerpt(value) + ")";
}

std::string Machine::name(const Value& text) {
    if (const auto* secret = text.secret()) {
        if (scope_.confidant) scope_.confidant->learn(text);
        names_.insert(secret->reveal());
    }
    return *textOf(text);
}

bool Machine::absorb(const Value& part) {
    if (!scope_.confidant) return true;
    const auto* secret = part.secret();
    if (!secret && (!part.depth() || !holdsSecret(part))) return true;
    if (secret && !make(secret->reveal().size())) return false;
    scope_.confidant->learn(part);
    return true;
}

void Machine::learn(const std::string& text) {
    if (scope_.confidant) scope_.confidant->learn(Secret(text));
}

}  // namespace tenon::expr
