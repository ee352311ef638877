#!/bin/sh
# install.sh FOLDER: installs the programs compare.py times gongkai beside. The npm ones go into FOLDER; the Debian ones need root.
set -eu
folder=${1:?usage: install.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$folder"
cp "$here/package.json" "$folder/"
(cd "$folder" && npm install --no-audit --no-fund)

debian="weasyprint libreoffice-writer-nogui python3-openpyxl"
if [ "$(id -u)" = 0 ]; then
  apt-get install -y --no-install-recommends $debian
else
  echo "As root: apt-get install --no-install-recommends $debian"
fi
