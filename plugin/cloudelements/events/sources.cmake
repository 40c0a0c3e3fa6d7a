# For a program that receives what the platform posts; no step.
set(events ${CMAKE_CURRENT_LIST_DIR})
add_library(cloudelements_events STATIC
  ${events}/notification.cpp ${events}/once.cpp ${events}/signature.cpp)
add_library(Tenon::cloudelements_events ALIAS cloudelements_events)
target_include_directories(cloudelements_events PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/plugin> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(cloudelements_events PUBLIC tenon_api PRIVATE $<BUILD_INTERFACE:tenon_flags>)
install(FILES ${events}/notification.h ${events}/once.h ${events}/signature.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/cloudelements/events)
install(TARGETS cloudelements_events EXPORT TenonTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
