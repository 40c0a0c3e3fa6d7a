// SPDX-License-Identifier: Apache-2.0
#include "platform/kept.h"

#include "events/events.h"

namespace cloudelements::sandbox {

using tenon::Object;

tenon::Value Events::kept() const {
    tenon::Array out;
    for (const auto& event : all)
        out.push_back(Object{{"id", event.id},
                             {"instance", event.instance},
                             {"date", event.date},
                             {"status", event.status},
                             {"body", event.body}});
    return Object{{"all", std::move(out)}};
}

void Events::restore(const tenon::Value& kept) {
    for (const auto& one : Kept(kept, "events").array("all")) {
        const Kept from(one, "an event");
        all.push_back({from.text("id"), from.number("instance"), from.text("date"),
                       from.text("status"), from.text("body")});
    }
}

}  // namespace cloudelements::sandbox
