# tests/e2e/lib.bash - what the end-to-end scripts share: a folder that goes away, and checks that count.
#
#   source "$(dirname "$0")/lib.bash"    sets $sluice (from the first argument), $root and $work
#   expect_exit 1 "what it shows" COMMAND...   runs it, keeps $work/out and $work/err
#   expect_text out "words" "what it shows"
#   finish                                ends with 1 when a check failed
set -euo pipefail

sluice=$(readlink -f "${1:?usage: $0 SLUICE}")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
export SLUICE_CACHE="$work/cache"  # the rules are read once a script, and nobody's own cache is touched

skip() { echo "skipped: $*"; exit 77; }

fail() {
  failures=$((failures + 1))
  echo "FAILED: $1"
  sed 's/^/    out: /' "$work/out" | head -n 20
  sed 's/^/    err: /' "$work/err" | head -n 20
}

expect_exit() {
  local wanted=$1 what=$2 got=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" || got=$?
  if [[ $got == "$wanted" ]]; then echo "ok: $what"; else fail "$what: exit $got instead of $wanted from: $*"; fi
}

expect_text() {
  if grep -qF -- "$2" "$work/$1"; then echo "ok: $3"; else fail "$3: no '$2' in what it said"; fi
}

expect_no_text() {
  if grep -qF -- "$2" "$work/$1"; then fail "$3: there is '$2' in what it said"; else echo "ok: $3"; fi
}

expect_silence() {
  if [[ -s $work/out || -s $work/err ]]; then fail "$1: it said something"; else echo "ok: $1"; fi
}

expect_file() { if [[ -e $1 ]]; then echo "ok: $2"; else fail "$2: no file $1"; fi; }

expect_no_file() { if [[ -e $1 ]]; then fail "$2: there is a file $1"; else echo "ok: $2"; fi; }

# A Git repository of its own, untouched by the configuration of whoever runs the tests.
new_repository() {
  export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
  export GIT_AUTHOR_NAME=tests GIT_AUTHOR_EMAIL=tests@example.com
  export GIT_COMMITTER_NAME=tests GIT_COMMITTER_EMAIL=tests@example.com
  unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
  git init -q -b main "$1"
}

finish() {
  if [[ $failures -gt 0 ]]; then echo "$failures checks failed"; exit 1; fi
  echo "all checks passed"
}
