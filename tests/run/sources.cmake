tenon_tests(run_tests
  SOURCES run/acts_test.cpp run/call_step_test.cpp run/cloud_event_test.cpp run/data_flow_test.cpp
          run/done_test.cpp run/duration_test.cpp run/events_test.cpp run/flow_test.cpp run/http_output_test.cpp
          run/http_request_test.cpp run/journal_test.cpp run/limits_test.cpp run/lives_test.cpp run/once_test.cpp
          run/places_test.cpp run/plain_http_test.cpp
          run/quoted_test.cpp run/reads_input_test.cpp run/retry_test.cpp run/rounds_test.cpp
          run/shell_command_test.cpp run/shell_output_test.cpp run/step_inputs_test.cpp run/idempotence_test.cpp
          run/undo_lives_test.cpp run/undo_race_test.cpp run/undo_test.cpp run/variables_test.cpp
          fakes/fake_ports.cpp fakes/fake_world.cpp fakes/mortal_journal.cpp
  USES tenon_run)
