# Fonts are prepared once, at build time, into <build>/fonts (fonts/prepare.sh).
add_subdirectory(tools/smooth_outlines)
add_subdirectory(tools/keep_language)
set(GONGKAI_FONTS_DIR ${CMAKE_BINARY_DIR}/fonts)
add_custom_command(
  OUTPUT ${GONGKAI_FONTS_DIR}/roles.yaml
  COMMAND ${CMAKE_SOURCE_DIR}/fonts/prepare.sh ${GONGKAI_FONTS_DIR} $<TARGET_FILE:smooth_outlines>
          $<TARGET_FILE:keep_language>
  DEPENDS smooth_outlines keep_language ${CMAKE_SOURCE_DIR}/fonts/prepare.sh ${CMAKE_SOURCE_DIR}/fonts/roles.yaml
  COMMENT "Preparing fonts"
  VERBATIM)
add_custom_target(fonts ALL DEPENDS ${GONGKAI_FONTS_DIR}/roles.yaml)
