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
expect_exit 2 'no annotated code' "$sluice" rules test rules

expect_exit 0 'the catalogue' "$sluice" rules docs rules --output catalogue.md
expect_exit 0 'has the rules' grep -F '| [`no-run`](#no-run) | ERROR | CWE\-78 | A03:2021 | yes |' catalogue.md
expect_exit 0 'has their fixes' grep -Fx 'safe($X)' catalogue.md
expect_exit 0 'the built-in rules have one' "$sluice" rules docs
expect_text out '## Python' 'by language'
expect_exit 2 'not of what is not there' "$sluice" rules docs nowhere.yaml
finish
