// SPDX-License-Identifier: Apache-2.0
#include "http/auth/digest_challenge.h"

#include <Poco/DigestEngine.h>
#include <Poco/MD5Engine.h>
#include <Poco/SHA2Engine.h>
#include <Poco/String.h>

#include <algorithm>

namespace tenon::http {
namespace {

// Reads `Scheme name=value, name="value", Scheme …`: a comma parts both members and challenges.
class Reader {
  public:
    explicit Reader(const std::string& text) : text_(text) {}

    void read(std::vector<Challenge>& out) {
        const auto first = out.size();
        for (;;) {
            skip(", \t");
            const std::string word = Poco::toLower(until(" \t,="));
            if (word.empty() && at_ >= text_.size()) return;
            skip(" \t");
            if (at_ < text_.size() && text_[at_] == '=') {
                ++at_;
                skip(" \t");
                std::string value = quoted() ? quotedText() : until(" \t,");
                if (out.size() > first) out.back().parts.emplace_back(word, std::move(value));
            } else {
                out.push_back({word, {}});
            }
        }
    }

  private:
    void skip(std::string_view characters) {
        at_ = std::min(text_.find_first_not_of(characters, at_), text_.size());
    }
    std::string until(std::string_view characters) {
        const auto begin = at_;
        at_ = std::min(text_.find_first_of(characters, at_), text_.size());
        return text_.substr(begin, at_ - begin);
    }
    [[nodiscard]] bool quoted() const { return at_ < text_.size() && text_[at_] == '"'; }
    std::string quotedText() {
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            out += text_[at_];
        }
        ++at_;
        return out;
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

// auth, or nothing where the server names none (RFC 2617's older form); else it is not ours.
std::optional<std::string> qopOf(const Challenge& challenge) {
    const std::string all = Poco::toLower(challenge.part("qop"));
    if (all.empty()) return all;
    for (std::size_t at = 0; at < all.size();) {
        const auto end = std::min(all.find_first_of(", \t", at), all.size());
        if (all.substr(at, end - at) == "auth") return "auth";
        at = end + 1;
    }
    return std::nullopt;
}

std::string algorithmOf(const Challenge& challenge) {
    const std::string named = Poco::toLower(challenge.part("algorithm"));
    return named.empty() ? "md5" : named;
}

std::string hashed(const Challenge& challenge, const std::string& text) {
    const auto with = [&](Poco::DigestEngine&& engine) {
        engine.update(text);
        return Poco::DigestEngine::digestToHex(engine.digest());
    };
    if (algorithmOf(challenge).starts_with("md5")) return with(Poco::MD5Engine());
    return with(Poco::SHA2Engine(Poco::SHA2Engine::SHA_256));
}

std::string quotedForm(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

}  // namespace

std::string Challenge::part(std::string_view name) const {
    for (const auto& [known, value] : parts)
        if (known == name) return value;
    return "";
}

std::vector<Challenge> challengesOf(const std::vector<Header>& headers) {
    std::vector<Challenge> out;
    for (const auto& header : headers)
        if (sameHeader(header.name, "WWW-Authenticate")) Reader(header.value).read(out);
    return out;
}

bool canAnswer(const Challenge& challenge) {
    const std::string algorithm = algorithmOf(challenge);
    return challenge.scheme == "digest" && !challenge.part("nonce").empty() &&
           (algorithm == "md5" || algorithm == "md5-sess" || algorithm == "sha-256" ||
            algorithm == "sha-256-sess") &&
           qopOf(challenge);
}

std::string digestAnswer(const Challenge& challenge, const DigestUser& user,
                         const std::string& method, const std::string& target,
                         const std::string& cnonce) {
    const auto hash = [&](const std::string& text) { return hashed(challenge, text); };
    const std::string realm = challenge.part("realm"), nonce = challenge.part("nonce");
    const std::string qop = *qopOf(challenge);
    constexpr const char* count = "00000001";  // each challenge is answered once
    std::string secret = hash(user.name + ":" + realm + ":" + user.password);
    if (algorithmOf(challenge).ends_with("-sess"))
        secret = hash(secret + ":" + nonce + ":" + cnonce);
    const std::string what = hash(method + ":" + target);
    const std::string between =
        qop.empty() ? ":" : ":" + std::string(count) + ":" + cnonce + ":auth:";
    const bool hidden = Poco::toLower(challenge.part("userhash")) == "true";
    const std::string name = hidden ? hash(user.name + ":" + realm) : user.name;
    std::string out = "username=" + quotedForm(name) + ", realm=" + quotedForm(realm) +
                      ", nonce=" + quotedForm(nonce) + ", uri=" + quotedForm(target) +
                      ", response=\"" + hash(secret + ":" + nonce + between + what) + "\"";
    if (const auto algorithm = challenge.part("algorithm"); !algorithm.empty())
        out += ", algorithm=" + algorithm;
    if (const auto opaque = challenge.part("opaque"); !opaque.empty())
        out += ", opaque=" + quotedForm(opaque);
    if (!qop.empty() || algorithmOf(challenge).ends_with("-sess"))
        out += ", cnonce=" + quotedForm(cnonce);
    if (!qop.empty()) out += std::string(", qop=auth, nc=") + count;
    if (hidden) out += ", userhash=true";
    return out;
}

}  // namespace tenon::http
