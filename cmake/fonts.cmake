# Fonts are prepared once, at build time, into <build>/fonts (fonts/prepare.sh).
set(GONGKAI_FONTS_DIR ${CMAKE_BINARY_DIR}/fonts)
add_custom_command(
  OUTPUT ${GONGKAI_FONTS_DIR}/roles.yaml
  COMMAND ${CMAKE_SOURCE_DIR}/fonts/prepare.sh ${GONGKAI_FONTS_DIR}
  DEPENDS ${CMAKE_SOURCE_DIR}/fonts/prepare.sh ${CMAKE_SOURCE_DIR}/fonts/roles.yaml
  COMMENT "Preparing fonts"
  VERBATIM)
add_custom_target(fonts ALL DEPENDS ${GONGKAI_FONTS_DIR}/roles.yaml)
