// SPDX-License-Identifier: Apache-2.0
#include "cli/live_line.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tenon::cli {
namespace {

bool obeys() {
    const char* kind = ::getenv("TERM");
    return ::isatty(STDERR_FILENO) && kind && *kind && std::string_view(kind) != "dumb";
}

std::size_t width() {
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return known ? size.ws_col - 1u : 79;
}

// A character is taken to be one column wide.
std::string_view fitting(std::string_view text, std::size_t columns) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(text[end]) & 0xc0) != 0x80;
        if (begins && columns-- == 0) break;
    }
    return text.substr(0, end);
}

}  // namespace

LiveLine::LiveLine(std::ostream& out) : out_(out), terminal_(obeys()) {}

void LiveLine::show(std::string_view text) {
    if (!terminal_) return;
    out_ << fitting(text, width()) << std::flush;
    shown_ = true;
}

void LiveLine::clear() {
    if (shown_) out_ << "\r\033[K";  // to the line's beginning, erase the line
    shown_ = false;
}

}  // namespace tenon::cli
