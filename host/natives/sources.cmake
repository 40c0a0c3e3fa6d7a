tenon_host_library(natives
  SOURCES collections_kinds.cpp collections_members.cpp collections_searching.cpp collections_shape.cpp
          collections_sorting.cpp collections_sum.cpp dates.cpp dates_calendar.cpp dates_read.cpp dates_write.cpp
          encodings.cpp formats.cpp json_text.cpp json_token.cpp library.cpp math.cpp natives.cpp regex.cpp
          regex_compile.cpp regex_each.cpp regex_edit.cpp regex_flags.cpp regex_leaps.cpp regex_search.cpp
          text_find.cpp text_parts.cpp text_values.cpp texts.cpp
  USES tenon_values ${ONIG_LIBRARY})
