/* SPDX-License-Identifier: Apache-2.0
 * How a host recognises a plugin before any of its code runs: plain data in the ELF section
 * ".tenon.plugin" of the library, read from the file and not from memory. Plain C.
 *
 * The section holds one tenon_descriptor, followed by `text_size` bytes of JSON (UTF-8, no NUL
 * counted):
 *   {"name": "cloudelements", "version": "1.0.0",
 *    "steps": [{"name", "version", "summary", "inputs": <JSON Schema>, "outputs": <JSON Schema>,
 *               "idempotent": true (or absent), "once": true (or absent)}],
 *    "sandboxes": [{"name", "summary"}],
 *    "sizes": {"Error": 200, …}}: of each struct that both sides know, in bytes (layout.h)
 * A step's name is also its name in the library's Poco manifest.
 */
#ifndef TENON_ABI_H
#define TENON_ABI_H

#include <stdint.h>

#define TENON_SECTION ".tenon.plugin"
#define TENON_MAGIC "TENONPLG"

/* Major: must be equal. Minor: a host takes plugins up to its own.
 * The minor grows with whatever a plugin takes for granted of a host that older hosts do not do: a
 * member at the end of a struct that only hosts make, such as SandboxOptions. The major grows with
 * what plugins of before would do wrong: any other change of a struct or a class that both sides
 * know (2: a Value knows whether it may hold a Secret). Neither grows with extensions of Context or
 * members of the JSON. */
#define TENON_ABI_MAJOR 2
#define TENON_ABI_MINOR 0

/* The classes behind the descriptor are C++, so host and plugin must agree on what compiled them.
 */
#define TENON_TEXT_(x) #x
#define TENON_TEXT(x) TENON_TEXT_(x)
#ifdef _GLIBCXX_USE_CXX11_ABI
#define TENON_CXX11_ABI TENON_TEXT(_GLIBCXX_USE_CXX11_ABI)
#else
#define TENON_CXX11_ABI "none"
#endif
#ifdef POCO_VERSION
#define TENON_POCO TENON_TEXT(POCO_VERSION)
#else
#define TENON_POCO "none"
#endif
#ifdef _GLIBCXX_DEBUG /* containers of another layout */
#define TENON_CHECKED ";_GLIBCXX_DEBUG"
#else
#define TENON_CHECKED ""
#endif
#define TENON_TOOLCHAIN                                                                         \
    "itanium;cxx11=" TENON_CXX11_ABI ";poco=" TENON_POCO ";ptr=" TENON_TEXT(__SIZEOF_POINTER__) \
        TENON_CHECKED

typedef struct tenon_descriptor {
    char magic[8]; /* TENON_MAGIC, no NUL */
    uint16_t abi_major;
    uint16_t abi_minor;
    uint32_t header_size; /* sizeof(tenon_descriptor) of the plugin; the text begins there */
    uint64_t text_size;   /* bytes */
    char toolchain[104];  /* TENON_TOOLCHAIN, NUL-padded */
} tenon_descriptor;

#endif
