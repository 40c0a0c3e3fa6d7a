// SPDX-License-Identifier: Apache-2.0
#include "wire/request_reader.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <charconv>

namespace cloudelements::sandbox {
namespace {

constexpr std::size_t kLargestHead = 64u << 10;

bool isToken(std::string_view text) {
    constexpr std::string_view more = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               more.find(static_cast<char>(c)) != more.npos;
    });
}

template <class Number>
bool readNumber(std::string_view text, Number& out, int base) {
    const auto end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, out, base);
    return problem == std::errc() && at == end;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    return from == text.npos ? "" : text.substr(from, text.find_last_not_of(" \t") + 1 - from);
}

bool names(std::string_view list, std::string_view word) {
    for (;;) {
        const auto comma = list.find(',');
        if (tenon::sameHeader(trimmed(list.substr(0, comma)), word)) return true;
        if (comma == list.npos) return false;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace

void RequestReader::add(std::string_view bytes) {
    buffer_ += bytes;
    while (step()) {
    }
    buffer_.erase(0, std::exchange(at_, 0));
}

void RequestReader::end() {
    ended_ = true;
    if (!isBegun() || isWhole() || refused_) return;
    if (part_ == Part::body)
        return malformed("it ends after " + std::to_string(wanted_ - left_) + " of the " +
                         std::to_string(wanted_) + " bytes that its Content-Length promises");
    malformed(part_ == Part::line || part_ == Part::headers ? "it ends within its header"
                                                            : "it ends before its last chunk");
}

void RequestReader::next() {
    request_ = {};
    authority_.clear();
    expects_ = false;
    part_ = Part::line;
    add("");
    if (ended_) end();
}

// One part further; false: more bytes are needed, or it has ended.
bool RequestReader::step() {
    if (part_ == Part::body) return takeBody(Part::whole);
    if (part_ == Part::chunk) return takeBody(Part::chunkEnd);
    if (part_ == Part::whole || part_ == Part::refused) return false;
    if (part_ == Part::line || part_ == Part::size) room_ = kLargestHead;
    const auto line = nextLine();
    if (!line) return false;
    if (part_ == Part::line) {
        // A client may send an empty line too many.
        if (!line->empty()) begin(*line);
    } else if (part_ == Part::headers) {
        line->empty() ? headersEnd() : addHeader(*line);
    } else if (part_ == Part::size) {
        // What stands after a semicolon may be left alone.
        const auto size = trimmed(std::string_view(*line).substr(0, line->find(';')));
        if (!readNumber(size, left_, 16))
            malformed("a chunk has no size");
        else
            part_ = left_ > 0 ? Part::chunk : Part::trailer;
    } else if (part_ == Part::chunkEnd) {
        if (line->empty())
            part_ = Part::size;
        else
            malformed("a chunk is longer than its size says");
    } else if (line->empty()) {
        part_ = Part::whole;
    }
    return true;
}

std::optional<std::string> RequestReader::nextLine() {
    const auto end = buffer_.find('\n', at_);
    const auto size = (end == buffer_.npos ? buffer_.size() : end) - at_;
    if (size >= room_) {
        refuse(431, "The request's header is larger than 64 KB");
        return std::nullopt;
    }
    if (end == buffer_.npos) return std::nullopt;
    std::string out = buffer_.substr(at_, size);
    at_ = end + 1;
    room_ -= size + 1;
    if (out.ends_with('\r')) out.pop_back();
    const auto steers = [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; };
    if (std::none_of(out.begin(), out.end(), steers)) return out;
    malformed("it has a control character in its header");
    return std::nullopt;
}

void RequestReader::begin(const std::string& line) {
    const auto first = line.find(' '), last = line.rfind(' ');
    const std::string version = line.substr(last == line.npos ? 0 : last + 1);
    request_.method = line.substr(0, first);
    const std::string target = first < last ? line.substr(first + 1, last - first - 1) : "";
    if (!isToken(request_.method) || target.empty() || target.find_first_of(" \t") != target.npos ||
        !version.starts_with("HTTP/")) {
        request_.method.clear();
        return malformed("its first line is not METHOD TARGET HTTP/1.1");
    }
    readTarget(target);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(505, "The version is not supported; HTTP/1.1 is");
    newest_ = version == "HTTP/1.1";
    part_ = Part::headers;
}

// The path stays empty if it cannot be read.
void RequestReader::readTarget(const std::string& target) {
    if (const auto scheme = target.find("://"); target[0] != '/' && scheme != target.npos) {
        const auto from = scheme + 3;
        authority_ = target.substr(from, target.find_first_of("/?#", from) - from);
    }
    try {
        const Poco::URI uri(target);
        request_.query = uri.getQueryParameters();
        request_.path = uri.getPath();
    } catch (const Poco::Exception&) {
        request_.path.clear();
    }
}

void RequestReader::addHeader(const std::string& line) {
    const auto colon = line.find(':');
    if (!isToken(std::string_view(line).substr(0, colon)) || colon == line.npos)
        return malformed("a line of its header is not NAME: VALUE");
    request_.headers.push_back(
        {line.substr(0, colon), std::string(trimmed(std::string_view(line).substr(colon + 1)))});
}

void RequestReader::headersEnd() {
    checkHosts();
    if (!refused_) checkLength();
    if (refused_) return;
    const std::string connection = request_.header("Connection");
    keepAlive_ = !names(connection, "close") && (newest_ || names(connection, "keep-alive"));
    expects_ = newest_ && tenon::sameHeader(request_.header("Expect"), "100-continue");
    if (expects_ && wanted_ > kLargestBody) refuse(413, "The request body is larger than 8 MB");
}

// A page of another site whose name is made to lead here is not to make instances: the browser
// that shows it sends that name.
void RequestReader::checkHosts() {
    std::vector<std::string> hosts;
    for (const auto& header : request_.headers)
        if (tenon::sameHeader(header.name, "Host")) hosts.push_back(header.value);
    if (hosts.size() > 1) return malformed("it has more than one Host");
    if (hosts.empty() && newest_) return malformed("it has no Host");
    if (!authority_.empty()) hosts.push_back(authority_);
    const std::string port = ":" + std::to_string(port_);
    for (const auto& host : hosts) {
        std::string name = host.ends_with(port) ? host.substr(0, host.size() - port.size()) : host;
        if (name == "127.0.0.1" || name == "[::1]" || tenon::sameHeader(name, "localhost"))
            continue;
        if (name = host; name.size() > 200) name = name.substr(0, 200) + "...";
        return refuse(421, "The request is for the host '" + name +
                               "'; the sandbox answers for 127.0.0.1, localhost and [::1], "
                               "with the port " +
                               std::to_string(port_) + " or none");
    }
}

void RequestReader::checkLength() {
    std::optional<std::string> length, encoding;
    for (const auto& header : request_.headers) {
        const bool isLength = tenon::sameHeader(header.name, "Content-Length");
        if (!isLength && !tenon::sameHeader(header.name, "Transfer-Encoding")) continue;
        auto& to = isLength ? length : encoding;
        if (to) return malformed("it has more than one " + header.name);
        to = header.value;
    }
    if (length && encoding) return malformed("it has a Content-Length and a Transfer-Encoding");
    if (encoding && (!newest_ || !tenon::sameHeader(*encoding, "chunked")))
        return refuse(501, "Transfer-Encoding '" + *encoding + "' is not supported; chunked is");
    left_ = wanted_ = 0;
    if (length && !readNumber(*length, left_, 10))
        return malformed("its Content-Length is not a number");
    wanted_ = left_;
    part_ = encoding ? Part::size : left_ > 0 ? Part::body : Part::whole;
}

// Also what is too much, but to the bin: a client that is still sending hears no answer.
bool RequestReader::takeBody(Part then) {
    const auto here =
        static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size() - at_));
    const auto room = kLargestBody + 1 - request_.body.size();
    request_.body.append(buffer_, at_, std::min(here, room));
    at_ += here;
    left_ -= here;
    if (left_ > 0) return false;
    part_ = then;
    return true;
}

void RequestReader::refuse(int status, const std::string& message) {
    part_ = Part::refused;
    refused_ = refusal(status, message);
}

void RequestReader::malformed(const std::string& why) {
    refuse(400, "The request is not valid HTTP: " + why);
}

}  // namespace cloudelements::sandbox
