# Runs after linking: asks RUNNER for its fixtures and writes one add_test line for each into LIST.
# LAUNCHER, if there is one, runs each.
execute_process(COMMAND ${RUNNER} --list OUTPUT_VARIABLE tests COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${tests}" tests)
string(REPLACE "\n" ";" tests "${tests}")
set(names ${tests})
list(REMOVE_DUPLICATES names)
if(NOT names STREQUAL tests)
  message(FATAL_ERROR "${SUITE} has two fixtures of one name; one of them would never run: ${tests}")
endif()
set(text "")
if(LAUNCHER)
  set(LAUNCHER "\"${LAUNCHER}\" ")
endif()
foreach(test IN LISTS tests)
  string(APPEND text "add_test(\"${SUITE}.${test}\" ${LAUNCHER}\"${RUNNER}\" \"${test}\")\n"
    "set_tests_properties(\"${SUITE}.${test}\" PROPERTIES LABELS ${SUITE} TIMEOUT 600 SKIP_RETURN_CODE 77 ENVIRONMENT \"${ENVIRONMENT}\")\n")
endforeach()
file(WRITE ${LIST} "${text}")
