#!/bin/sh
# `sluice why`: what it says and its exit codes, from any folder and for names with control characters;
# and a scan gives the same bytes however its files are named.
set -eu
sluice=$1
tree=$(mktemp -d)
logs=$(mktemp -d)
trap 'rm -rf "$tree" "$logs"' EXIT
mkdir -p "$tree/src" "$tree/node_modules/m"
printf '*.log\n' > "$tree/.gitignore"
printf 'import os\nos.system(x)\n' > "$tree/src/a.py"
printf 'os.system(y)\n' > "$tree/src/b.py"
printf 'os.system(z)\n' > "$tree/node_modules/m/c.py"
printf 'x\n' > "$tree/src/x.log"
printf 'x\n' > "$tree/src/$(printf 'a\033[31m\nb.txt')"

fail() {
  echo "why.sh: $1" >&2
  exit 1
}

# expect CODE TEXT ARGUMENT: the exit code, and a line of the output (both streams).
expect() {
  code=0
  output=$("$sluice" why "$3" 2>&1) || code=$?
  [ "$code" = "$1" ] || fail "why $3: exit $code, expected $1: $output"
  printf '%s\n' "$output" | grep -Fqx -- "$2" || fail "why $3: no line \`$2\` in: $output"
}

cd /
expect 0 'src/a.py: scanned' "$tree/src/a.py"
expect 0 '  language: Python (extension .py)' "$tree/src/a.py"
expect 1 'src/x.log: not scanned, ignored: .gitignore:1 `*.log`' "$tree/src/x.log"
expect 1 'node_modules/: not scanned, ignored: left-out `node_modules`: packages installed by npm' "$tree/node_modules"
expect 2 "$tree/absent: cannot be scanned: No such file or directory" "$tree/absent"
cd "$tree/src"
expect 1 'src/x.log: not scanned, ignored: .gitignore:1 `*.log`' x.log
expect 0 'src/a\x1b[31m\nb.txt: scanned' "$(printf 'a\033[31m\nb.txt')"

scan() {
  "$sluice" scan -e 'os.system($X)' -l python --reproducible --format sarif --fail-on never "$@"
}
cd "$tree"
scan . > "$logs/1.sarif"
scan "$tree" > "$logs/2.sarif"
(cd src && scan ..) > "$logs/3.sarif"
cmp "$logs/1.sarif" "$logs/2.sarif"
cmp "$logs/1.sarif" "$logs/3.sarif"
grep -q '"src/a.py"' "$logs/1.sarif" || fail 'the scan found nothing'
if grep -q 'node_modules/m/c.py' "$logs/1.sarif"; then fail 'a file of node_modules is in the log'; fi
