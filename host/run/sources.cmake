tenon_host_library(run
  SOURCES descriptors.cpp document.cpp frame.cpp kinds.cpp loader.cpp redactor.cpp schema_check.cpp
          task.cpp workflow.cpp tasks/call.cpp tasks/call_http.cpp tasks/call_step.cpp tasks/do.cpp
          tasks/http_output.cpp tasks/http_request.cpp tasks/set.cpp
  USES tenon_manifest tenon_expr)
