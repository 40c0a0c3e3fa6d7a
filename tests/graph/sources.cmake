tenon_tests(graph_tests SOURCES graph/mermaid_test.cpp USES tenon_graph)
