tenon_host_library(expr
  SOURCES binder.cpp binder_calls.cpp binder_patterns.cpp expression.cpp filters/access.cpp filters/arithmetic.cpp
          filters/binding.cpp filters/calls.cpp filters/construct.cpp filters/counting.cpp filters/environment.cpp
          filters/filter.cpp filters/flow.cpp filters/iterate.cpp filters/joining.cpp filters/operators.cpp
          filters/patterns.cpp filters/places.cpp filters/run.cpp filters/special.cpp filters/unwinding.cpp
          filters/update.cpp hints.cpp inside.cpp members_read.cpp secrets_named.cpp several.cpp syntax/lexer.cpp
          syntax/objects.cpp syntax/parser.cpp syntax/patterns.cpp syntax/terms.cpp syntax/texts.cpp
  USES tenon_natives tenon_values tenon_text)
