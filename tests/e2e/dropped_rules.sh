#!/usr/bin/env bash
# One wrong rule does not keep the others from running, and is not overlooked.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir clean weak
printf 'def probe(name):\n    return name\n' >clean/probe.py
printf 'def probe(name):\n    return dangerous(name)\n' >weak/probe.py
cat >mixed.yaml <<'RULES'
rules:
  - id: good
    languages: [python]
    severity: ERROR
    message: Dangerous.
    pattern: dangerous(...)
    patern: x
  - id: no-code
    languages: [python]
    severity: ERROR
    message: Not Python.
    pattern: def (
  - id: flows
    languages: [python]
    severity: ERROR
    message: Flows.
    mode: step
    steps: []
RULES
sed -n '1,7p;8,12p' mixed.yaml | sed -n '1p;8,12p' >wrong.yaml
mkdir folder
cp mixed.yaml folder/
printf 'name: no rules here\n' >folder/workflow.yaml
printf 'rules: [\n' >folder/broken.yaml

expect_exit 3 "clean code and a dropped rule is 3" "$sluice" scan --config mixed.yaml clean
expect_text err "mixed.yaml:12:14: the pattern is not Python code" "the mistake is told at its place"
expect_text err "rule \`flows\` is not run" "a rule of another mode is told"
expect_text err "unknown key \`patern\`; did you mean \`pattern\`?" "an unknown key is a warning"
expect_exit 1 "what the others find blocks" "$sluice" scan --config mixed.yaml weak
expect_exit 3 "--fail-on never does not hide it" "$sluice" scan --config mixed.yaml --fail-on never weak
expect_exit 2 "--strict is 2" "$sluice" scan --config mixed.yaml --strict clean
expect_exit 2 "no rule left is 2" "$sluice" scan --config wrong.yaml clean
expect_text err "wrong.yaml:6:14: the pattern is not Python code" "and says why"
expect_exit 3 "a folder with a file that is not YAML: the others run" "$sluice" scan --config folder clean
expect_text err "folder/broken.yaml" "and the file is named"
expect_text err "warning: folder/workflow.yaml:1:1: left out" "a file without rules is left out, aloud"

expect_exit 3 "SARIF is written" "$sluice" scan --config mixed.yaml --format sarif --output log.sarif --fail-on never weak
grep -q toolConfigurationNotifications log.sarif && cp log.sarif out && expect_text out "rule-dropped" "dropped rules stand in the configuration notifications"
expect_exit 0 "the log is valid" "$sluice" sarif validate log.sarif

expect_exit 2 "validate tells every mistake" "$sluice" rules validate mixed.yaml
expect_text err "mixed.yaml:12:14" "of a pattern"
sed '8,12d' mixed.yaml >taint.yaml
expect_exit 0 "a taint rule without a mistake is valid" "$sluice" rules validate taint.yaml

mkdir library
for word in one two three; do
  printf 'rules:\n  - id: shared\n    languages: [python]\n    severity: WARNING\n    message: Found %s.\n    pattern: %s(...)\n' "$word" "$word" >"library/$word.yaml"
done
printf 'one()\ntwo()\nthree()\n' >several.py
expect_exit 0 "rules of several files may share an id" "$sluice" scan --config library --format sarif --output shared.sarif several.py
expect_text err "the rule id \`shared\` is that of library/one.yaml:2:5, too; both run, as do 1 more rules" "that is said once"
cp shared.sarif out
for word in one two three; do expect_text out "Found $word." "and all of them run: $word"; done
expect_exit 0 "the log is valid" "$sluice" sarif validate shared.sarif
finish
