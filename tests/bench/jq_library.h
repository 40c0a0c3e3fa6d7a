// SPDX-License-Identifier: Apache-2.0
// libjq: one compiled expression, asked of one value again and again.
#pragma once

// It does not say that it is C.
extern "C" {
#include <jq.h>
}

#include <stdexcept>
#include <string>

#include "tenon/json.h"

namespace bench {

class JqLibrary {
  public:
    explicit JqLibrary(const std::string& expression) : jq_(jq_init()) {
        if (!jq_ || !jq_compile(jq_, expression.c_str()))
            throw std::runtime_error("jq does not compile " + expression);
    }
    ~JqLibrary() {
        jv_free(input_);
        jq_teardown(&jq_);
    }
    JqLibrary(const JqLibrary&) = delete;
    JqLibrary& operator=(const JqLibrary&) = delete;

    void ask(const tenon::Value& input) {
        jv_free(input_);
        input_ = jv_parse(tenon::json::write(input).c_str());
    }
    // The first result, as is common to both; the rest is run to its end.
    std::string answer() {
        jv result = run();
        jv text = jv_dump_string(result, 0);
        std::string out = jv_string_value(text);
        jv_free(text);
        return out;
    }
    void evaluate() { jv_free(run()); }

  private:
    jv run() {
        jq_start(jq_, jv_copy(input_), 0);
        jv out = jq_next(jq_);
        if (!jv_is_valid(out)) throw std::runtime_error("jq has no result");
        for (jv more = jq_next(jq_);; more = jq_next(jq_)) {
            const bool last = !jv_is_valid(more);
            jv_free(more);
            if (last) return out;
        }
    }

    jq_state* jq_;
    jv input_ = jv_null();
};

}  // namespace bench
