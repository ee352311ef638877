#!/usr/bin/env bash
# From a clean clone to published samples: installs what is missing, builds, makes every sample unit under data/.
set -euo pipefail
cd "$(dirname "$0")"
./tools/install-packages.sh build
echo "编译（第一次约需几分钟）……"
cmake --preset release -DGONGKAI_TESTS=OFF >/dev/null
cmake --build --preset release >build/release/build.log 2>&1 || { tail -n 40 build/release/build.log; exit 1; }
start=$(date +%s%N)
units=()
for unit in data/*/unit.yaml; do units+=("$(dirname "$unit")"); done
./build/release/gongkai build "${units[@]}" -o out
echo
echo "全部生成用时 $(( ($(date +%s%N) - start) / 1000000 )) 毫秒。文件在："
find out -type f \( -name '*.pdf' -o -name '*.xlsx' \) | sort | sed 's/^/  /'
echo "打开：xdg-open <上面的 PDF>（或复制到自己的电脑上用 PDF 阅读器、Excel/WPS 打开）"
