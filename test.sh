#!/usr/bin/env bash
# Installs what is missing, builds and runs every test; ends with ctest's own summary.
set -euo pipefail
cd "$(dirname "$0")"
./tools/install-packages.sh build test
cmake --preset release -DGONGKAI_TESTS=ON >/dev/null
cmake --build --preset release
ctest --preset release -j2
