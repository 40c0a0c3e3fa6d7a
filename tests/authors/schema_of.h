// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/schema.h"

// The JSON Schema of a struct, as a plugin's descriptor has it.
template <class S>
std::string schemaOf() {
    tenon::schema::Out measured;
    tenon::schema::object<S>(measured);
    std::string text(measured.size, ' ');
    tenon::schema::Out out{text.data()};
    tenon::schema::object<S>(out);
    return text;
}
