// SPDX-License-Identifier: Apache-2.0
#include "run/external_resource.h"

#include "expr/expression.h"
#include "http/uri_template.h"
#include "http/url.h"
#include "manifest/map_reader.h"

namespace tenon::run {

using manifest::Faults;
using manifest::MapReader;
using manifest::Node;

std::string externalResource(const Node& node, Faults& faults) {
    MapReader reader(node, "\"resource\"", faults);
    reader.optional("name");
    const Node* endpoint = reader.required("endpoint");
    reader.finish();
    if (!endpoint) return {};
    if (endpoint->kind == Node::Kind::map) {
        MapReader inner(*endpoint, "\"endpoint\"", faults);
        endpoint = inner.required("uri");
        inner.refuse({"authentication"});
        inner.finish();
        if (!endpoint) return {};
    }
    const std::string* uri = endpoint->text();
    const bool written = uri && !expr::unwrapped(*uri);
    if (const auto problem = written ? http::uriProblem(*uri) : ""; !problem.empty()) {
        faults.add(*endpoint, problem);
        return {};
    }
    if (written && uri->find('{') == std::string::npos &&
        (http::isAddress(*uri) || http::isFileBeside(*uri)))
        return *uri;
    faults.add(*endpoint,
               "wanted an http or https address, or a file in the manifest's folder, "
               "found " +
                   (uri ? "\"" + *uri + "\"" : std::string(endpoint->describe())));
    return {};
}

}  // namespace tenon::run
