#!/usr/bin/env bash
# A join rule brings matches of several files and rule files together.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir code rules
printf 'route("/a", answered)\nroute("/b", other)\n' >code/routes.py
printf 'def answered(request):\n    run(request)\n\n\ndef internal(request):\n    run(request)\n' >code/views.py
cat >rules/dangerous.yaml <<'RULES'
rules:
  - id: dangerous
    languages: [python]
    severity: ERROR
    message: Runs a command.
    patterns:
      - pattern: run($CMD)
      - pattern-inside: |
          def $HANDLER(...):
            ...
RULES
cat >rules/join.yaml <<'RULES'
rules:
  - id: answered-and-dangerous
    severity: ERROR
    message: "`$F` answers `$PATH` and runs `$CMD`"
    mode: join
    join:
      refs:
        - {rule: dangerous.yaml, as: dangerous, renames: [{from: $HANDLER, to: $NAME}]}
      rules:
        - {id: routes, languages: [python], pattern: 'route("$PATH", $F)'}
      on:
        - routes.$F == dangerous.$NAME
        - routes.path != dangerous.path
RULES
sed 's/dangerous.yaml/absent.yaml/; s/== dangerous/=== dangerous/' rules/join.yaml >wrong.yaml
sed 's/dangerous.yaml/absent.yaml/' rules/join.yaml >absent.yaml

expect_exit 1 "a joined finding blocks" "$sluice" scan --config rules/join.yaml --format text code
expect_text out "\`answered\` answers \`/a\` and runs \`request\`" "its message has the names of both parts"
expect_text out "code/views.py:2:5" "it stands at the right side of the last condition"
expect_text out "1 error" "and what was not joined is not reported"
expect_exit 1 "two threads say the same" "$sluice" scan --config rules/join.yaml --jobs 2 code
expect_exit 2 "a reference to a file that is not there is a mistake" "$sluice" scan --config absent.yaml code
expect_text err "absent.yaml" "and the file is named"
expect_exit 2 "a condition that is none is a mistake" "$sluice" rules validate wrong.yaml
expect_text err "is no condition" "and says what one is"

# `-->`: by way of others.
mkdir chain
printf 'def a():\n    b()\n\n\ndef b():\n    c()\n\n\ndef c():\n    danger()\n\n\ndef d():\n    e()\n' >chain/calls.py
cat >chain.yaml <<'RULES'
rules:
  - id: reaches-danger
    severity: ERROR
    message: "`$CALLER` comes to `$CALLED`"
    mode: join
    join:
      rules:
        - id: calls
          languages: [python]
          patterns:
            - pattern: $CALLED()
            - pattern-inside: |
                def $CALLER():
                  ...
        - {id: bad, languages: [python], pattern: 'def $BAD(): danger()'}
      on:
        - calls.$CALLER --> calls.$CALLED
        - bad.$BAD == calls.$CALLED
RULES
expect_exit 1 "chains of calls are followed" "$sluice" scan --config chain.yaml --format text chain
expect_text out "\`a\` comes to \`c\`" "from the first caller"
expect_text out "\`b\` comes to \`c\`" "and from the second"
expect_text out "chain/calls.py:6:5" "where the last call stands"
expect_text out "2 errors" "and from nobody else"
sed 's/calls.$CALLER --> calls/bad.$BAD --> calls/' chain.yaml >mixed.yaml
expect_exit 2 "a chain is one of matches of one part" "$sluice" rules validate mixed.yaml
expect_text err "of one part" "and says so"

# Two joins of one id, the second with fewer parts than the first.
mkdir shared
cat >shared/first.yaml <<'RULES'
rules:
  - {id: shared, severity: ERROR, message: first, mode: join, join: {rules: [{id: x, languages: [python], pattern: 'never($A)'}, {id: y, languages: [python], pattern: 'never($A)'}, {id: z, languages: [python], pattern: 'run($A)'}], on: [x.$A == y.$A, y.$A == z.$A]}}
RULES
cat >shared/second.yaml <<'RULES'
rules:
  - {id: shared, severity: ERROR, message: second, mode: join, join: {rules: [{id: x, languages: [python], pattern: 'run($A)'}, {id: y, languages: [python], pattern: 'def $F($A): ...'}], on: [x.$A == y.$A]}}
RULES
expect_exit 1 "joins of one id have parts of their own" "$sluice" scan --config shared --format text code
expect_text out "second" "and the one that matches is told"
expect_no_text out "first" "and not the other"
finish
