#!/usr/bin/env bash
# What a rule author works with: the test report and the catalogue.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir rules
cat >rules/calls.yaml <<'RULES'
rules:
  - id: no-run
    languages: [python]
    severity: ERROR
    message: "`$X` is run"
    paths: { include: [nowhere/*] }
    pattern: run($X)
    fix: safe($X)
    metadata:
      cwe: ["CWE-78: OS Command Injection"]
      owasp: ["A03:2021 - Injection"]
      references: [https://example.com/run]
  - { id: no-eval, languages: [python], severity: WARNING, message: eval, pattern: eval(...) }
RULES
printf '# ruleid: no-run\nrun(a)\n# ok: no-run\nwalk(a)\n' >rules/calls.py
printf '# todook: no-run\nrun(b)\n# ruleid: deepok: no-run\nrun(c)\n# deepruleid: no-run\nwalk(c)\n' >rules/calls.second.py
printf '# ruleid: no-run\nsafe(a)\n# ok: no-run\nwalk(a)\n' >rules/calls.fixed.py

expect_exit 0 'tests pass, whatever `paths` says' "$sluice" rules test rules
expect_exit 0 "in the folder of the rules, too" bash -c "cd rules && \"$sluice\" rules test *.yaml"
expect_text out 'untested: no-eval' 'a rule without a mark is told'
expect_text out '2 rules, 2 files, 2 expected findings; 0 known misses, 1 known false alarms; 1 untested rules; 0 failures' 'all is counted'

printf '# ruleid: no-run, no-eval\nrun(a)\nrun(d)\n# todoruleid: no-run\nrun(e)\n' >rules/calls.second.py
printf '# ruleid: no-run\nsafe(b)\n# ok: no-run\nwalk(a)\n' >rules/calls.fixed.py
expect_exit 1 'failures' "$sluice" rules test rules
expect_text out 'calls.second.py:2: expected, but not reported [no-eval]' 'a miss'
expect_text out '2 | run(a)' 'with its code'
expect_text out 'calls.second.py:3: reported, but no mark expects it [no-run]' 'a false alarm'
expect_text out 'make it `ruleid`' 'a miss that is none any more'
expect_text out 'calls.fixed.py:2: the fixes make something else' 'a fix that does not do what it should'
expect_text out '-safe(b)' 'as a diff'
expect_text out '+safe(a)' 'of both'
expect_text out 'why: sluice scan --config rules/calls.yaml --explain' 'and how to find out more'

printf 'rules:\n  - { id: a, languages: [python], severity: ERROR, message: m, pattern: f(( }\n' >rules/bad.yaml
printf 'rules:\n  - { id: b, languages: [nothing], severity: ERROR, message: m, pattern: f() }\n' >rules/worse.yaml
printf 'f()\n' >rules/bad.py
expect_exit 2 'mistakes of all files' "$sluice" rules test rules
expect_text err 'bad.yaml:2' 'the first'
expect_text err 'worse.yaml:2' 'and the second'
rm -f rules/bad.* rules/worse.yaml rules/*.py
printf 'walk(a)\n' >rules/calls.py
expect_exit 2 'code without a mark tests nothing' "$sluice" rules test rules
expect_text err 'marks none of them' 'and that is told'
rm rules/calls.py
expect_exit 2 'no annotated code' "$sluice" rules test rules

# The page of a rule.
printf '# ruleid: no-run\nrun(a)\n# ok: no-run\nwalk(a)\n' >rules/calls.py
expect_exit 0 'a page' "$sluice" rules explain no-run --config rules
expect_text out '    run(a)' 'with problematic code'
expect_text out '    walk(a)' 'with correct code'
expect_text out 'A shell gives meaning to' 'with a rationale, that of its weakness'
expect_text out '`--autofix` applies it' 'with its fix'
expect_text out '- https://example.com/run' 'with references'
expect_exit 0 'a built-in rule has a page' "$sluice" rules explain python-command-injection
expect_text out 'shell=True' 'with the code that tests it'
expect_no_text out 'No marked code' 'and all parts'
expect_exit 2 'no page of what is not there' "$sluice" rules explain no-rum --config rules
expect_text err 'did you mean `no-run`?' 'with a hint'

# A folder's name is no part of an id, and suppressions may have one before it.
mkdir -p deep/down/here
cp rules/calls.yaml deep/down/here/more.yaml
sed -i '/paths:/d' deep/down/here/more.yaml
printf 'run(a)\nrun(b)  # nosemgrep: deep.down.here.no-run\nrun(c)  # nosluice: no-run\nrun(d)  # nosemgrep: here.no-walk\n' >deep/code.py
expect_exit 1 'rules of a folder in folders' "$sluice" scan --config deep deep/code.py --format sarif --output deep.sarif
expect_exit 0 'ids are as written' grep -F '"ruleId":"no-run"' deep.sarif
expect_exit 1 'and nothing stands before them' grep -E '"ruleId":"[^"]*[./]no-run"' deep.sarif
expect_exit 1 'the same as text' "$sluice" scan --config deep deep/code.py
expect_text out 'code.py:1:1' 'what is not suppressed'
expect_text out 'code.py:4:1' 'nor what is suppressed for another rule'
expect_no_text out 'code.py:2:1' 'a dotted prefix does not matter'
expect_no_text out 'code.py:3:1' 'the id alone is enough'

# How safe a fix is.
fix_rule() { printf 'rules:\n  - { id: swap, languages: [python], severity: ERROR, message: m, pattern: old($X), fix: new($X), metadata: { %s } }\n' "$1" >fix.yaml; }
fix_rule 'fix-safety: unsafe'
expect_exit 2 'an unsafe fix without a reason' "$sluice" rules validate fix.yaml
expect_text err 'fix.yaml:2:' 'has its place'
expect_text err 'needs a `fix-safety-reason`' 'and is told'
fix_rule 'fix-safety: maybe'
expect_exit 2 'a word that nobody knows' "$sluice" rules validate fix.yaml
fix_rule 'fix-safety: unsafe, fix-safety-reason: "new() returns later"'
expect_exit 0 'an unsafe fix with a reason' "$sluice" rules validate fix.yaml
mkdir fixes
printf 'old(1)\nold(2)\n' >fixes/code.py
expect_exit 1 'safe fixes only' "$sluice" scan --config fix.yaml fixes --autofix
expect_text err '2 unsafe fixes held back' 'the others are counted'
expect_text err 'unsafe fix: 2 held back: new() returns later [swap]' 'and their reason is told'
expect_exit 0 'the file is as it was' grep -Fx 'old(2)' fixes/code.py
expect_exit 0 'nothing to show either' "$sluice" scan --config fix.yaml fixes --autofix --dry-run
expect_exit 0 'all of them, asked for' "$sluice" scan --config fix.yaml fixes --autofix=unsafe
expect_text err 'unsafe fix: 2 applied: new() returns later [swap]' 'with the reason again'
expect_exit 0 'are applied' grep -Fx 'new(2)' fixes/code.py
expect_exit 0 'the page says it' "$sluice" rules explain swap --config fix.yaml
expect_text out 'new() returns later' 'with the reason'
expect_exit 2 'no other word' "$sluice" scan --config fix.yaml fixes --autofix=all

expect_exit 0 'the catalogue' "$sluice" rules docs rules --output catalogue.md
expect_exit 0 'has the rules' grep -F '| [`no-run`](#no-run) | ERROR | CWE\-78 | A03:2021 | yes |' catalogue.md
expect_exit 0 'has their fixes' grep -Fx 'safe($X)' catalogue.md
expect_exit 0 'the built-in rules have one' "$sluice" rules docs
expect_text out '## Python' 'by language'
expect_exit 2 'not of what is not there' "$sluice" rules docs nowhere.yaml
finish
