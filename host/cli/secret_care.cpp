// SPDX-License-Identifier: Apache-2.0
#include "cli/secret_care.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include "cli/printable.h"
#include "tenon/fields.h"
#include "tenon/json.h"
#include "world/masks.h"
#include "world/redactor.h"

#if defined(__SANITIZE_ADDRESS__)
#define TENON_TRACED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TENON_TRACED 1
#endif
#endif

namespace tenon::cli {
namespace {

void warn(const std::string& name, const Value& value, std::ostream& err) {
    if (const auto* array = value.array())
        for (std::size_t i = 0; i < array->size(); ++i)
            warn(name + "/" + std::to_string(i), (*array)[i], err);
    if (const auto* object = value.object())
        for (const auto& member : *object)
            warn(name + fields::pointerPart(member.name), member.value, err);
    if (value.array() || value.object() || value.isNull()) return;
    const auto* text = value.revealText();
    if (!world::hardToHide(text ? *text : json::write(value))) return;
    err << "tenon: warning: the secret " << oneLine(name) << " is shorter than "
        << world::Masks::kShortest
        << " bytes: it is hidden where it stands alone, but not inside a longer text\n";
}

}  // namespace

void forbidCoreDumps() {
    struct rlimit limit {};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
#ifndef TENON_TRACED              // its search for leaks could not look into the process
    ::prctl(PR_SET_DUMPABLE, 0);  // also for a core_pattern that is a program
#endif
}

void warnOfShortSecrets(const std::vector<std::string>& names, world::SecretSource& secrets,
                        std::ostream& err) {
    for (const auto& name : names)
        if (const auto value = secrets.find(name)) warn(name, value.value(), err);
}

}  // namespace tenon::cli
