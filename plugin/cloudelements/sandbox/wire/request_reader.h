// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/message.h"

namespace cloudelements::sandbox {

constexpr std::size_t kLargestBody = 8u << 20;  // the platform's documented limit

// Puts requests together from the bytes of one connection, however they come. What may be read in
// two ways is refused: a byte of one request is never taken for another.
class RequestReader {
  public:
    // `port`: where the sandbox listens; a request for another host than this is refused.
    explicit RequestReader(std::uint16_t port) : port_(port) {}

    void add(std::string_view bytes);
    // The client sends no more.
    void end();

    // Something of a request is there.
    [[nodiscard]] bool isBegun() const { return part_ != Part::line || at_ < buffer_.size(); }
    [[nodiscard]] bool isWhole() const { return part_ == Part::whole; }
    // Neither is there a request nor will there be one.
    [[nodiscard]] bool isOver() const { return ended_ && !isBegun(); }
    // The answer to a request that is refused; nothing can be read after it.
    [[nodiscard]] const std::optional<Answer>& refused() const { return refused_; }
    // The client wants to hear 100 Continue before it sends the body. True once.
    bool takeExpectation() { return std::exchange(expects_, false) && part_ != Part::whole; }

    // As far as it has come.
    [[nodiscard]] const Request& request() const { return request_; }
    // May another request follow?
    [[nodiscard]] bool isKeptAlive() const { return keepAlive_; }
    // Goes on to the next one, which may be there already.
    void next();

  private:
    enum class Part { line, headers, body, size, chunk, chunkEnd, trailer, whole, refused };

    bool step();
    std::optional<std::string> nextLine();
    void begin(const std::string& line);
    void readTarget(const std::string& target);
    void addHeader(const std::string& line);
    void headersEnd();
    void checkHosts();
    void checkLength();
    bool takeBody(Part then);
    void refuse(int status, const std::string& message);
    void malformed(const std::string& why);

    std::uint16_t port_;
    std::string buffer_;
    std::size_t at_ = 0;  // where the rest of it begins
    bool ended_ = false;

    Part part_ = Part::line;
    Request request_;
    std::string authority_;  // of a target that is a whole URL
    bool newest_ = true;     // HTTP/1.1
    bool keepAlive_ = true;
    bool expects_ = false;
    std::uint64_t left_ = 0, wanted_ = 0;  // of the body or chunk; of the body
    std::size_t room_ = 0;                 // for lines
    std::optional<Answer> refused_;
};

}  // namespace cloudelements::sandbox
