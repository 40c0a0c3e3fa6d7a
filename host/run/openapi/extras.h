// SPDX-License-Identifier: Apache-2.0
// What the language has no place for, in the metadata of a `call: openapi`: the base of an API
// whose document names none, or a wrong one, and the headers that the document is got with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "run/loader.h"
#include "tenon/http.h"

namespace tenon::run::openapi {

struct Base {
    std::string url{};  // empty: the document says it
    bool secret = false;
};

struct DocumentHeaders {
    std::vector<Header> headers{};
    bool secret = false;
};

class Extras {
  public:
    static Extras load(Loader& loader, const manifest::Node* metadata);

    // Errors: `validation`, naming the member of the metadata.
    [[nodiscard]] Result<Base> base(const expr::Scope& scope) const;
    [[nodiscard]] Result<DocumentHeaders> headers(const expr::Scope& scope) const;

  private:
    std::optional<expr::Template> base_;
    std::optional<expr::Template> headers_;
};

}  // namespace tenon::run::openapi
