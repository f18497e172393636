#!/usr/bin/env bash
# `scan --explain RULE`: what each operator kept and dropped, with the clause and the reason.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir src
cat >src/rules.yml <<'RULES'
rules:
  - id: pack.no-run
    languages: [python]
    severity: ERROR
    message: m
    paths: { include: [lib/*] }
    patterns:
      - pattern: run($X)
      - pattern-inside: |
          def $F(...):
            ...
      - pattern-not: run("...")
      - metavariable-regex: { metavariable: $X, regex: a.* }
      - focus-metavariable: $X
  - { id: twice, languages: [python], severity: ERROR, message: m, patterns: [pattern-inside: "with $X: ...", pattern: run($X)] }
  - { id: silent, languages: [python], severity: ERROR, message: m, patterns: [pattern: absent(...), pattern-not: absent(1)] }
  - { id: words, languages: [generic], severity: ERROR, message: m, pattern: run ... }
  - { id: wrong, languages: [python], severity: ERROR, message: m, pattern: "run((" }
RULES
printf 'run(out)\ndef f():\n    run("\e[31m")\n    run(abc)\n    run(other)\nwith this:\n    run(that)\n' >src/app.py
explain() { "$sluice" scan --config src/rules.yml --explain "$@" src/app.py; }

expect_exit 0 'a rule by the end of its id' explain no-run
expect_text out 'rule `pack.no-run` on src/app.py: 1 finding' 'the result'
expect_text out 'its `paths` leave the file out' 'what keeps a scan from running it'
expect_text out '    pattern `run($X)`: 5 ranges' 'what a pattern matches'
expect_text out '+ 4:5-4:13  $X = `abc`' 'with places and bindings'
expect_text out '→ pattern-inside: 3 kept' 'what a clause leaves'
expect_text out '- 1:1-1:9  $X = `out`: no range of this clause lies around it or within it' 'what it drops, and why'
expect_text out ': taken away by 3:5-3:17' 'what a negation takes away'
expect_text out '`$X` is `other`: the condition does not hold' 'what a condition says no to'
expect_text out '= 1 range' 'what is left'
expect_text out '\x1b[31m' 'what a file says is escaped'

expect_exit 0 'metavariables that differ' explain twice
expect_text out '`$X` is `that` here, `this` in 6:1-7:14' 'are told with both values'
expect_exit 0 'a rule that cannot match' explain silent
expect_text out 'words that its patterns need are not in the file' 'the file lacks its words'
expect_text out 'pattern-not: not looked at, nothing was left before it' 'what was not looked at is told'
expect_exit 0 'a generic rule' explain words
expect_text out 'pattern `run ...`' 'its patterns too'
expect_exit 0 'a file in another language' "$sluice" scan --config src/rules.yml --explain silent src/rules.yml
expect_text out 'it is for other languages: the file is yaml' 'is told'
expect_exit 2 'a rule with a mistake' explain wrong
expect_text err 'rules.yml:18' 'has its place'
expect_exit 2 'a rule that is not there' explain no-such
cat >taint.yaml <<'RULES'
rules:
  - id: flow
    mode: taint
    languages: [python]
    message: m
    severity: ERROR
    pattern-sources: [{pattern: input()}]
    pattern-sinks: [{patterns: [{pattern: os.system($X)}, {focus-metavariable: $X}]}]
RULES
printf 'import os\nx = input()\nos.system(x)\n' >flow.py
expect_exit 0 'the searches of a taint rule are explained' "$sluice" scan --config taint.yaml --explain flow flow.py
expect_text out 'source 1, `taint.yaml:7:' 'each by its place'
expect_text out '+ 2:5-2:12' 'where data comes from'
expect_text out 'sink 1' 'and where it must not arrive'
expect_text out '3:11-3:12' 'as far as it is in focus'

sed 's/{pattern: input()}/{model: remote}/' taint.yaml >models.yaml
expect_exit 0 'what models say is no search' "$sluice" scan --config models.yaml --explain flow flow.py
expect_text out 'source: what library models say: remote' 'and is told as what it is'

finish
