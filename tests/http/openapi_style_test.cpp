// SPDX-License-Identifier: Apache-2.0
// How values are written: collectionFormat of Swagger 2.0, style and explode of OpenAPI 3.
#include "openapi_fixture.h"

namespace {

class OpenApiStyleTest : public OpenApiFixture {
    CPPUNIT_TEST_SUITE(OpenApiStyleTest);
    CPPUNIT_TEST(writesArraysOfSwagger);
    CPPUNIT_TEST(writesValuesOfOpenApi);
    CPPUNIT_TEST(refusesWhatItCannotWrite);
    CPPUNIT_TEST_SUITE_END();

    struct Row {
        const char* parameter;  // members of its definition
        const char* value;
        const char* expected;
    };

    // The path below "/a", or the last line of the request where the value stands in a header.
    static std::string written(const std::string& version, const Row& row) {
        const bool path = std::string(row.parameter).find(R"("in":"path")") != std::string::npos;
        const std::string document =
            "{" + version + R"(,"host":"h","schemes":["https"],"servers":[{"url":"https://h"}],)" +
            R"("paths":{"/a)" + (path ? "/{p}" : "") +
            R"(":{"get":{"operationId":"a","parameters":[{"name":"p",)" + row.parameter + "}]}}}}";
        const auto text = request(document, "a", R"({"p":)" + std::string(row.value) + "}");
        const std::string start = "GET https://h/a";
        return text.starts_with(start) ? text.substr(start.size()) : text;
    }

    void writesArraysOfSwagger() {
        const Row rows[] = {
            {R"("in":"query")", R"(["a b","c,d"])", "?p=a%20b,c%2Cd"},
            {R"("in":"query","collectionFormat":"csv")", R"([1,true])", "?p=1,true"},
            {R"("in":"query","collectionFormat":"ssv")", R"(["a","b"])", "?p=a%20b"},
            {R"("in":"query","collectionFormat":"tsv")", R"(["a","b"])", "?p=a%09b"},
            {R"("in":"query","collectionFormat":"pipes")", R"(["a","b"])", "?p=a%7Cb"},
            {R"("in":"query","collectionFormat":"multi")", R"(["a","b"])", "?p=a&p=b"},
            {R"("in":"query","collectionFormat":"multi")", R"([])", ""},
            {R"("in":"query")", R"(["","a"])", "?p=,a"},
            {R"("in":"path")", R"(["a","b/c"])", "/a,b%2Fc"},
            {R"("in":"header")", R"(["a","b c"])", "\np: a,b c"},
        };
        for (const auto& row : rows) same(row.expected, written(R"("swagger":"2.0")", row));
    }

    void writesValuesOfOpenApi() {
        const Row rows[] = {
            {R"("in":"query")", R"(["a","b"])", "?p=a&p=b"},
            {R"("in":"query","explode":false)", R"(["a","b,c"])", "?p=a,b%2Cc"},
            {R"("in":"query")", R"({"x":1,"y":"z"})", "?x=1&y=z"},
            {R"("in":"query","explode":false)", R"({"x":1,"y":"z"})", "?p=x,1,y,z"},
            {R"("in":"query","style":"deepObject","explode":true)", R"({"x":1,"y":2})",
             "?p%5Bx%5D=1&p%5By%5D=2"},
            {R"("in":"query","style":"spaceDelimited","explode":false)", R"(["a","b"])",
             "?p=a%20b"},
            {R"("in":"query","style":"pipeDelimited","explode":false)", R"(["a","b"])", "?p=a%7Cb"},
            {R"("in":"query","content":{"application/json":{}})", R"({"x":[1]})",
             "?p=%7B%22x%22%3A%5B1%5D%7D"},
            {R"("in":"path")", R"(["a","b"])", "/a,b"},
            {R"("in":"path")", R"({"x":1,"y":2})", "/x,1,y,2"},
            {R"("in":"path","explode":true)", R"({"x":1,"y":2})", "/x=1,y=2"},
            {R"("in":"header","explode":true)", R"({"x":1})", "\np: x=1"},
            {R"("in":"cookie","explode":false)", R"(["a","b"])", "\nCookie: p=a,b"},
        };
        for (const auto& row : rows) same(row.expected, written(R"("openapi":"3.0.0")", row));
    }

    void refusesWhatItCannotWrite() {
        const std::string start = "validation 400, invalid parameter: In with/parameters/p: ";
        const auto swagger = [&](const Row& row) {
            same(start + row.expected, written(R"("swagger":"2.0")", row));
        };
        const auto openApi = [&](const Row& row) {
            same(start + row.expected, written(R"("openapi":"3.1.0")", row));
        };
        swagger({R"("in":"query","collectionFormat":"x")", "[1]",
                 "its collectionFormat \"x\" is not known here."});
        swagger({R"("in":"query")", R"({"x":1})", "it takes no object."});
        swagger({R"("in":"query")", R"([[1]])",
                 "wanted a string, a number or a boolean, found an array."});
        openApi({R"("in":"path","style":"matrix")", "[1]",
                 "Tenon does not write its style \"matrix\"."});
        openApi({R"("in":"query","style":"simple")", "[1]",
                 "Tenon does not write its style \"simple\"."});
        openApi({R"("in":"query")", R"({"x":null})",
                 "wanted a string, a number or a boolean, found null."});
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiStyleTest);

}  // namespace
