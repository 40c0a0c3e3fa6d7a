pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
tenon_host_library(run
  SOURCES acts.cpp cloud_event.cpp descriptors.cpp done.cpp duration.cpp escapes.cpp expression_watch.cpp exposed.cpp extension.cpp external_resource.cpp frame.cpp html_names.cpp inside.cpp
          keeping_http.cpp kinds.cpp loader.cpp loader_names.cpp masks.cpp packed.cpp problem.cpp quoted.cpp read_document.cpp reads_input.cpp redactor.cpp resources.cpp retry.cpp
          retry_policy.cpp schema.cpp schema_check.cpp schema_slot.cpp shell_command.cpp step_inputs.cpp step_repeats.cpp step_result.cpp task.cpp
          uri_template.cpp url.cpp use.cpp workflow.cpp
          auth/authentication.cpp auth/basic.cpp auth/digest.cpp auth/digest_challenge.cpp
          auth/oauth2.cpp auth/oauth2_answer.cpp auth/oauth2_check.cpp auth/oauth2_request.cpp
          auth/settings.cpp
          openapi/api.cpp openapi/body.cpp openapi/documents.cpp openapi/extras.cpp openapi/operation.cpp
          openapi/request.cpp openapi/servers.cpp openapi/style.cpp
          schema/formats.cpp schema/forms.cpp schema/keywords.cpp schema/multiple.cpp schema/pattern.cpp
          schema/reader.cpp schema/references.cpp schema/rule.cpp schema/rules.cpp
          tasks/call.cpp tasks/call_function.cpp tasks/call_http.cpp tasks/call_openapi.cpp
          tasks/call_step.cpp tasks/catch.cpp tasks/do.cpp tasks/emit.cpp tasks/for.cpp tasks/fork.cpp
          tasks/http_output.cpp tasks/http_request.cpp tasks/http_send.cpp tasks/raise.cpp
          tasks/repeats.cpp tasks/run.cpp tasks/run_shell.cpp tasks/run_workflow.cpp tasks/set.cpp tasks/switch.cpp
          tasks/try.cpp tasks/wait.cpp
  USES tenon_manifest tenon_expr tenon_text PkgConfig::PCRE2)
