tenon_host_library(run
  SOURCES cloud_event.cpp descriptors.cpp document.cpp duration.cpp extension.cpp frame.cpp kinds.cpp
          loader.cpp loader_names.cpp problem.cpp redactor.cpp retry.cpp retry_policy.cpp
          schema_check.cpp shell_command.cpp task.cpp use.cpp workflow.cpp
          tasks/call.cpp tasks/call_function.cpp tasks/call_http.cpp tasks/call_step.cpp
          tasks/catch.cpp tasks/do.cpp tasks/emit.cpp tasks/for.cpp tasks/fork.cpp
          tasks/http_output.cpp tasks/http_request.cpp tasks/raise.cpp tasks/run.cpp
          tasks/run_shell.cpp tasks/run_workflow.cpp tasks/set.cpp tasks/switch.cpp tasks/try.cpp
          tasks/wait.cpp
  USES tenon_manifest tenon_expr)
