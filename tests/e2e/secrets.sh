#!/usr/bin/env bash
# A secret that was found stands whole in no form of the report: neither in its own result nor in a neighbour's context.
source "$(dirname "$0")/lib.bash"

mkdir "$work/tree"
# Put together here, so that this script is not a finding itself.
key="AKIA""Q7JX5NWZ2PL4KTGM"
password="hunter-2-""plum"
cat >"$work/tree/settings.py" <<CODE
import subprocess
KEY = "$key"
subprocess.call("ls " + input(), shell=True)
DATABASE = "postgres://svc:$password@db.internal:5432/shop"
CODE
printf '{ "Db": "Server=db;User Id=svc;Password=%s" }\n' "$password" >"$work/tree/appsettings.json"
cd "$work/tree"
for form in text sarif json github gitlab-sast gitlab-codequality junit markdown html; do
  expect_exit 1 "$form: there are findings" "$sluice" scan . --format "$form"
  # Markdown has backslashes before signs that mean something there.
  cat "$work/out" "$work/err" | tr -d '\\' >"$work/plain"
  expect_text plain "settings.py" "$form: the file is named"
  expect_no_text plain "$key" "$form: the key is not shown"
  expect_no_text plain "$password" "$form: the password is not shown"
done
expect_exit 1 "the reports had something to hide" "$sluice" scan . --format json
expect_text out "secret-aws-access-key-id" "the key was found"
expect_text out "secret-password-in-url" "the password in an address was found"
expect_text out "config-connection-string-password" "the password in a connection string was found"
finish
