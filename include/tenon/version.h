/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TENON_VERSION_H
#define TENON_VERSION_H

/* Of the headers, the host and the package; CMakeLists.txt reads it here. */
#define TENON_VERSION "0.1.0"

#endif
