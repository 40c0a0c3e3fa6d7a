tenon_tests(events_tests
  SOURCES events/event_file_test.cpp events/lifecycle_test.cpp
  USES tenon_events)
