#!/usr/bin/env bash
# 用法：fonts/prepare.sh <输出目录> [smooth_outlines 程序 [keep_language 程序]]
# Gathers the free fonts of roles.yaml and writes light copies (no hints, no subroutines, the characters official
# documents need) with roles.yaml beside them. Cairo copies a font's whole outline table before it embeds a few
# glyphs of it, so lighter files mean quicker and smaller PDFs.
# Fandol draws its strokes with twice the curves they need; with the first program its copies are half the size.
# Noto holds the Japanese, Korean and traditional forms of its characters too; without them, with the second program, its
# copies are three fifths of the size.
# Fandol is packed with TeX only: its archive is fetched and opened, nothing of it is installed.
set -euo pipefail

case $# in
  1 | 2 | 3) ;;
  *)
    echo "用法：$0 <输出目录> [smooth_outlines 程序 [keep_language 程序]]" >&2
    exit 2
    ;;
esac
smooth=${2:-}
languages=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
cache=${XDG_CACHE_HOME:-${HOME:-$out}/.cache}/gongkai/fonts
fandol_inside=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
noto=/usr/share/fonts/opentype/noto
work=$(mktemp -d)
download=
trap 'rm -rf "$work" ${download:+"$download"}' EXIT

# Basic Latin to Latin Extended-B, Greek, Cyrillic, Pinyin; punctuation to arrows, operators, enclosed, box drawing,
# geometric shapes, dingbats; radicals to compatibility ideographs with Extension A; forms; planes 2 and 3, where
# some of the 8,105 standard characters (通用规范汉字) lie.
ranges=20-7E,A0-24F,2B0-2FF,370-3FF,400-45F,1E00-1EFF,2000-206F,2070-20CF,2100-218F,2190-23FF,2460-27BF,2B00-2BFF
ranges=$ranges,2E80-2EFF,2F00-2FDF,3000-30FF,3100-312F,31A0-33FF,3400-4DBF,4E00-9FFF,F900-FAFF,FE10-FE1F,FE30-FE4F
ranges=$ranges,FF00-FFEF,20000-2EBEF,2F800-2FA1F,30000-3134F

die() { echo "字体：$*" >&2; exit 1; }

fetch_fandol() {
  if [ -d "/$fandol_inside" ]; then
    fandol=/$fandol_inside
    return
  fi
  mkdir -p "$cache"
  local deb
  deb=$(find "$cache" -maxdepth 1 -name 'texlive-lang-chinese_*.deb' | sort | tail -n 1)
  if [ -z "$deb" ] || ! dpkg-deb --info "$deb" >/dev/null 2>&1; then
    echo "字体：下载 Fandol（Debian 的 texlive-lang-chinese，49 MB，只取字体，不安装 TeX）"
    download=$(mktemp -d "$cache/download.XXXXXX")
    (cd "$download" && apt-get -q=2 -o APT::Sandbox::User=root download texlive-lang-chinese) ||
      die "下载不了 texlive-lang-chinese；先运行 apt-get update，或把这个 .deb 放进 $cache"
    # Moved inside one file system, so in one step: no other build sees half an archive.
    mv "$download"/*.deb "$cache/"
    deb=$(find "$cache" -maxdepth 1 -name 'texlive-lang-chinese_*.deb' | sort | tail -n 1)
  fi
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work" "./$fandol_inside" || die "打不开 $deb；删掉它再试"
  fandol=$work/$fandol_inside
}

# cut <source> <index in a collection> <result>: what lines that run downwards need is left out.
cut() {
  hb-subset --font-file="$1" --face-index="$2" --unicodes="$ranges" --no-hinting --desubroutinize \
    --layout-features+=hwid,fwid --layout-features-=vert,vrt2,vkrn,vpal --drop-tables+=vhea,vmtx,VORG \
    --name-IDs='*' --output-file="$3" || die "做不出 $3"
}

# light <source> <index in a collection> <name of the copy>
light() {
  [ -f "$1" ] || die "缺 $1；安装 packages.txt 里的软件包"
  cut "$1" "$2" "$work/$3"
  if [ -n "$languages" ]; then
    "$languages" "$work/$3" "$work/chinese-$3" ZHS || die "做不出 $3"
    # Again, to leave out the glyphs of the other languages.
    cut "$work/chinese-$3" 0 "$work/$3"
  fi
  mv "$work/$3" "$out/$3"
}

# smoothed <name of the copy>: within 2 of 1,000 units, that is 0.03 points at the body's 16 points, which no printer shows.
smoothed() {
  [ -n "$smooth" ] || return 0
  "$smooth" "$out/$1" "$work/$1" 2 || die "做不出 $1"
  # Again, to leave out the bytes of the old outlines.
  hb-subset --font-file="$work/$1" --glyphs='*' --unicodes='*' --layout-features='*' --name-IDs='*' \
    --output-file="$out/$1" || die "做不出 $1"
}

command -v hb-subset >/dev/null || die "缺 hb-subset；安装 libharfbuzz-bin"
fetch_fandol
light "$fandol/FandolFang-Regular.otf" 0 FandolFang-Regular.otf
smoothed FandolFang-Regular.otf
light "$fandol/FandolKai-Regular.otf" 0 FandolKai-Regular.otf
smoothed FandolKai-Regular.otf
# The third face of Noto's collections is the simplified Chinese one; the program checks the family's name.
light "$noto/NotoSerifCJK-Regular.ttc" 2 NotoSerifCJKsc-Regular.otf
light "$noto/NotoSerifCJK-SemiBold.ttc" 2 NotoSerifCJKsc-SemiBold.otf
light "$noto/NotoSansCJK-Medium.ttc" 2 NotoSansCJKsc-Medium.otf
light /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf 0 DejaVuSans.ttf
cp "$here/roles.yaml" "$out/roles.yaml"
echo "字体：$out"
