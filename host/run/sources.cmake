tenon_host_library(run
  SOURCES acts.cpp cloud_event.cpp descriptors.cpp done.cpp duration.cpp expression_watch.cpp
          extension.cpp external_resource.cpp inside.cpp loader.cpp loader_extensions.cpp loader_names.cpp
          places.cpp quoted.cpp resources.cpp retry.cpp retry_policy.cpp run.cpp schema_check.cpp schema_slot.cpp
          shell_command.cpp step_inputs.cpp idempotence.cpp step_result.cpp task.cpp undo.cpp undoings.cpp use.cpp
          auth/authentication.cpp auth/basic.cpp auth/digest.cpp auth/fingerprint.cpp auth/oauth2.cpp auth/oauth2_check.cpp auth/prepared.cpp
          openapi/documents.cpp openapi/extras.cpp tasks/call.cpp tasks/call_function.cpp tasks/call_http.cpp
          tasks/call_openapi.cpp tasks/call_step.cpp tasks/catch.cpp tasks/do.cpp tasks/emit.cpp tasks/for.cpp
          tasks/fork.cpp tasks/http_send.cpp tasks/raise.cpp tasks/repeats.cpp tasks/run.cpp tasks/run_shell.cpp
          tasks/run_workflow.cpp tasks/set.cpp tasks/switch.cpp tasks/try.cpp tasks/wait.cpp workflow/kinds.cpp
          workflow/named.cpp workflow/read_document.cpp workflow/reads_input.cpp workflow/tasks_named.cpp
          workflow/workflow.cpp
  USES tenon_world tenon_manifest tenon_values tenon_expr tenon_schema tenon_http tenon_text)
