# One library for each folder of src/. Its headers are reached as "folder/file.h" through a root of its own that
# holds nothing but a link to that folder, so a file that includes a folder its module does not name does not compile.
# The real path, so that a build folder reached through a link compiles nothing anew.
file(REAL_PATH ${CMAKE_BINARY_DIR} gongkai_binary_dir)

function(gongkai_module name)
  cmake_parse_arguments(ARG "" "" "PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  set(root ${gongkai_binary_dir}/include-roots/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${name} ${root}/${name} SYMBOLIC)
  if(sources)
    add_library(gongkai_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(gongkai_${name} PRIVATE gongkai_warnings ${ARG_PRIVATE})
  else()
    add_library(gongkai_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(gongkai_${name} ${scope} ${root})
  foreach(used IN LISTS ARG_UNPARSED_ARGUMENTS)
    target_link_libraries(gongkai_${name} ${scope} gongkai_${used})
  endforeach()
endfunction()

# A unit test program for one folder: tests/unit/<name>/*_test.cc.
function(gongkai_unit_test name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${name}/*.cc)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_test ${sources})
  target_link_libraries(${name}_test PRIVATE gongkai_warnings GTest::gtest_main GTest::gmock ${ARGN})
  target_compile_definitions(${name}_test PRIVATE GONGKAI_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                  GONGKAI_BINARY_DIR="${gongkai_binary_dir}")
  gtest_discover_tests(${name}_test TEST_PREFIX "${name}: " PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()
