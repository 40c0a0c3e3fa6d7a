// SPDX-License-Identifier: Apache-2.0
// What the sandbox's answers hold, as text.
#pragma once

#include <regex>
#include <string>

namespace support {

// Without what is random: the token, and the time.
inline std::string steady(const std::string& text) {
    const auto token =
        std::regex_replace(text, std::regex(R"("token":"[A-Za-z0-9+/]{43}=")"), "TOKEN");
    return std::regex_replace(
        token, std::regex(R"("createdDate":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")"), "TIME");
}
// The instance 427902, steady.
inline std::string instance(const std::string& name, const std::string& tags,
                            const std::string& disabled, const std::string& configuration) {
    return R"({"id":427902,"name":")" + name +
           R"(",TIME,TOKEN,"element":{"id":3641,"key":"sagecrm","name":"Sage CRM","hub":"crm"},)"
           R"("elementId":3641,"tags":[)" +
           tags + R"(],"provisionInteractions":[],"valid":true,"disabled":)" + disabled +
           R"(,"maxCacheSize":0,"cacheTimeToLive":0,"configuration":{)" + configuration +
           R"(},"eventsEnabled":false,"traceLoggingEnabled":false,"cachingEnabled":false,)"
           R"("externalAuthentication":"none","user":{"id":21,)"
           R"("emailAddress":"sandbox@example.com","firstName":"Sandbox","lastName":"User"}})";
}
// The one that newInstance() makes.
inline std::string asMade() {
    return instance("SageCRM", "", "false",
                    R"("subdomain":"crm.example.com","username":"sage","password":"********")");
}

}  // namespace support
