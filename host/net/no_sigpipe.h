// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

namespace tenon::net {

// OpenSSL writes with write(2), which raises SIGPIPE on a broken connection. It is kept from the
// process for as long as one of these lives, on this thread, and taken away if it came. Inside
// another one it costs nothing.
class NoSigpipe {
  public:
    NoSigpipe();
    ~NoSigpipe();
    NoSigpipe(const NoSigpipe&) = delete;
    NoSigpipe& operator=(const NoSigpipe&) = delete;

  private:
    bool active_ = false;
    bool wasPending_ = false;
    sigset_t pipe_{}, before_{};
};

}  // namespace tenon::net
