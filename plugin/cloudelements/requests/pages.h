// SPDX-License-Identifier: Apache-2.0
// Lists that come page by page: the header Elements-Next-Page-Token names the page after this one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

// Inputs that say which pages.
struct Paging {
    std::string nextPage;
    std::optional<std::int64_t> pageSize;
    std::string pages;
    std::int64_t limit{};
};

// nextPage, pageSize, pages and limit of a step's inputs.
template <class Inputs>
constexpr auto pagingFields() {
    using tenon::optional;
    return std::tuple{
        optional("nextPage", &Inputs::nextPage,
                 "The page to begin with: nextPage of the output of the page before it"),
        optional("pageSize", &Inputs::pageSize,
                 "At most so many a page; the platform's own if unset")
            .unit("records"),
        optional("pages", &Inputs::pages,
                 "one: this page; all: gathers the pages after it, too, up to limit", "one")
            .oneOf({"one", "all"}),
        optional("limit", &Inputs::limit, "With pages: all, at most so many", 1000).unit("records"),
    };
}

template <class Inputs>
Paging pagingOf(const Inputs& in) {
    return {in.nextPage, in.pageSize, in.pages, in.limit};
}

void checkPaging(Checks& checks, const Paging& paging);

// The first page, and the items of the pages that were asked for.
struct Gathered {
    std::optional<tenon::HttpResponse> first;  // nothing: the platform said 404
    tenon::Value body;                         // of one page: as it is; of all: an array
    // Where to go on; empty where there is no more. If the limit cut a page in two, it is that
    // page; the first page of a list comes whole, for nothing names it.
    std::string nextPage;
};

// `call` is a GET without the paging. `absent`: is 404 an empty list? Throws StepError.
Gathered gather(Client& client, Call call, const Paging& paging, bool absent);

}  // namespace cloudelements
