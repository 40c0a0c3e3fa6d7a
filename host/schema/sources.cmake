pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
tenon_archived(PCRE2 pcre2-8 PkgConfig::PCRE2)
tenon_host_library(schema
  SOURCES formats.cpp forms.cpp keywords.cpp multiple.cpp pattern.cpp reader.cpp references.cpp rule.cpp rules.cpp
          schema.cpp
  USES tenon_manifest tenon_values tenon_text ${PCRE2})
