#!/usr/bin/env bash
# ci/fuzz.sh [SECONDS [FUZZER...]] - builds the fuzzers of tests/fuzz and runs each for SECONDS (60).
#
# Needs clang 19 or later with its runtime (packages clang-22 and libclang-rt-22-dev). Begins with the seeds and
# with tests/fuzz/corpus/; what is found new stays in build/fuzz/corpus/. A crash ends the script, names the file
# with the input and says how to run it alone; made small (`-minimize_crash=1`) it belongs in tests/fuzz/corpus/.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || { echo "usage: ci/fuzz.sh [SECONDS [FUZZER...]]" >&2; exit 2; }
shift || true

clang=
for version in 22 21 20 19; do
  if command -v "clang++-$version" >/dev/null; then clang=$version; break; fi
done
[[ -n $clang ]] || { echo "fuzz: needs clang++ 19 or later: apt-get install clang-22 libclang-rt-22-dev" >&2; exit 2; }

cd "$root"
CC=clang-$clang CXX=clang++-$clang cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
mapfile -t fuzzers < <(sed -n 's/^SLUICE_FUZZER(\([a-z_]*\),.*/\1/p' tests/fuzz/fuzzers.def)
if [[ $# -gt 0 ]]; then fuzzers=("$@"); fi
for fuzzer in "${fuzzers[@]}"; do
  corpus=build/fuzz/corpus/$fuzzer found=build/fuzz/crashes/$fuzzer-
  mkdir -p "$corpus" build/fuzz/crashes
  build/fuzz/fuzz_replay --write-seeds "$fuzzer" "$corpus/seeds"
  echo "fuzz: $fuzzer for $seconds s"
  committed=()
  if [[ -d tests/fuzz/corpus/$fuzzer ]]; then committed=("tests/fuzz/corpus/$fuzzer"); fi
  if ! "build/fuzz/${fuzzer}_fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=4096 -print_final_stats=0 \
      -verbosity=0 -artifact_prefix="$found" "$corpus" "$corpus/seeds" "${committed[@]}"; then
    echo "fuzz: $fuzzer met a crash; run it alone: build/fuzz/${fuzzer}_fuzzer $found..." >&2
    exit 1
  fi
done
