// SPDX-License-Identifier: Apache-2.0
#include "expr/oracle.h"

#include <algorithm>
#include <stdexcept>

#include "expr/expression.h"
#include "support/folder.h"
#include "support/process.h"
#include "support/stack.h"
#include "tenon/json.h"

namespace support {

namespace json = tenon::json;
using tenon::Value;

namespace {

constexpr std::size_t kBatch = 200;  // jq compiles no more than 64 kB to one program

// A null stands before the results of each pair.
std::vector<Answers> asked(const std::vector<Pair>& pairs) {
    const Folder folder;
    std::string program, data;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::string datum = ".[" + std::to_string(i) + "]";
        program += std::string(i ? ", " : "") + "null, (" + datum + " | try {v: (" +
                   pairs[i].expression + "\n)} catch \"error\")\n";
        data += (i ? ", " : "[") + pairs[i].data;
    }
    const auto ended = run({"timeout", "60", "jq", "-c", "-f", folder.write("program.jq", program),
                            folder.write("data.json", data + "]")});
    if (ended.code != 0)
        throw std::runtime_error("jq ends with " + std::to_string(ended.code) + ": " + ended.err);
    std::vector<Answers> out;
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);) {
        if (line == "null")
            out.emplace_back();
        else
            out.back().push_back(json::read(line, json::Reading::lenient).value());
    }
    if (out.size() != pairs.size()) throw std::runtime_error("jq does not answer all");
    return out;
}

}  // namespace

std::vector<Answers> jqSays(const std::vector<Pair>& pairs) {
    std::vector<Answers> out;
    for (auto from = pairs.begin(); from != pairs.end();) {
        const auto to = from + std::min<std::ptrdiff_t>(kBatch, pairs.end() - from);
        for (auto& answers : asked({from, to})) out.push_back(std::move(answers));
        from = to;
    }
    return out;
}

Answers tenonSays(const Pair& pair, const std::string& front, const std::string& back) {
    tenon::expr::Compiler compiler({});
    const auto compiled = compiler.expression(front + pair.expression + back, "/x");
    if (const auto faults = compiler.finish(); !faults.empty())
        return {Value("fault: " + faults.front().text())};
    tenon::expr::Scope scope;
    scope.dot = json::read(pair.data).value();
    Answers out;
    const auto take = [&](const Value& value) {
        const Value answer = tenon::Object{{"v", value}};  // as it is written
        out.push_back(json::read(json::write(answer)).value());
        return true;
    };
    if (compiled.each(scope, take, {.stack = support::kFrames * 4 << 20}))
        out.emplace_back("error");
    return out;
}

}  // namespace support
