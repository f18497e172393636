#!/usr/bin/env bash
# Languages that are not built in, from shared libraries and tables: rules of all forms run on them.
source "$(dirname "$0")/lib.bash"

modules=${SLUICE_NODE_MODULES:-$root/third_party/node_modules}
grammar=$modules/@tree-sitter-grammars/tree-sitter-zig
grammar_of_r=$modules/@davisvaughan/tree-sitter-r
[[ -e $grammar/src/parser.c && -e $grammar_of_r/src/parser.c ]] || skip "the grammars of Zig and R are not there (third_party: npm ci)"
command -v cc >/dev/null || skip "no C compiler"

cd "$work"
cp -r "$root/tests/e2e/data/zig" src
cc -O0 -w -shared -fPIC -I"$grammar/src" "$grammar/src/parser.c" -o zig.so
cat >trusted.yaml <<'CONFIG'
languages:
  - { name: zig, title: Zig, extensions: [zig], filenames: [build.zon], library: zig.so, symbol: tree_sitter_zig, table: src/table.yaml }
CONFIG

expect_exit 0 'rules for it pass their tests' "$sluice" rules test --trusted-config trusted.yaml src/rules.yaml
expect_text out '10 rules, 1 files, 12 expected findings' 'all of them'
expect_exit 0 'they have no mistakes' "$sluice" rules validate --trusted-config trusted.yaml src/rules.yaml
expect_exit 1 'a scan, in its child process' "$sluice" scan --trusted-config trusted.yaml --config src/rules.yaml src
expect_text out 'rules.zig:14:5' 'finds what they look for'
expect_exit 0 'the tree can be looked at' "$sluice" scan --trusted-config trusted.yaml --dump unit src/rules.zig
expect_text out 'Function' 'in the kinds of all languages'
expect_exit 0 'and that of a pattern' "$sluice" scan --trusted-config trusted.yaml --dump pattern -l zig -e 'fn f(...) $T { ... }'
expect_text out 'Body: Block' 'in the same words'
expect_exit 0 'the languages' "$sluice" languages --trusted-config trusted.yaml
expect_text out 'zig build.zon' 'have it'
expect_exit 0 'without the configuration' "$sluice" languages
expect_no_text out 'zig' 'it is not there'
expect_exit 2 'nor for rules' "$sluice" rules validate src/rules.yaml

# R: every statement is an expression, the grammar has a scanner, and the rule language knows the name.
cc -O0 -w -shared -fPIC -I"$grammar_of_r/src" "$grammar_of_r/src/parser.c" "$grammar_of_r/src/scanner.c" -o r.so
printf 'languages:\n  - { name: r, title: R, extensions: [r, R], library: r.so, table: %s }\n' "$root/tests/e2e/data/r/table.yaml" >r.yaml
expect_exit 0 'rules for R pass their tests' "$sluice" rules test --trusted-config r.yaml "$root/tests/e2e/data/r/rules.yaml"
expect_text out '6 rules, 1 files, 6 expected findings' 'all of them'

# The table's mistakes, all at once and each at its place.
cat >wrong.yaml <<'TABLE'
nodes:
  call_expresion: Call
  identifier: Nam
  if_statement: { kind: If, fields: { condtion: Condition, body: Thenn }, colour: red }
  arguments: { kind: Arguments, shape: round }
tokens: [nulll]
patern: {}
TABLE
sed -i 's|src/table.yaml|wrong.yaml|' trusted.yaml
expect_exit 2 'a table with mistakes' "$sluice" languages --trusted-config trusted.yaml
expect_text err 'wrong.yaml:2:3: there is no node of the grammar called `call_expresion`; did you mean `call_expression`?' 'a node'
expect_text err 'wrong.yaml:3:15: there is no kind `Nam`; did you mean `Name`?' 'a kind'
expect_text err 'wrong.yaml:4:39: there is no field of the grammar called `condtion`' 'a field'
expect_text err 'wrong.yaml:4:66: there is no role `Thenn`' 'a role'
expect_text err 'wrong.yaml:4:75' 'a key'
expect_text err 'there is no shape `round`' 'a shape'
expect_text err 'wrong.yaml:6:10: there is no token of the grammar called `nulll`' 'a token'
expect_text err 'wrong.yaml:7:1' 'a key of the table'

# Libraries that cannot be used.
cat >old.c <<'C'
static unsigned language[400] = {3};
const void *tree_sitter_old(void) { return language; }
const void *tree_sitter_nothing(void) { return 0; }
C
cc -shared -fPIC old.c -o old.so
use() { printf 'languages:\n  - { name: %s, extensions: [zz], library: %s, table: src/table.yaml%s }\n' "$1" "$2" "${3-}" >trusted.yaml; }
use old old.so
expect_exit 2 'a grammar of another time' "$sluice" languages --trusted-config trusted.yaml
expect_text err 'trusted.yaml:2:5: the grammar in old.so has ABI version 3' 'is told with both versions'
use young old.so
expect_exit 2 'a library without the function' "$sluice" languages --trusted-config trusted.yaml
expect_text err 'has no function `tree_sitter_young`' 'is told'
use nothing old.so
expect_exit 2 'a function that gives nothing' "$sluice" languages --trusted-config trusted.yaml
use zig src/table.yaml
expect_exit 2 'what is no library' "$sluice" languages --trusted-config trusted.yaml
expect_text err 'trusted.yaml:2:5: the library cannot be loaded' 'is told'
use python zig.so ', symbol: tree_sitter_zig'
expect_exit 2 'a name that is taken' "$sluice" languages --trusted-config trusted.yaml
expect_text err '`python` is Python' 'is told'
finish
