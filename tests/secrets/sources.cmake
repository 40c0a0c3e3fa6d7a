tenon_tests(secrets_tests SOURCES secrets/secret_store_test.cpp USES tenon_secrets)
