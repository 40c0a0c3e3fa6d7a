// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tenon::cli {

// From 64 on as sysexits.h has them. README.md lists them for users.
enum ExitCode {
    kOk = 0,
    kFaulted = 1,         // the run faulted, and the remote side did nothing that is not shown
    kOutcomeUnknown = 3,  // the run faulted, and the remote side may have acted
    kUsage = 64,
    kBadInput = 65,    // a manifest, an input or a secret that is not what it must be
    kUnreadable = 66,  // a file that cannot be read
    kInternal = 70,
    kNoOutput = 73,       // the output file cannot be made, standard output not be written
    kNotKept = 74,        // the record of a run cannot be kept, or does not fit it
    kPermissions = 77,    // a secrets file that others may read
    kConfiguration = 78,  // a plugin or a setting that is refused
    kCancelled = 130,
};

}  // namespace tenon::cli
