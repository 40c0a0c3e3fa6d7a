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
#include <type_traits>

#include "tenon/abi.h"
#include "tenon/idempotent.h"
#include "tenon/layout.h"
#include "tenon/plugin_checks.h"
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
constexpr void about(schema::Out& out) {
    out.raw(R"({"name":)");
    out.quoted(S::info.name);
    out.raw(R"(,"version":)");
    out.quoted(S::info.version);
    out.raw(R"(,"summary":)");
    out.quoted(S::info.summary);
    if constexpr (Typed<S>) {
        out.raw(R"(,"inputs":)");
        inputs<S>(out);
        out.raw(R"(,"outputs":)");
        schema::object<typename S::Outputs>(out);
    }
    if constexpr (requires { S::info.idempotent; })
        if (S::info.idempotent) out.raw(R"(,"idempotent":true)");
    if constexpr (requires { S::info.once; })
        if (S::info.once) out.raw(R"(,"once":true)");
    out.put('}');
}

// How large the structs are that host and plugin both know.
constexpr void sizes(schema::Out& out) {
    out.raw(R"("sizes":{)");
    bool first = true;
    for (const auto& [name, size] : layout::kSizes) {
        if (!first) out.put(',');
        first = false;
        out.quoted(name);
        out.put(':');
        out.number(size);
    }
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
    const auto one = [&]<class Class>(std::type_identity<Class>) {
        checkClass<Class>();
        if (!first) out.put(',');
        first = false;
        if constexpr (SaysWhoItIs<Class>) about<Class>(out);
    };
    (one(std::type_identity<Classes>()), ...);
    out.raw("],");
    sizes(out);
    out.put('}');
}

template <std::size_t Size>
struct Datum {
    tenon_descriptor header{};
    char text[Size]{};
};

constexpr void copy(char* to, std::string_view from) {
    for (const char c : from) *to++ = c;
}

// The descriptor of a library with these classes.
template <class... Classes>
struct Of {
    static consteval std::size_t size(std::string_view name, std::string_view version,
                                      std::string_view list) {
        schema::Out out;
        text<Classes...>(out, name, version, list);
        return out.size;
    }

    template <std::size_t Size>
    static consteval Datum<Size> make(std::string_view name, std::string_view version,
                                      std::string_view list) {
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
};

}  // namespace descriptor
}  // namespace v1
}  // namespace tenon

// Of internal linkage: it is found by its section, and two plugins in one process do not share it.
#define TENON_DESCRIPTOR_(name, version, list, ...)                                        \
    __attribute__((section(TENON_SECTION), used)) static constexpr auto tenonPlugin =      \
        tenon::descriptor::Of<__VA_ARGS__>::make<tenon::descriptor::Of<__VA_ARGS__>::size( \
            name, version, list)>(name, version, list);

// Once in a library: its name, its version, and its step classes.
#define TENON_PLUGIN(name, version, ...)                                   \
    static_assert(!std::string_view(name).empty(), "a plugin has a name"); \
    static_assert(tenon::descriptor::checkSteps<__VA_ARGS__>());           \
    TENON_DESCRIPTOR_(name, version, "steps", __VA_ARGS__)
// The same for a library that brings sandboxes (Poco manifest named "Sandbox").
#define TENON_SANDBOX_PLUGIN(name, version, ...) \
    TENON_DESCRIPTOR_(name, version, "sandboxes", __VA_ARGS__)
