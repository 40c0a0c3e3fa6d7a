// SPDX-License-Identifier: Apache-2.0
// error: a field is std::string, bool, an integer, double, tenon::Secret, tenon::Value, a struct
// with a public static constexpr fields(), or std::optional, std::vector or std::map<std::string,
// ...> of these
#include "tenon/plugin.h"

struct Point {
    std::int64_t x{}, y{};
};

struct Inputs {
    std::vector<Point> points;
    static constexpr auto fields() {
        return std::tuple{tenon::required("points", &Inputs::points, "Where")};
    }
};

#include "../the_rest.h"
