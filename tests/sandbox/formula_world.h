// SPDX-License-Identifier: Apache-2.0
// Formulas that run on a sandbox: made of steps, started, waited for.
#pragma once

#include "callback.h"
#include "through_instance.h"

namespace support {

class FormulaWorld : public ThroughInstance {
  protected:
    static std::string step(const std::string& name, const std::string& type,
                            const std::string& properties, const std::string& more = "") {
        return R"({"name":")" + name + R"(","type":")" + type + R"(","properties":{)" + properties +
               "}" + more + "}";
    }
    static std::string through(const std::string& method, const std::string& api,
                               const std::string& more = "") {
        return R"("elementInstanceId":"${config.crm}","method":")" + method + R"(","api":")" + api +
               "\"" + more;
    }
    // The id of an instance of a formula of these steps, which begins with the step a.
    std::int64_t bound(const std::string& steps, const std::string& trigger = "manual") const {
        const auto made =
            as("POST", "/formulas",
               R"({"name":"f","configuration":[{"key":"crm","type":"elementInstance"},)"
               R"({"key":"url","type":"value"}],"triggers":[{"name":"t","type":")" +
                   trigger + R"(","onSuccess":["a"]}],"steps":[)" + steps + "]}");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(made.body, 200, made.status);
        const auto instance =
            as("POST", "/formulas/" + tenon::json::write(*made.json().find("id")) + "/instances",
               R"({"name":"i","configuration":{"crm":427902,"url":"http://127.0.0.1:)" +
                   std::to_string(callback_.port()) + "\"}}");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(instance.body, 200, instance.status);
        return *instance.json().find("id")->integer();
    }
    std::int64_t started(std::int64_t instance, const std::string& arguments = "{}") const {
        const auto reply = as(
            "POST", "/formulas/instances/" + std::to_string(instance) + "/executions", arguments);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        return *reply.json().array()->front().find("id")->integer();
    }
    // "success", or "failed: step: message".
    std::string outcome(std::int64_t execution) const {
        const auto status = *platform_->ended(execution).find("status")->string();
        const auto errors =
            as("GET", "/formulas/instances/executions/" + std::to_string(execution) + "/errors")
                .json();
        if (errors.array()->empty()) return status;
        const auto& last = errors.array()->back();
        return status + ": " + *last.find("stepName")->string() + ": " +
               *last.find("message")->string();
    }
    std::string outcomeOf(const std::string& steps, const std::string& arguments = "{}") const {
        return outcome(started(bound(steps), arguments));
    }
    // The value of that key among all steps' values.
    std::string value(std::int64_t execution, const std::string& key) const {
        const auto steps = as("GET", "/formulas/instances/executions/" + std::to_string(execution) +
                                         "/steps?includeValues=true")
                               .json();
        for (const auto& one : *steps.array())
            for (const auto& v : *one.find("stepExecutionValues")->array())
                if (*v.find("key")->string() == key) return *v.find("value")->string();
        return "";
    }

    mutable Callback callback_;  // listens when it is asked for
};

}  // namespace support
