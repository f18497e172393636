#!/usr/bin/env bash
# sluice.yaml: what a trusted one says counts, what the tree under scan says only where it can do no harm.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir -p src/lib src/rules trusted
git init -q src
printf 'run(a)\n' >src/app.py
printf 'run(b)\n' >src/lib/other.py
rule() { printf 'rules:\n  - { id: %s, languages: [python], severity: WARNING, message: m, pattern: run($X) }\n' "$1"; }
rule own >src/rules/own.yaml
rule trusted >trusted/rules.yaml
cat >trusted/sluice.yaml <<'CONFIG'
config: rules.yaml
exclude: [lib/]
fail-on: warning
jobs: 1
CONFIG

expect_exit 1 'a trusted configuration chooses rules and what blocks' "$sluice" scan src --trusted-config trusted/sluice.yaml
expect_text out 'app.py:1:1' 'its rules ran, found beside it'
expect_text out 'warning  trusted' 'and no others'
expect_no_text out 'other.py' 'and it leaves files out'
expect_exit 0 'the command line wins' "$sluice" scan src --trusted-config trusted/sluice.yaml --fail-on error
expect_exit 1 'also over its rules' "$sluice" scan src --trusted-config trusted/sluice.yaml --config src/rules
expect_text out 'warning  own' 'the named ones ran'
expect_exit 1 'why a file is left out' "$sluice" why src/lib/other.py --trusted-config trusted/sluice.yaml
expect_text out 'lib/' 'is told with the glob'

cat >src/sluice.yaml <<'CONFIG'
config: [rules/own.yaml, ../trusted/rules.yaml]
exclude: [lib/]
include: ["*.js"]
fail-on: never
format: json
languages:
  - { name: evil, extensions: [py], library: ./evil.so, table: evil.yaml }
CONFIG
expect_exit 0 'a configuration of the tree is read' "$sluice" scan src
expect_text out 'warning  own' 'its rules join'
expect_text out 'lib/other.py:1:1' 'it leaves nothing out'
expect_no_text out 'warning  trusted' 'rules from outside the tree do not join'
for what in '1:26: not honoured: `config`' '2:10: not honoured: `exclude`' '3:10: not honoured: `include`' '4:10: not honoured: `fail-on: never`' \
  '5:9: not honoured: `format`' "7:5: not honoured: a language's library is code"; do
  expect_text err "sluice.yaml:$what" "with its place: $what"
done
expect_exit 0 'from within the tree' bash -c "cd src && '$sluice' scan ."
expect_no_text out 'warning  trusted' 'it is the same'
expect_text out 'warning  own' 'and its own rules join'
expect_exit 0 'the report tells it too' "$sluice" scan src --format sarif
expect_text out 'config-not-trusted' 'as a notification'
expect_exit 2 'trusted, the same file counts, and its library is missing' "$sluice" scan src --trusted-config src/sluice.yaml
expect_text err 'sluice.yaml:7:5: the library cannot be loaded' 'with its place'

printf 'fail-on: warning\nconfig: rules\n' >src/sluice.yaml
expect_exit 1 'the tree may ask for more to block' "$sluice" scan src
expect_exit 0 'the command line wins' "$sluice" scan src --fail-on error
printf 'config: [rules, absent.yaml]\n' >src/sluice.yaml
expect_exit 2 'rules that are not there' "$sluice" scan src
expect_text err 'src/absent.yaml' 'are named'
expect_no_text err "$work" 'as seen from here'
printf 'fail-on: sometimes\njob: 2\nlanguages: [{ name: X Y, table: a.yaml }]\n' >src/sluice.yaml
expect_exit 2 'mistakes' "$sluice" scan src
expect_text err 'sluice.yaml:1:10' 'the first'
expect_text err 'sluice.yaml:2:1' 'the second, a key that nobody knows'
expect_text err 'sluice.yaml:3:13: `library` is missing' 'the third'
expect_text err '`X Y` is no name of a language' 'the fourth'
expect_no_text err "$work" 'no absolute path'
# A join in the tree takes rules from beside it and nowhere else.
join() { printf 'rules:\n  - {id: j, severity: ERROR, message: joined, mode: join, join: {refs: [{rule: %s, as: a}, {rule: own.yaml, as: b}], on: [a.$X == b.$X]}}\n' "$1"; }
rm src/rules/own.yaml && mkdir src/rules/join && rule own >src/rules/join/own.yaml
printf 'config: rules/join\n' >src/sluice.yaml
join own.yaml >src/rules/join/j.yaml
expect_exit 1 'a join of rules beside it' "$sluice" scan src
expect_text out 'joined' 'is run'
join ../../../trusted/rules.yaml >src/rules/join/j.yaml
expect_exit 2 'a join of rules elsewhere is a mistake' "$sluice" scan src --strict
expect_text err 'no file beside this one or below' 'and says so'
ln -s ../../../trusted/rules.yaml src/rules/join/link.yaml
join link.yaml >src/rules/join/j.yaml
expect_exit 2 'also by a symbolic link' "$sluice" scan src --strict
expect_text err 'no file beside this one or below' 'with the same words'
expect_exit 0 'who names the rules says what they are' "$sluice" rules validate src/rules/join/j.yaml
rm -r src/rules/join
rm src/sluice.yaml && ln -s ../trusted/sluice.yaml src/sluice.yaml
expect_exit 2 'no link out of the tree is followed' "$sluice" scan src
expect_exit 2 'a trusted file that is not there' "$sluice" scan src --trusted-config nowhere.yaml
finish
