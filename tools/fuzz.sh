#!/usr/bin/env bash
# Runs every fuzz target for a while, one after the other; a finding is left in out/fuzz and fails the run.
#   tools/fuzz.sh [seconds] [target…]     60 seconds each, all targets
#   tools/fuzz.sh merge [target…]         puts what the last runs learnt into tests/fuzz/corpus, as few small files as reach it
# GONGKAI_FUZZ_BUILT=1 takes the programs of build/fuzz as they are.
# Needs clang-16 and libclang-rt-16-dev. A finding becomes a file tests/fuzz/corpus/<target>/regression-<what>, which every
# ctest replays, and a unit test beside the code it was found in.
set -euo pipefail
cd "$(dirname "$0")/.."

all_targets=(yaml_document ledger amount number_format expression prose table_template pagination line_composer table_layout)
seconds=60
merge=no
if [[ "${1:-}" == merge ]]; then
  merge=yes
  shift
elif [[ "${1:-}" =~ ^[0-9]+$ ]]; then
  seconds=$1
  shift
fi
targets=("${@:-${all_targets[@]}}")
[[ $# -eq 0 ]] && targets=("${all_targets[@]}")

[[ -n "${GONGKAI_FUZZ_BUILT:-}" ]] || cmake --preset fuzz >/dev/null
[[ -n "${GONGKAI_FUZZ_BUILT:-}" ]] || cmake --build --preset fuzz >/dev/null

failed=()
for target in "${targets[@]}"; do
  kept=tests/fuzz/corpus/$target
  learnt=out/fuzz/$target
  mkdir -p "$kept" "$learnt"
  options=(-max_len=1024 -timeout=10 -rss_limit_mb=3000 -dict=tests/fuzz/words.dict)
  if [[ $merge == yes ]]; then
    smaller=$(mktemp -d)
    build/fuzz/fuzz_"$target" -merge=1 "${options[@]}" "$smaller" "$kept" "$learnt" 2>/dev/null
    find "$kept" -type f ! -name 'regression-*' -delete
    # The smallest reach the most for their size; a corpus in the project stays small.
    find "$smaller" -type f -printf '%s %p\n' | sort -n | head -n 60 | cut -d' ' -f2- | xargs -r -I{} cp {} "$kept"/
    rm -rf "$smaller"
    echo "$target: $(find "$kept" -type f | wc -l) inputs kept"
    continue
  fi
  log=out/fuzz/$target.log
  if build/fuzz/fuzz_"$target" -max_total_time="$seconds" "${options[@]}" -artifact_prefix=out/fuzz/"$target"- \
    "$learnt" "$kept" >"$log" 2>&1; then
    echo "$target: $(grep -oE 'Done [0-9]+ runs in [0-9]+ second' "$log")s, no finding"
  else
    echo "$target: FINDING, see $log"
    failed+=("$target")
  fi
done
[[ ${#failed[@]} -eq 0 ]]
