#!/usr/bin/env bash
# The contract of exit codes: 0 nothing blocks, 1 findings or the gate block, 2 the input is wrong, 3 incomplete.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir clean weak warned empty
printf 'def probe(name):\n    return name\n' >clean/probe.py
printf 'def probe(name):\n    return dangerous(name)\n' >weak/probe.py
printf 'def probe(name):\n    return doubtful(name)\n' >warned/probe.py
cat >rules.yaml <<'RULES'
rules:
  - id: dangerous-call
    languages: [python]
    severity: ERROR
    message: Dangerous.
    pattern: dangerous(...)
  - id: doubtful-call
    languages: [python]
    severity: WARNING
    message: Doubtful.
    pattern: doubtful(...)
RULES
cat >wrong.yaml <<'RULES'
rules:
  - id: without-message
    languages: [python]
    severity: ERROR
    pattern: dangerous(...)
  - id: without-pattern
    languages: [python]
    severity: ERROR
    message: Nothing to look for.
RULES
printf 'rules: []\n' >none.yaml
printf 'rules: [\n' >broken.yaml
scan=("$sluice" scan --config rules.yaml)

expect_exit 0 "clean code is 0" "${scan[@]}" clean
expect_exit 1 "an error is 1" "${scan[@]}" weak
expect_exit 1 "an error among clean files is 1" "${scan[@]}" clean weak
expect_exit 0 "a warning is 0, for --fail-on is error" "${scan[@]}" warned
expect_exit 1 "--fail-on warning makes it 1" "${scan[@]}" --fail-on warning warned
expect_exit 0 "--fail-on never lets an error pass" "${scan[@]}" --fail-on never weak
expect_exit 1 "the format changes nothing: SARIF" "${scan[@]}" --format sarif weak
expect_exit 1 "the format changes nothing: a file" "${scan[@]}" --format sarif --output weak.sarif weak
expect_file weak.sarif "findings that block are still written"

expect_exit 2 "a path that is not there is 2" "${scan[@]}" absent
expect_text err "absent" "and is named"
expect_exit 2 "one path of two that is not there is 2" "${scan[@]}" clean absent
expect_exit 2 "--fail-on never does not hide 2" "${scan[@]}" --fail-on never absent
expect_exit 2 "a missing configuration is 2" "$sluice" scan --config absent.yaml clean
expect_exit 2 "an unknown builtin configuration is 2" "$sluice" scan --config builtin:absent clean
expect_exit 2 "no rules is 2" "$sluice" scan --config none.yaml clean
expect_exit 2 "no files is 2" "${scan[@]}" empty
expect_exit 2 "an unknown option is 2" "${scan[@]}" --no-such-option clean
expect_exit 2 "an unknown format is 2" "${scan[@]}" --format no-such-format clean
expect_exit 2 "an unknown command is 2" "$sluice" no-such-command

expect_exit 2 "wrong rules are 2" "$sluice" scan --config wrong.yaml --output never.sarif --format sarif clean
expect_text err "wrong.yaml:2" "the first mistake has a place"
expect_text err "wrong.yaml:6" "and so has the second, in the same run"
expect_no_file never.sarif "no report is left behind by a run that did not happen"
expect_exit 2 "rules that are no YAML are 2" "$sluice" scan --config broken.yaml clean
expect_text err "broken.yaml:" "with their place"
expect_exit 2 "an output that cannot be written is 2" "${scan[@]}" --format sarif --output absent/x.sarif clean

expect_exit 0 "right rules are valid" "$sluice" rules validate rules.yaml
expect_exit 2 "wrong rules are not" "$sluice" rules validate wrong.yaml
expect_exit 0 "what scan writes is valid SARIF" "$sluice" sarif validate weak.sarif
printf '{"version": "2.1.0"}' >wrong.sarif
expect_exit 1 "a log without runs is not: mistakes are what a validator finds" "$sluice" sarif validate wrong.sarif
printf '{"version": ' >broken.sarif
expect_exit 2 "a log that is no JSON cannot be validated" "$sluice" sarif validate broken.sarif
expect_exit 2 "neither can one that is not there" "$sluice" sarif validate absent.sarif

expect_exit 0 "a vector has a score" "$sluice" cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
expect_text out "9.8" "the right one"
expect_exit 2 "half a vector has none" "$sluice" cvss CVSS:3.1/AV:N/AC:L
printf '{"error": "unauthorized"}' >refused.json
expect_exit 2 "an answer that is no report is not an empty report" "$sluice" import trivy refused.json
expect_exit 2 "nor when the tool is to be guessed" "$sluice" import auto refused.json
expect_exit 2 "an unknown tool is 2" "$sluice" import no-such-tool refused.json

expect_exit 0 "--version is 0" "$sluice" --version
expect_exit 0 "--help is 0" "$sluice" --help
finish
