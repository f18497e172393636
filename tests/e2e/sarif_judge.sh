#!/bin/sh
# What Sluice writes, judged from outside: OASIS schema, the SARIF SDK's validator with
# GitHub's and Azure DevOps' rules, and what both miss. No error and no warning is accepted.
set -eu
sluice=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
judge=$(dirname "$root")/shared/bench/sarif_check.sh
[ -f "$judge" ] || { echo "skipped: $judge is not there"; exit 77; }
command -v npm >/dev/null || { echo 'skipped: the judge needs npm'; exit 77; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
sample=$root/tests/unit/sarif/data/sample.sarif

rc=0; "$judge" -q "$sample" >"$tmp/judge" 2>&1 || rc=$?
[ "$rc" != 2 ] || { echo 'skipped: the judge could not be set up'; cat "$tmp/judge"; exit 77; }

cp "$sample" "$tmp/canonical.sarif"
for profile in github defectdojo vs; do
  "$sluice" sarif merge --profile $profile "$sample" -o "$tmp/$profile.sarif"
done
"$sluice" sarif diff "$sample" "$tmp/github.sarif" -o "$tmp/diff.sarif"
"$sluice" sarif merge --by-category "$sample" "$sample" -o "$tmp/merged.sarif"
"$judge" -w "$tmp/canonical.sarif" "$tmp/github.sarif" "$tmp/defectdojo.sarif" "$tmp/vs.sarif" "$tmp/diff.sarif" "$tmp/merged.sarif"

SYSTEM_COLLECTIONURI=https://dev.azure.com/org/ SYSTEM_TEAMPROJECT=app SYSTEM_DEFINITIONID=12 BUILD_DEFINITIONNAME=CI \
SYSTEM_PHASEID=3f2504e0-4f89-41d3-9a0c-0305e82c3301 SYSTEM_PHASENAME=Build BUILD_SOURCEBRANCH=refs/heads/main BUILD_BUILDID=567 \
  "$sluice" sarif merge --profile ghazdo "$sample" -o "$tmp/ghazdo.sarif"
"$judge" -w -k 'Sarif;GHAzDO' "$tmp/ghazdo.sarif"
