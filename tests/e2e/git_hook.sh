#!/usr/bin/env bash
# The hook as a plain Git hook, without any framework, and `scan --staged` when index and work tree differ.
source "$(dirname "$0")/lib.bash"
command -v git >/dev/null || skip "git is not installed"

export SLUICE=$sluice
new_repository "$work/product"
cd "$work/product"
ln -s "$root/ci/hooks/pre-commit" .git/hooks/pre-commit

printf 'import os\nos.listdir("/srv")\n' >clean.py
git add clean.py
expect_exit 0 "nothing bad is staged: sluice lets the commit pass" git commit -q -m clean
expect_silence "and says nothing"

printf 'import subprocess\nfrom flask import request\nsubprocess.call("ls " + request.args["path"], shell=True)\n' >bad.py
expect_exit 0 "an untracked bad file is not staged" "$sluice" scan --staged
git add bad.py
printf 'print("mended, not staged")\n' >bad.py
expect_exit 1 "the index counts, not the work tree" "$sluice" scan --staged
expect_text out "bad.py" "the finding has its file"
expect_text out "3:1 " "and its place in the staged content"
expect_exit 1 "Git takes the hook's word" git commit -q -m bad

git add bad.py
printf 'import subprocess\nfrom flask import request\nsubprocess.call("ls " + request.args["path"], shell=True)\n' >bad.py
expect_exit 0 "what is only in the work tree does not block" git commit -q -m mended

git rm -q -f bad.py
expect_exit 0 "a commit that only takes a file away passes" git commit -q -m gone

expect_exit 2 "a hook without its program fails" env "SLUICE=$work/absent" "$root/ci/hooks/pre-commit"
expect_text err "the program is not there" "and says so"
finish
