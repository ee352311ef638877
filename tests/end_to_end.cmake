# Tests that run the finished program on the samples and look at the files it publishes (Python 3, standard packages).
find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
set(END_TO_END_OUTPUT ${CMAKE_BINARY_DIR}/e2e-out)

# One test: the script `file` of tests/<folder>. All but the one that builds need the samples built.
function(gongkai_script_test label file)
  get_filename_component(name ${file} NAME_WE)
  add_test(NAME "${label}: ${name}"
           COMMAND ${PYTHON} ${file} --program $<TARGET_FILE:gongkai> --source ${CMAKE_SOURCE_DIR}
                   --built ${END_TO_END_OUTPUT} --scratch ${CMAKE_BINARY_DIR}/e2e-scratch/${name})
  set_tests_properties("${label}: ${name}" PROPERTIES
    LABELS ${label} TIMEOUT 600
    ENVIRONMENT "GONGKAI_HOME=${CMAKE_SOURCE_DIR};PYTHONPATH=${CMAKE_SOURCE_DIR}/tests;PYTHONDONTWRITEBYTECODE=1;PYTHONUTF8=1")
  if(name STREQUAL "build_samples")
    set_tests_properties("${label}: ${name}" PROPERTIES FIXTURES_SETUP built_samples)
  else()
    set_tests_properties("${label}: ${name}" PROPERTIES FIXTURES_REQUIRED built_samples)
  endif()
endfunction()

if(TARGET gongkai)
  file(GLOB end_to_end_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/e2e/*.py)
  foreach(script IN LISTS end_to_end_scripts)
    gongkai_script_test(e2e ${script})
  endforeach()
  # Too long for every run: `ctest -C endurance -L endurance` kills a few hundred builds.
  add_test(NAME "endurance: killed" CONFIGURATIONS endurance
           COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/e2e/killed.py --program $<TARGET_FILE:gongkai>
                   --source ${CMAKE_SOURCE_DIR} --built ${END_TO_END_OUTPUT} --scratch ${CMAKE_BINARY_DIR}/e2e-scratch/endurance)
  set_tests_properties("endurance: killed" PROPERTIES LABELS endurance TIMEOUT 7200
    ENVIRONMENT "GONGKAI_KILLS=300;GONGKAI_HOME=${CMAKE_SOURCE_DIR};PYTHONPATH=${CMAKE_CURRENT_SOURCE_DIR};PYTHONDONTWRITEBYTECODE=1;PYTHONUTF8=1")
  file(GLOB oracle_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/oracle/check_*.py)
  foreach(script IN LISTS oracle_scripts)
    gongkai_script_test(oracle ${script})
  endforeach()
  gongkai_script_test(mutation ${CMAKE_CURRENT_SOURCE_DIR}/mutation/score.py)
  # Some 2,000 ledgers; on two busy processors without optimisation that takes its time.
  set_tests_properties("mutation: score" PROPERTIES TIMEOUT 1800 PROCESSORS 2)
endif()
