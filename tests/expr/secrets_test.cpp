// SPDX-License-Identifier: Apache-2.0
// What is made of a secret is a secret, and no message quotes one.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/evaluated.h"
#include "expr/secrets_named.h"

using support::evaluated;
using tenon::Object;
using tenon::Secret;
using tenon::Value;

class ExpressionSecretsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ExpressionSecretsTest);
    CPPUNIT_TEST(keepsASecretOneOnEveryPath);
    CPPUNIT_TEST(makesASecretOfWhatIsMadeOfOne);
    CPPUNIT_TEST(leavesInTheClearWhatDependsOnNone);
    CPPUNIT_TEST(looksAtNoSecretThatIsNotNamed);
    CPPUNIT_TEST(hidesSecretsInsideTheData);
    CPPUNIT_TEST(quotesNoSecretInAnError);
    CPPUNIT_TEST(cannotMakeASecretOfANumber);
    CPPUNIT_TEST(knowsWhereverASecretWasPut);
    CPPUNIT_TEST(findsTheSecretsThatATextNames);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::expr::Scope scope() {
        tenon::expr::Scope scope;
        scope.dot = Object{{"name", "n"}, {"flag", true}};
        scope.set("context", Value());
        scope.set("secrets",
                  Object{{"key", Secret("s3cret-xyz")},
                         {"map", Object{{"user", Secret("ulrich")}, {"port", Secret("8443")}}},
                         {"json", Secret(R"({"inner": "dee9"})")},
                         {"stars", Secret("***")}});
        return scope;
    }
    // With the secrets in the clear, so that it is known what was hidden.
    static std::string revealed(const std::string& expression) {
        tenon::expr::Compiler compiler({"context", "secrets"});
        const auto compiled = compiler.expression(expression, "");
        CPPUNIT_ASSERT(compiler.finish().empty());
        const auto result = compiled.evaluate(scope());
        CPPUNIT_ASSERT(result.ok());
        return tenon::json::write(result.value(), tenon::json::Secrets::reveal);
    }
    static bool isIn(const Value& value) {
        if (value.secret()) return true;
        bool found = false;
        if (const auto* array = value.array())
            for (const auto& item : *array) found = found || isIn(item);
        if (const auto* object = value.object())
            for (const auto& member : *object) found = found || isIn(member.value);
        return found;
    }
    // Both: what everybody sees, and what it really is.
    static void hidden(const std::string& shown, const std::string& real,
                       const std::string& expression) {
        same(shown, evaluated(expression, scope()));
        same(real, revealed(expression));
    }

    void keepsASecretOneOnEveryPath() {
        hidden(R"("********")", R"("s3cret-xyz")", "$secrets.key");
        hidden(R"("********")", R"("ulrich")", "$secrets[\"map\"].user");
        hidden(R"({"user":"********","port":"********"})", R"({"user":"ulrich","port":"8443"})",
               "$secrets.map");
        hidden(R"("********")", R"("s3cret-xyz")", ".missing // $secrets.key");
        hidden(R"("********")", R"("User ulrich, Key s3cret-xyz")",
               "\"User \\($secrets.map.user), Key \\($secrets.key)\"");
        hidden(R"("********")", R"("{\"user\":\"ulrich\",\"port\":\"8443\"}")",
               "\"\\($secrets.map)\"");
    }
    void makesASecretOfWhatIsMadeOfOne() {
        const std::string mask = R"("********")";
        hidden(mask, R"("s3cret-xyz")", "($secrets.key)");
        hidden(mask, R"("Bearer s3cret-xyz")", "\"Bearer \" + $secrets.key");
        hidden(mask, R"("dWxyaWNoOnMzY3JldC14eXo=")",
               "(\"\\($secrets.map.user):\\($secrets.key)\" | @base64)");
        hidden(mask, R"("s3cr")", "$secrets.key[0:4]");
        hidden(mask, R"("S3CRET-XYZ")", "$secrets.key | ascii_upcase");
        hidden(mask, R"("cret-xyz")", "$secrets.key | ltrimstr(\"s3\")");
        hidden(mask, R"("***")", "$secrets.stars | .");
        hidden(mask, R"("x")", "$secrets.key[7:8]");
        hidden(mask, R"("dee9")", "$secrets.json | fromjson | .inner");
        hidden(R"(["********","********"])", R"(["s3cret","xyz"])", "$secrets.key | split(\"-\")");
        hidden(R"(["********"])", R"(["s3cret-xyz"])", "{($secrets.key): 1} | keys");
        hidden(R"({"a":["********"]})", R"({"a":["ulrich"]})", "{a: [$secrets.map.user]}");
    }
    // What is only decided by a secret is none.
    void leavesInTheClearWhatDependsOnNone() {
        same(R"("yes")",
             evaluated("if $secrets.key == \"s3cret-xyz\" then \"yes\" else \"no\" end", scope()));
        same("[true,4,[0]]",
             evaluated("[($secrets.key | test(\"cret\")), ($secrets.map.port | length), "
                       "($secrets.map.port | indices(\"8\"))]",
                       scope()));
        same(R"({"n":"n","key":"********"})", evaluated("{n: .name, key: $secrets.key}", scope()));
        same(R"(["port","user"])", evaluated("$secrets.map | keys", scope()));
        same("10", evaluated("$secrets.key | length", scope()));
        same("true", evaluated("$secrets.key != null", scope()));
        same(R"("n")", evaluated("[$secrets.key, .name] | .[1]", scope()));
    }
    // Else one secret among many would hide the results of all expressions.
    void looksAtNoSecretThatIsNotNamed() {
        same(R"("N")", evaluated(".name | ascii_upcase", scope()));
        same(R"("$SECRETS")", evaluated("\"$secrets\" | ascii_upcase", scope()));
    }
    void hidesSecretsInsideTheData() {
        auto data = scope();
        data.dot = tenon::Array{Secret("token"), "open"};
        same(R"("********")", evaluated(".[0] + \"!\"", data));
        same(R"("open!")", evaluated(".[1] + \"!\"", data));
        data.set("context", Object{{"token", Secret("token")}});
        same(R"(["********"])", evaluated("[$context.token]", data));
    }
    void quotesNoSecretInAnError() {
        same("error: Cannot index string with string (\"x\").",
             evaluated("$secrets.key.x", scope()));
        same("error: Cannot index string with number (0).", evaluated("$secrets.key[0]", scope()));
        for (const std::string expression :
             {"$secrets.key | tonumber", "$secrets.key + 1", "$secrets.key | error",
              "$secrets.map | error", "$secrets.key | fromjson",
              "$secrets.json | fromjson | .inner.b",
              "if $secrets.key == \"s3cret-xyz\" then error($secrets.key) else 1 end",
              "\"\\($secrets.key)\" | tonumber", "[$secrets.key] | implode",
              "$secrets.key | test(\"(\")", "$secrets.key | strptime(\"%Y\")",
              "{} | .[$secrets.key].a.b = 1 | .[$secrets.key].a.b.c.d"}) {
            const auto found = evaluated(expression, scope());
            CPPUNIT_ASSERT_MESSAGE(expression + " " + found, found.starts_with("error: "));
            for (const char* secret : {"s3c", "xyz", "ulrich", "8443", "dee9"})
                CPPUNIT_ASSERT_MESSAGE(expression + " " + found,
                                       found.find(secret) == std::string::npos);
        }
        same("error: string (\"********\") and number (1) cannot be added.",
             evaluated("$secrets.key + 1", scope()));
        same("error: It fails on a secret.",
             evaluated("if $secrets.key == \"s3cret-xyz\" then error($secrets.key) else 1 end",
                       scope()));
    }
    // Only a text can be one. Who takes a secret apart into numbers, does it knowingly.
    void cannotMakeASecretOfANumber() {
        same("8443", evaluated("$secrets.map.port | tonumber", scope()));
    }
    // Also where a value is changed in place: whoever seeks secrets goes by what it says of itself.
    void knowsWhereverASecretWasPut() {
        for (const char* expression : {"[$secrets.key]",
                                       "{a: {b: $secrets.key}}",
                                       "[] | .[0] = $secrets.key",
                                       "{} | .a.b[1].c = $secrets.key",
                                       "{} | .a |= $secrets.key",
                                       "[1] | .[0] |= $secrets.key",
                                       "[1, 2] | .[1:] = [$secrets.key]",
                                       "[1] + [$secrets.key]",
                                       "{a: 1} + {b: $secrets.key}",
                                       "{a: {b: 1}} * {a: {c: $secrets.key}}",
                                       "[] | . += [$secrets.key]",
                                       "{a: []} | .a += [$secrets.key]",
                                       "{} | setpath([\"a\", 0]; $secrets.key)",
                                       "reduce range(3) as $i ([]; . + [$secrets.key])",
                                       "reduce range(3) as $i ({}; .[\"k\\($i)\"] = $secrets.key)",
                                       "[foreach range(2) as $i ({}; .a[$i] = $secrets.key)]",
                                       "[[[$secrets.key]]] | flatten(1)",
                                       "{a: $secrets.key} | to_entries",
                                       "{a: $secrets.key} | with_entries(.value |= [.])",
                                       "[[$secrets.key], []] | add",
                                       "[null] | map($secrets.key)",
                                       "[[1]] | map(.[0] = $secrets.key)",
                                       "{a: [$secrets.key, 1]} | del(.a[1])",
                                       "[{k: $secrets.key}] | group_by(.k)",
                                       "[1, [2]] | walk(if . == 2 then $secrets.key else . end)",
                                       "[limit(1; $secrets.key)]",
                                       "{} | .a //= $secrets.key",
                                       "[$secrets.map] | .[0].port = 1"}) {
            tenon::expr::Compiler compiler({"context", "secrets"});
            const auto compiled = compiler.expression(expression, "");
            CPPUNIT_ASSERT_MESSAGE(expression, compiler.finish().empty());
            const auto result = compiled.evaluate(scope());
            CPPUNIT_ASSERT_MESSAGE(expression, result.ok() && isIn(result.value()));
            CPPUNIT_ASSERT_MESSAGE(expression, result.value().mayHoldSecret());
        }
    }
    void findsTheSecretsThatATextNames() {
        const auto names = [](const std::string& text) {
            std::string all;
            for (const auto& name : tenon::expr::secretsNamed(text)) all += name + " ";
            return all;
        };
        same("a ", names("${ $secrets.a.b }"));
        same("a b c ", names("$secrets.a + $secrets[\"b\"] + $secrets.\"c\""));
        same("a ", names("\"x \\($secrets.a) y\""));
        same("a-b ", names("$secrets[\"a-b\"]"));
        same("", names("\"$secrets.a\" # $secrets.b"));
        same("", names("$secrets | keys, $secretsX.a, $secrets[.name], $other.secrets.a"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExpressionSecretsTest);
