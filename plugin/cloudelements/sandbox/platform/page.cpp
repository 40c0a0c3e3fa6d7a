// SPDX-License-Identifier: Apache-2.0
#include "platform/page.h"

#include <Poco/NumberParser.h>

namespace cloudelements::sandbox {

Answer page(const Request& request, std::size_t total,
            const std::function<tenon::Value(std::size_t)>& item) {
    unsigned size = 200, next = 0, numbered = 1;
    const auto number = [&](const char* name, unsigned& to) {
        const std::string given = request.parameter(name);
        if (!given.empty() && !Poco::NumberParser::tryParseUnsigned(given, to))
            throw refusal(400, std::string("The parameter '") + name + "' is not valid");
    };
    number("pageSize", size);
    number("nextPage", next);
    number("page", numbered);
    if (size < 1 || size > 200) throw refusal(400, "The parameter 'pageSize' must be 1 to 200");
    std::size_t from = next;
    if (request.parameter("nextPage").empty() && numbered > 1)
        from = std::size_t{numbered - 1} * size;
    tenon::Array items;
    for (std::size_t i = from; i < total && items.size() < size; ++i) items.push_back(item(i));
    const auto count = items.size();
    Answer out = answer(200, std::move(items));
    out.headers.push_back({"Elements-Returned-Count", std::to_string(count)});
    out.headers.push_back({"Elements-Total-Count", std::to_string(total)});
    if (from + count < total)
        out.headers.push_back({"Elements-Next-Page-Token", std::to_string(from + count)});
    return out;
}

}  // namespace cloudelements::sandbox
