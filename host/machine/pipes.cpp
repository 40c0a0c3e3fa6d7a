// SPDX-License-Identifier: Apache-2.0
#include "machine/pipes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <string>

#include "tenon/error.h"

namespace tenon::machine {
namespace {

[[noreturn]] void fail(const char* what) {
    throw StepError(makeError(ErrorKind::runtime, "no shell",
                              std::string("The shell could not be started (") + what + ": " +
                                  strerror(errno) + "). Nothing was run."));
}

Pipe makePipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void unblock(const Descriptor& end) {
    if (::fcntl(end.number(), F_SETFL, O_NONBLOCK) != 0) fail("fcntl");
}

}  // namespace

void Descriptor::close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

Pipe pipeTo() {
    Pipe pipe = makePipe();
    unblock(pipe.to);
    return pipe;
}

Pipe pipeFrom() {
    Pipe pipe = makePipe();
    unblock(pipe.from);
    return pipe;
}

Descriptor makeBell() {
    Descriptor bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!bell.open()) fail("eventfd");
    return bell;
}

}  // namespace tenon::machine
