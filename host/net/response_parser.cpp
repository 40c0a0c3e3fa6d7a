// SPDX-License-Identifier: Apache-2.0
#include "net/response_parser.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "net/fault.h"
#include "net/token.h"

namespace tenon::net {
namespace {

constexpr std::size_t kLongestLine = 16 * 1024;
constexpr std::size_t kMostFields = 256;
constexpr std::uint64_t kMostPromised = 1 << 20;

[[noreturn]] void malformed(const std::string& text) { throw Fault(FaultKind::malformed, text); }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::uint64_t number(std::string_view text, int base, const char* what) {
    std::uint64_t out = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        malformed(std::string("the answer's ") + what + " is no number");
    return out;
}

bool lists(std::string_view value, std::string_view word) {
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        if (sameHeader(trimmed(value.substr(0, comma)), word)) return true;
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return false;
}

}  // namespace

std::size_t ResponseParser::feed(std::string_view bytes) {
    const std::size_t all = bytes.size();
    try {
        while (!bytes.empty() && !done()) take(bytes);
    } catch (const Fault&) {
        if (!bodyEnded()) {
            response_.body += std::exchange(line_, {});
            response_.body += bytes;
            response_.body.resize(std::min(response_.body.size(), maxBody_));
        }
        throw;
    }
    return all - bytes.size();
}

void ResponseParser::take(std::string_view& bytes) {
    began_ = true;
    if (state_ == State::length || state_ == State::untilClose || state_ == State::chunk) {
        takeBody(bytes);
    } else if (takeLine(bytes)) {
        line();
        line_.clear();
    }
}

void ResponseParser::end() {
    if (done()) return;
    if (!began_) throw Fault(FaultKind::closed, "the connection was closed without an answer");
    if (state_ != State::untilClose)
        throw Fault(FaultKind::truncated,
                    "the connection was closed in the middle of the answer, which is incomplete");
    response_.endedByClose = true;
    state_ = State::done;
}

HttpResponse& ResponseParser::part() {
    if (state_ == State::chunkEnd && line_ != "\r") response_.body += std::exchange(line_, {});
    return response_;
}

// Moves bytes to line_ until the line is whole, without its end.
bool ResponseParser::takeLine(std::string_view& bytes) {
    const auto end = bytes.find('\n');
    line_.append(bytes.substr(0, end));
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (state_ == State::status) checkBeginning();
    if (line_.size() > kLongestLine)
        throw Fault(FaultKind::tooLarge, "a line of the answer's head is longer than 16 KB");
    if (end == bytes.npos) return false;
    if (line_.ends_with('\r')) line_.pop_back();
    const auto control = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    };
    if (std::any_of(line_.begin(), line_.end(), control))
        malformed("the answer's head holds a control character");
    return true;
}

// What speaks another protocol may never end its line, and may wait for us.
void ResponseParser::checkBeginning() {
    constexpr std::string_view beginning = "HTTP/1.";
    constexpr char alert = 0x15;
    if (line_.starts_with(beginning.substr(0, line_.size()))) return;
    malformed(line_.front() == alert
                  ? "the answer is TLS; the URL begins with http:// and not https://"
                  : "the answer is not HTTP/1.1");
}

void ResponseParser::line() {
    switch (state_) {
        case State::status:
            return statusLine();
        case State::header:
            return line_.empty() ? headEnds() : headerLine();
        case State::chunkSize:
            return chunkSizeLine();
        case State::chunkEnd:
            if (!line_.empty()) malformed("a chunk of the answer is longer than it says");
            state_ = State::chunkSize;
            return;
        case State::trailer:
            if (++fields_ > kMostFields) malformed("the answer has more than 256 header fields");
            if (line_.empty()) state_ = State::done;
            return;
        default:
            return;
    }
}

void ResponseParser::statusLine() {
    const std::string_view text = line_;
    const bool http = text.size() >= 12 && text[7] >= '0' && text[7] <= '9' && text[8] == ' ' &&
                      (text.size() == 12 || text[12] == ' ');
    if (!http) malformed("the answer is not HTTP/1.1");
    old_ = text[7] == '0';
    response_ = HttpResponse();
    response_.status = static_cast<int>(number(text.substr(9, 3), 10, "status"));
    if (response_.status < 100) malformed("the answer's status is below 100");
    response_.reason = text.size() > 13 ? text.substr(13) : "";
    fields_ = 0;
    state_ = State::header;
}

void ResponseParser::headerLine() {
    if (++fields_ > kMostFields) malformed("the answer has more than 256 header fields");
    const auto colon = line_.find(':');
    if (line_.front() == ' ' || line_.front() == '\t')
        malformed("a header of the answer is folded over two lines");
    if (colon == std::string::npos || !isToken(std::string_view(line_).substr(0, colon)))
        malformed("a header of the answer has no valid name");
    response_.headers.push_back(
        {line_.substr(0, colon), std::string(trimmed(std::string_view(line_).substr(colon + 1)))});
}

void ResponseParser::headEnds() {
    const int status = response_.status;
    if (status == 101) malformed("the answer changes the protocol, which nobody asked for");
    if (status < 200) {
        state_ = State::status;
        return;
    }
    const std::string *length = nullptr, *coding = nullptr;
    bool close = old_;
    for (const auto& h : response_.headers) {
        if (sameHeader(h.name, "Content-Length")) {
            if (length) malformed("the answer has two Content-Length headers");
            length = &h.value;
        } else if (sameHeader(h.name, "Transfer-Encoding")) {
            if (coding) malformed("the answer has two Transfer-Encoding headers");
            coding = &h.value;
        } else if (sameHeader(h.name, "Connection")) {
            if (lists(h.value, "close")) close = true;
            if (old_ && lists(h.value, "keep-alive")) close = false;
        }
    }
    reusable_ = !close;
    if (length && coding)
        malformed(
            "the answer has both Content-Length and Transfer-Encoding, so its end is unclear");
    if (coding && (!sameHeader(*coding, "chunked") || old_))
        malformed("the answer has a Transfer-Encoding other than chunked");
    left_ = length ? number(*length, 10, "Content-Length") : 0;
    if (bodiless_ || status == 204 || status == 304) {
        state_ = State::done;
    } else if (coding) {
        state_ = State::chunkSize;
    } else if (length) {
        if (left_ > maxBody_ && !patient_)
            throw Fault(FaultKind::tooLarge,
                        "the answer's body is larger than " + std::to_string(maxBody_) + " bytes");
        // What is promised may never come.
        response_.body.reserve(std::min<std::uint64_t>(left_, kMostPromised));
        state_ = left_ ? State::length : State::done;
    } else {
        state_ = State::untilClose;
    }
}

void ResponseParser::chunkSizeLine() {
    const std::string_view size = trimmed(std::string_view(line_).substr(0, line_.find(';')));
    left_ = number(size, 16, "chunk size");
    state_ = left_ ? State::chunk : State::trailer;
}

void ResponseParser::takeBody(std::string_view& bytes) {
    const bool bounded = state_ != State::untilClose;
    const std::size_t part =
        bounded ? static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()))
                : bytes.size();
    if (part > maxBody_ - response_.body.size())
        throw Fault(FaultKind::tooLarge,
                    "the answer's body is larger than " + std::to_string(maxBody_) + " bytes");
    response_.body.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
    if (!bounded) return;
    left_ -= part;
    if (left_ == 0) state_ = state_ == State::length ? State::done : State::chunkEnd;
}

}  // namespace tenon::net
