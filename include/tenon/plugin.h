// SPDX-License-Identifier: Apache-2.0
// What a plugin's one source file with the Poco manifest includes, and no other:
//
//   POCO_BEGIN_MANIFEST(tenon::Step)
//   POCO_EXPORT_INTERFACE(CreateThing, "CreateThing")
//   POCO_END_MANIFEST
//   TENON_PLUGIN("things", "1.0.0", CreateThing)
//
// The name in POCO_EXPORT_INTERFACE is the step's StepInfo::name.
#pragma once

#include <Poco/ClassLibrary.h>
#include <Poco/Foundation.h>
#include <Poco/Version.h>

#include <cstring>

#include "tenon/abi.h"
#include "tenon/idempotent.h"
#include "tenon/sandbox.h"
#include "tenon/schema.h"
#include "tenon/step.h"

namespace tenon {
inline namespace v1 {
namespace descriptor {

template <class S>
constexpr void inputs(schema::Out& out) {
    out.put('{');
    schema::members<typename S::Inputs>(out);
    if constexpr (requires { S::idempotentWhen; }) {
        const IdempotentWhen& when = S::idempotentWhen;
        out.raw(R"(,"x-idempotent":{)");
        out.quoted(when.field);
        out.raw(":[");
        for (std::size_t i = 0; i < when.texts.count; ++i) {
            if (i > 0) out.put(',');
            out.quoted(when.texts.texts[i]);
        }
        out.raw("]}");
    }
    out.put('}');
}

template <class S>
constexpr void about(schema::Out& out, bool& first) {
    if (!first) out.put(',');
    first = false;
    out.raw(R"({"name":)");
    out.quoted(S::info.name);
    out.raw(R"(,"version":)");
    out.quoted(S::info.version);
    out.raw(R"(,"summary":)");
    out.quoted(S::info.summary);
    if constexpr (requires { typename S::Inputs; }) {
        out.raw(R"(,"inputs":)");
        inputs<S>(out);
        out.raw(R"(,"outputs":)");
        schema::object<typename S::Outputs>(out);
    }
    if constexpr (requires { S::info.idempotent; })
        if (S::info.idempotent) out.raw(R"(,"idempotent":true)");
    out.put('}');
}

// `list` is "steps" or "sandboxes".
template <class... Classes>
constexpr void text(schema::Out& out, std::string_view name, std::string_view version,
                    std::string_view list) {
    out.raw(R"({"name":)");
    out.quoted(name);
    out.raw(R"(,"version":)");
    out.quoted(version);
    out.put(',');
    out.quoted(list);
    out.raw(":[");
    bool first = true;
    (about<Classes>(out, first), ...);
    out.raw("]}");
}

template <std::size_t Size>
struct Datum {
    tenon_descriptor header{};
    char text[Size]{};
};

constexpr void copy(char* to, std::string_view from) {
    for (const char c : from) *to++ = c;
}

template <class... Classes>
consteval std::size_t size(std::string_view name, std::string_view version, std::string_view list) {
    schema::Out out;
    text<Classes...>(out, name, version, list);
    return out.size;
}

template <std::size_t Size, class... Classes>
consteval Datum<Size> make(std::string_view name, std::string_view version, std::string_view list) {
    Datum<Size> datum;
    copy(datum.header.magic, TENON_MAGIC);
    datum.header.abi_major = TENON_ABI_MAJOR;
    datum.header.abi_minor = TENON_ABI_MINOR;
    datum.header.header_size = sizeof(tenon_descriptor);
    datum.header.text_size = Size;
    copy(datum.header.toolchain, TENON_TOOLCHAIN);
    schema::Out out{datum.text};
    text<Classes...>(out, name, version, list);
    return datum;
}

}  // namespace descriptor
}  // namespace v1
}  // namespace tenon

// Of internal linkage: it is found by its section, and two plugins in one process do not share it.
#define TENON_DESCRIPTOR_(name, version, list, ...)                                        \
    __attribute__((section(TENON_SECTION), used)) static constexpr auto tenonPlugin =      \
        tenon::descriptor::make<tenon::descriptor::size<__VA_ARGS__>(name, version, list), \
                                __VA_ARGS__>(name, version, list);

// Once in a library: its name, its version, and its step classes.
#define TENON_PLUGIN(name, version, ...) TENON_DESCRIPTOR_(name, version, "steps", __VA_ARGS__)
// The same for a library that brings sandboxes (Poco manifest named "Sandbox").
#define TENON_SANDBOX_PLUGIN(name, version, ...) \
    TENON_DESCRIPTOR_(name, version, "sandboxes", __VA_ARGS__)
