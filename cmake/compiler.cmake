# Warnings, sanitizers and coverage, for our own code only.
add_library(gongkai_warnings INTERFACE)
target_compile_options(gongkai_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-qual -Woverloaded-virtual -Wimplicit-fallthrough
  # Designated initialisers with defaults for the rest are wanted; GCC 12 warns of them.
  -Wno-missing-field-initializers
  # GCC 12's optimiser sees overlaps inside std::string (its bug 105651) and unset members inside std::variant; clang-tidy's
  # analyser looks for the real ones.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict -Wno-maybe-uninitialized>)
if(GONGKAI_WERROR)
  target_compile_options(gongkai_warnings INTERFACE -Werror)
endif()
if(GONGKAI_SANITIZE)
  add_compile_options(-fsanitize=${GONGKAI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GONGKAI_SANITIZE})
endif()
if(GONGKAI_FUZZ)
  # libFuzzer's coverage in all of our code; its driver is linked only into the targets of tests/fuzz. The checks of 128-bit
  # products need compiler-rt, which g++'s runtime does not have.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-rtlib=compiler-rt -unwindlib=libgcc)
endif()
if(GONGKAI_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
