#!/usr/bin/env bash
# tests/bench/startup.sh [SLUICE] - how long the program takes to start and to answer a commit; prints, never fails.
set -euo pipefail

sluice=$(readlink -f "${1:-build/release/sluice}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the median and the worst of 21 runs in milliseconds.
measure() {
  local what=$1 started ended times=()
  shift
  for _ in $(seq 21); do
    started=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    ended=$(date +%s%N)
    times+=($(((ended - started) / 10000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v what="$what" '
    { value[NR] = $1 / 100 }
    END { printf "%-44s median %7.2f ms   worst %7.2f ms\n", what, value[int((NR + 1) / 2)], value[NR] }'
}

measure "an empty program (/bin/true)" /bin/true
measure "sluice --version" "$sluice" --version

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git init -q "$work/tree"
cd "$work/tree"
for i in $(seq 50); do printf 'def probe_%s(name):\n    return [name] * %s\n' "$i" "$i" >"module_$i.py"; done
git add -A
measure "sluice scan --staged, 50 small Python files" "$sluice" scan --staged
printf 'int main() { return 0; }\n' >main.c
git add main.c
measure "the same and one C file" "$sluice" scan --staged
printf 'program: %s bytes\n' "$(stat -c %s "$sluice")"
