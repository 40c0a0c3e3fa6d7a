# Runs after linking: asks RUNNER for its tests and writes one add_test line for each into LIST.
# LAUNCHER, if there is one, runs each.
execute_process(COMMAND ${RUNNER} --list OUTPUT_VARIABLE tests COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" tests "${tests}")
set(text "")
if(LAUNCHER)
  set(LAUNCHER "\"${LAUNCHER}\" ")
endif()
foreach(test IN LISTS tests)
  if(test)
    string(APPEND text "add_test(\"${SUITE}.${test}\" ${LAUNCHER}\"${RUNNER}\" \"${test}\")\n"
      "set_tests_properties(\"${SUITE}.${test}\" PROPERTIES LABELS ${SUITE} TIMEOUT 120 SKIP_RETURN_CODE 77 SKIP_REGULAR_EXPRESSION \"\nskipped: there is no \" ENVIRONMENT \"${ENVIRONMENT}\")\n")
  endif()
endforeach()
file(WRITE ${LIST} "${text}")
