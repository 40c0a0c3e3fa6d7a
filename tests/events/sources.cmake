tenon_tests(events_tests
  SOURCES events/cloud_event_test.cpp events/event_file_test.cpp events/lifecycle_test.cpp
  USES tenon_events)
