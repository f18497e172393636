#!/bin/sh
# sluice sarif: exit codes, outputs, and that nothing is left half-written.
set -eu
sluice=$1
data=$(dirname "$0")/../unit/sarif/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# expect CODE NAME COMMAND...: the command's exit code, with its output in $tmp/out and $tmp/err.
expect() {
  code=$1 name=$2; shift 2
  rc=0; "$@" >"$tmp/out" 2>"$tmp/err" || rc=$?
  [ "$rc" = "$code" ] && return
  echo "FAIL $name: exit $rc, expected $code"; cat "$tmp/out" "$tmp/err"; exit 1
}
holds() { grep -qF -- "$2" "$1" || { echo "FAIL: '$2' is not in $1:"; cat "$1"; exit 1; }; }

cp "$data/sample.sarif" "$tmp/a.sarif"
sed 's/"level": "error"/"level": "fatal"/' "$tmp/a.sarif" >"$tmp/bad.sarif"
printf '{"version": "2.1.0",\n "runs": [}' >"$tmp/broken.sarif"

expect 0 'validate a clean log' "$sluice" sarif validate "$tmp/a.sarif"
expect 1 'validate strictly' "$sluice" sarif validate --strict "$tmp/a.sarif"
holds "$tmp/out" '[github-suppressed-result] /runs/0/results/1'
expect 0 'validate by the standard' "$sluice" sarif validate --strict --scope standard "$tmp/a.sarif"
expect 1 'validate a wrong word' "$sluice" sarif validate "$tmp/bad.sarif"
holds "$tmp/out" '`"fatal"` is not one of none, note, warning, error [schema-enum]'
expect 2 'validate what is not JSON' "$sluice" sarif validate "$tmp/bad.sarif" "$tmp/broken.sarif" "$tmp/missing.sarif"
holds "$tmp/err" "broken.sarif:2:11: found \`}\`; expected a value"
holds "$tmp/err" 'missing.sarif'
holds "$tmp/out" 'schema-enum'
expect 2 'validate nothing' "$sluice" sarif validate

expect 0 merge "$sluice" sarif merge "$tmp/a.sarif" "$tmp/a.sarif" -o "$tmp/merged.sarif"
holds "$tmp/err" '3 equal results left out'
expect 0 'merge by category' "$sluice" sarif merge --by-category "$tmp/a.sarif" "$tmp/a.sarif" -o "$tmp/merged.sarif"
expect 0 'the merged log is clean' "$sluice" sarif validate "$tmp/merged.sarif"
expect 2 'merge with a broken log' "$sluice" sarif merge "$tmp/a.sarif" "$tmp/broken.sarif" -o "$tmp/none.sarif"
[ ! -e "$tmp/none.sarif" ] || { echo 'FAIL: an output was written from a broken input'; exit 1; }
expect 2 'unknown profile' "$sluice" sarif merge --profile gitlab "$tmp/a.sarif"
expect 2 'ghazdo outside of a pipeline' env -u BUILD_BUILDID "$sluice" sarif merge --profile ghazdo "$tmp/a.sarif"
holds "$tmp/err" 'BUILD_BUILDID'
expect 0 'merge for GitHub' "$sluice" sarif merge --profile github "$tmp/a.sarif"
holds "$tmp/err" 'left out for github: 1 suppressed results'

expect 0 'diff without news' "$sluice" sarif diff "$tmp/a.sarif" "$tmp/a.sarif"
holds "$tmp/err" '0 new, 3 unchanged, 0 updated, 0 absent'
sed 's/"results": \[/"results": [{"ruleId": "banner", "ruleIndex": 0, "message": {"text": "More."}, "suppressions": []},/' \
  "$tmp/a.sarif" >"$tmp/b.sarif"
expect 1 'diff with news' "$sluice" sarif diff "$tmp/a.sarif" "$tmp/b.sarif" -o "$tmp/diff.sarif"
holds "$tmp/err" '1 new, 3 unchanged'
holds "$tmp/diff.sarif" '"baselineState": "new"'
expect 2 'diff with a missing baseline' "$sluice" sarif diff "$tmp/missing.sarif" "$tmp/a.sarif"

expect 0 stats "$sluice" sarif stats "$tmp/a.sarif"
holds "$tmp/out" '3 results (1 suppressed) in 1 runs'
expect 0 'stats as JSON' "$sluice" sarif stats --format json "$tmp/a.sarif"
holds "$tmp/out" '"c-sql-injection": {'

# The same input gives the same bytes.
"$sluice" sarif merge "$tmp/a.sarif" >"$tmp/once" 2>/dev/null
cmp "$tmp/once" "$tmp/a.sarif" || { echo 'FAIL: reading and writing changed the log'; exit 1; }
echo ok
