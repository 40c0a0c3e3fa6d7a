// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_compile.h"

#include <list>
#include <mutex>
#include <unordered_map>

#include "natives/regex_leaps.h"
#include "natives/text_values.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

constexpr std::size_t kLongestRegex = 10'000;  // bytes of a regex
constexpr std::size_t kProperties = 40;        // each takes a third of a millisecond to compile
constexpr unsigned kDeepestGroup = 250;    // groups in each other: libonig calls itself for each
constexpr std::size_t kKept = 256;         // compiled ones
constexpr std::size_t kKeptBytes = 2'000;  // longer ones are compiled each time
constexpr unsigned kCharacters = 4096;     // between two looks at the clock

struct Watched {
    Machine* machine = nullptr;
    const OnigUChar* end = nullptr;
    unsigned left = kCharacters;
    bool over = false;
};
thread_local Watched watched;

// How libonig finds the next character.
int lengthWatched(const OnigUChar* at) {
    if (watched.machine && (watched.over || --watched.left == 0)) {
        watched.left = kCharacters;
        if (!watched.over) watched.over = !watched.machine->spend(kCharacters);
        if (watched.over && at < watched.end) return static_cast<int>(watched.end - at);
    }
    return OnigEncodingUTF8.mbc_enc_len(at);
}

struct Library {
    OnigEncodingType encoding = OnigEncodingUTF8;
    OnigSyntaxType syntax = OnigSyntaxPerl_NG;

    Library() {
        encoding.mbc_enc_len = lengthWatched;
        // What would call out of the regex.
        syntax.op2 &=
            ~(ONIG_SYN_OP2_QMARK_BRACE_CALLOUT_CONTENTS | ONIG_SYN_OP2_ASTERISK_CALLOUT_NAME);
        OnigEncoding used[] = {&encoding};
        onig_initialize(used, 1);
        onig_set_parse_depth_limit(kDeepestGroup);
    }
};
Library& library() {
    static Library library;
    return library;
}

// Those used last.
class Kept {
  public:
    std::shared_ptr<const Regex> find(const std::string& key) {
        const std::lock_guard lock(mutex_);
        const auto at = places_.find(key);
        if (at == places_.end()) return nullptr;
        order_.splice(order_.begin(), order_, at->second);
        return at->second->second;
    }
    void keep(const std::string& key, const std::shared_ptr<const Regex>& regex) {
        std::shared_ptr<const Regex> dropped;  // freed without the lock
        const std::lock_guard lock(mutex_);
        if (places_.contains(key)) return;
        order_.emplace_front(key, regex);
        places_[key] = order_.begin();
        if (order_.size() <= kKept) return;
        dropped = std::move(order_.back().second);
        places_.erase(order_.back().first);
        order_.pop_back();
    }

  private:
    using Order = std::list<std::pair<std::string, std::shared_ptr<const Regex>>>;
    std::mutex mutex_;
    Order order_;
    std::unordered_map<std::string, Order::iterator> places_;
};
Kept& kept() {
    static Kept kept;
    return kept;
}

int addName(const OnigUChar* name, const OnigUChar* end, int count, int* groups, regex_t*,
            void* names) {
    auto& all = *static_cast<std::vector<std::string>*>(names);
    for (int i = 0; i < count; ++i)
        all.at(static_cast<std::size_t>(groups[i] - 1))
            .assign(reinterpret_cast<const char*>(name), static_cast<std::size_t>(end - name));
    return 0;
}

bool refuse(Machine& machine, const Value& pattern, const std::string& why) {
    return machine.fail(bare(machine, pattern) + " (at offset 0) is not a valid regex: " + why);
}

std::string saidBy(int code, OnigErrorInfo* info) {
    OnigUChar text[ONIG_MAX_ERROR_MESSAGE_LEN];
    const int size =
        info ? onig_error_code_to_str(text, code, info) : onig_error_code_to_str(text, code);
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

}  // namespace

RegexWatch::RegexWatch(Machine& machine, std::string_view text) {
    watched = {&machine, reinterpret_cast<const OnigUChar*>(text.data()) + text.size(), kCharacters,
               false};
}
RegexWatch::~RegexWatch() { watched = {}; }
bool RegexWatch::over() const { return watched.over; }

std::shared_ptr<const Regex> compileRegex(Machine& machine, const Value& pattern,
                                          OnigOptionType options) {
    const std::string& text = *textOf(pattern);
    const bool keeps = !pattern.secret() && text.size() <= kKeptBytes;
    const std::string key = keeps ? std::to_string(options) + " " + text : "";
    if (keeps)
        if (auto known = kept().find(key)) return known;
    const auto refused = [&](const std::string& why) {
        refuse(machine, pattern, why);
        return nullptr;
    };
    if (text.size() > kLongestRegex)
        return refused("it has more than " + std::to_string(kLongestRegex) + " bytes");
    if (properties(text) > kProperties)
        return refused("it has more than " + std::to_string(kProperties) +
                       " classes such as \\p{L} or [\\w]");
    if (!isUtf8(text)) return refused("it is no UTF-8");
    if (!machine.spend(1 + text.size()) || !machine.make(text.size() * 64)) return nullptr;
    const auto* begin = reinterpret_cast<const OnigUChar*>(text.data());
    regex_t* compiled = nullptr;
    OnigErrorInfo info{};
    auto& onig = library();
    if (const int code = onig_new(&compiled, begin, begin + text.size(), options, &onig.encoding,
                                  &onig.syntax, &info);
        code != ONIG_NORMAL)
        // Its message may quote the regex.
        return refused(saidBy(code, pattern.secret() ? nullptr : &info));
    auto regex = std::make_shared<Regex>(compiled);
    regex->names.resize(static_cast<std::size_t>(onig_number_of_captures(compiled)));
    onig_foreach_name(compiled, addName, &regex->names);
    regex->longest = (options & ONIG_OPTION_FIND_LONGEST) != 0;
    regex->leaps = leaps(text);
    regex->linear = !regex->longest && linear(text);
    if (keeps) kept().keep(key, regex);
    return regex;
}

}  // namespace tenon::expr
