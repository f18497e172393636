#!/usr/bin/env bash
# What is kept between runs changes how long a run takes, and nothing else.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir tree
printf 'import os\nos.system(input())\n' >tree/a.py
printf 'eval(location.hash)\n' >tree/b.js
export SLUICE_CACHE="$work/cache"

scan() { "$sluice" scan tree --format sarif --reproducible --fail-on never --output "$1"; }
expect_exit 0 "without a cache" env SLUICE_CACHE=off "$sluice" scan tree --format sarif --reproducible --fail-on never --output off.sarif
[[ ! -e cache ]] || fail "SLUICE_CACHE=off made a folder"
expect_exit 0 "the first run fills it" scan cold.sarif
[[ $(find cache -type f | wc -l) -ge 2 ]] || fail "the first run kept nothing"
expect_exit 0 "the second run uses it" scan warm.sarif
cmp off.sarif cold.sarif || fail "cold and without a cache differ"
cmp off.sarif warm.sarif || fail "warm and without a cache differ"
grep -q '"ruleId"' off.sarif || fail "nothing was found at all"

find cache -type f -exec sh -c 'printf damaged >"$1"' _ {} \;
expect_exit 0 "damaged entries are none" scan damaged.sarif
cmp off.sarif damaged.sarif || fail "damaged entries were believed"

touch file
expect_exit 0 "a cache that cannot be written is no failure" env SLUICE_CACHE="$work/file/x" "$sluice" scan tree --format sarif --reproducible --fail-on never --output unwritable.sarif
cmp off.sarif unwritable.sarif || fail "without a writable cache the result differs"

# A rule that changes is read anew.
mkdir rules
for i in $(seq 1 400); do
  printf 'rules:\n  - id: rule-%s\n    languages: [python]\n    severity: ERROR\n    message: A message of some length, so that all of the rules together are worth keeping.\n    pattern: os.nothing%s(...)\n' "$i" "$i" >"rules/$i.yaml"
done
expect_exit 0 "none of them matches" "$sluice" scan tree --config rules
sed -i 's/os.nothing7(/os.system(/' rules/7.yaml
expect_exit 1 "the changed one does" "$sluice" scan tree --config rules
expect_text out "rule-7" "it is named"
finish
