#!/usr/bin/env bash
# Installs what is missing of packages.txt: `install-packages.sh build` or `install-packages.sh build test`.
set -euo pipefail
list="$(dirname "$0")/../packages.txt"
wanted=()
for part in "$@"; do
  while read -r name; do wanted+=("$name"); done < <(
    awk -v part="[$part]" '/^# \[/ {on = ($2 == part)} /^[^#]/ && on {print $1}' "$list")
done
missing=()
for name in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
if [ "$(id -u)" -ne 0 ]; then
  echo "缺少软件包：${missing[*]}；请以 root 运行，或先执行 sudo apt-get install ${missing[*]}" >&2
  exit 3
fi
echo "安装缺少的软件包：${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
{ apt-get update -q && apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
  tail -n 30 "$log" >&2
  echo "软件包没有装上，请检查网络和软件源后重试" >&2
  exit 3
}
