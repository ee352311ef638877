# Third-party libraries, all from Debian (packages.txt).
find_package(PkgConfig REQUIRED)
find_library(YAML_LIBRARY libyaml.a REQUIRED)  # the archives: a shared library takes time at each start
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(HB_SUBSET REQUIRED IMPORTED_TARGET harfbuzz-subset harfbuzz)
find_library(DEFLATE_LIBRARY libdeflate.a REQUIRED)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)  # SHA-256
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-png cairo-ft freetype2)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_library(MIMALLOC_LIBRARY mimalloc REQUIRED)  # the program's malloc: a unit is 150,000 small pieces
