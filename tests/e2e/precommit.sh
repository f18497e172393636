#!/usr/bin/env bash
# The hook under the real pre-commit framework, in a repository of its own: what is staged counts, and only that.
source "$(dirname "$0")/lib.bash"

command -v pre-commit >/dev/null || skip "pre-commit is not installed (Debian package pre-commit)"
command -v git >/dev/null || skip "git is not installed"

# The framework takes hooks from a Git repository: one with the two files of ours that matter, at a commit.
new_repository "$work/hooks"
mkdir -p "$work/hooks/ci/hooks"
cp "$root/.pre-commit-hooks.yaml" "$work/hooks/"
cp "$root/ci/hooks/pre-commit" "$work/hooks/ci/hooks/"
git -C "$work/hooks" add -A
git -C "$work/hooks" commit -q -m hooks

export SLUICE=$sluice HOME=$work/home PRE_COMMIT_HOME=$work/cache
mkdir -p "$HOME"
new_repository "$work/product"
cd "$work/product"
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: sluice
CONFIG
git add -A
git commit -q -m start
expect_exit 0 "the framework installs the hook" pre-commit install

bad='import subprocess
from flask import request
def probe():
    return subprocess.check_output("probe " + request.args["name"], shell=True)
'
good='import subprocess
from flask import request
def probe():
    return subprocess.check_output(["probe", "--", request.args["name"]])
'

printf '%s' "$bad" >probe.py
git add probe.py
expect_exit 1 "bad content that is staged blocks the commit" git commit -m bad
cat "$work/err" >>"$work/out"
expect_text out "probe.py" "it says where"
expect_text out "4:12 " "it says on which line"

printf '%s' "$good" >probe.py
git add probe.py
expect_exit 0 "clean content passes" git commit -m good
expect_no_text err "probe.py" "nothing is said about clean content"

printf '%s' "$bad" >probe.py
printf 'notes\n' >notes.txt
git add notes.txt
expect_exit 0 "bad content that is not staged does not block" git commit -m notes
expect_text err "Passed" "the framework says that the hook ran"

# Bad content in the index, already mended in the work tree, is still what would be committed.
printf '%s' "$bad" >probe.py
git add probe.py
printf '%s' "$good" >probe.py
expect_exit 1 "bad content that is staged blocks although the work tree is mended" git commit -m bad
finish
