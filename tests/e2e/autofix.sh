#!/usr/bin/env bash
# Fixes on real files: what is applied, what is refused, and that a second run changes nothing.
source "$(dirname "$0")/lib.bash"

cd "$work"
git init -q src && cd src
cat >../rules.yaml <<'RULES'
rules:
  - { id: weak, languages: [python], severity: ERROR, message: weak, pattern: weak($X), fix: strong($X) }
  - { id: old, languages: [python], severity: ERROR, message: old, pattern: old($X), fix: weak($X) }
  - { id: breaks, languages: [python], severity: ERROR, message: breaks, pattern: broken($X), fix: "fixed($X" }
  - { id: grows, languages: [python], severity: ERROR, message: grows, pattern: grow($X), fix: safe(grow($X)) }
  - { id: ping, languages: [python], severity: ERROR, message: ping, pattern: ping($X), fix: pong($X) }
  - { id: pong, languages: [python], severity: ERROR, message: pong, pattern: pong($X), fix: ping($X) }
  - { id: lines, languages: [python], severity: ERROR, message: lines, pattern: two($X), fix: "one($X)\none($X)" }
  - { id: word, languages: [generic], severity: ERROR, message: word, pattern: debug = on, fix: debug = off }
RULES
fixes() { "$sluice" scan . --config ../rules.yaml --fail-on never --autofix "$@"; }

printf 'a = weak(weak(x)) + weak(y)\nb = old(z)\nc = weak(q)  # nosluice: weak -- on purpose\n' >plain.py
chmod 755 plain.py
printf '\xef\xbb\xbfdef f():\r\n    two(1)\r\n    weak(2)\r\n' >windows.py
printf 'x = broken(1)\ny = weak(2)\nz = grow(3)\n' >refused.py
printf 'ping(1)\n' >circle.py
printf 'debug=on\n' >settings.ini
printf 'weak(\xe9)\n' >latin.py
cp -r . ../before

expect_exit 1 'a dry run finds something to do' fixes --dry-run
expect_text out '+a = strong(strong(x)) + strong(y)' 'the change is shown'
expect_text out '-a = weak(weak(x)) + weak(y)' 'and what it replaces'
expect_no_text out '+c = ' 'a suppressed finding is not fixed'
cp "$work/out" ../change.diff
expect_exit 0 'a dry run writes nothing' diff -r ../before .
expect_exit 0 'the diff can be applied' git apply --check --whitespace=nowarn ../change.diff

expect_exit 0 'fixes are applied' fixes
expect_text err 'not fixed: refused.py:1: it would break the syntax of the file [breaks]' 'a fix that breaks the syntax is told'
expect_text err 'not fixed: refused.py:3: the rule finds as much in the fixed code' 'a fix that never ends is told'
expect_text err 'not fixed: circle.py: its fixes come to no end' 'rules that undo each other are told'
expect_text out 'circle.py:1:1' 'what is left is reported'
expect_exit 0 'overlapping fixes take their turn' cmp plain.py - < <(printf 'a = strong(strong(x)) + strong(y)\nb = strong(z)\nc = weak(q)  # nosluice: weak -- on purpose\n')
expect_exit 0 'mark, line ends and indentation are kept' cmp windows.py - < <(printf '\xef\xbb\xbfdef f():\r\n    one(1)\r\n    one(1)\r\n    strong(2)\r\n')
expect_exit 0 'what is refused stays, the rest is fixed' cmp refused.py - < <(printf 'x = broken(1)\ny = strong(2)\nz = grow(3)\n')
expect_exit 0 'a circle is not entered' cmp circle.py ../before/circle.py
expect_exit 0 'text without a grammar is fixed' cmp settings.ini - < <(printf 'debug = off\n')
expect_exit 0 'the encoding is kept' cmp latin.py - < <(printf 'strong(\xe9)\n')
expect_exit 0 'the mode is kept' test -x plain.py
expect_exit 0 'the diff can be applied to a copy' bash -c 'cd ../before && patch -sp1 --binary <../change.diff && rm -f *.orig'
expect_exit 0 'and is what was done' diff -r ../before .

cp -r . ../after
expect_exit 0 'a second run' fixes
expect_text err '0 fixes in 0 files' 'finds nothing to fix'
expect_exit 0 'and changes nothing' diff -r ../after .
rm circle.py refused.py
expect_exit 0 'a dry run with nothing to do' fixes --dry-run
expect_exit 2 'not with what is staged' fixes --staged
expect_exit 2 'a dry run of nothing' "$sluice" scan . --config ../rules.yaml --dry-run
finish
