tenon_tests(expr_tests
  SOURCES expr/closed_test.cpp expr/errors_test.cpp expr/native_test.cpp expr/secrets_test.cpp
          expr/template_test.cpp
  USES tenon_expr)
