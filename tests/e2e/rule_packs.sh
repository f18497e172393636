#!/bin/sh
# The rule packs are well-formed and find what the code beside them marks, nothing else.
set -eu
sluice=$1
"$sluice" rules validate rules
report=$("$sluice" rules test rules)
echo "$report"
# Zero rules would pass as well: the packs have at least 60.
rules=$(echo "$report" | sed -n 's/^\([0-9][0-9]*\) rules, .*/\1/p')
[ "${rules:-0}" -ge 60 ]
