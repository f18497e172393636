#!/usr/bin/env bash
# Nothing opens a socket: every command is run with its system calls watched, and in a network namespace without a network.
source "$(dirname "$0")/lib.bash"

new_repository "$work/tree"
printf 'import subprocess\nsubprocess.call("ls " + input(), shell=True)\n' >"$work/tree/bad.py"
printf '#include <cstdio>\nint main(int, char** argv) { std::printf(argv[1]); }\n' >"$work/tree/bad.cpp"
git -C "$work/tree" add -A
cat >"$work/rule.yaml" <<'RULE'
rules:
  - id: call-with-a-shell
    languages: [python]
    severity: ERROR
    message: A shell reads this line.
    pattern: subprocess.call(..., shell=True)
RULE
cd "$work/tree"
"$sluice" scan . --fail-on never --format sarif --output "$work/found.sarif" 2>"$work/err" || fail "a scan to have SARIF from"

# How each command ends outside, and what it prints, is what it must do without a network.
commands=(
  "scan . --fail-on never --reproducible --format sarif"
  "scan . --config $work/rule.yaml --fail-on never"
  "scan --staged --fail-on never"
  "rules validate $work/rule.yaml"
  "rules test $root/rules"
  "sarif validate $work/found.sarif"
  "gate --policy $root/examples/release/policy.yaml --release $root/examples/release/release.yaml --sarif $work/found.sarif --as-of 2026-11-20"
  "cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
)

if command -v strace >/dev/null && strace -f -e trace=socket -o "$work/probe" true 2>/dev/null; then
  # The watcher must see a socket where there is one, or its silence means nothing.
  strace -f -e trace=socket -o "$work/probe" python3 -c 'import socket; socket.socket()'
  if grep -q 'socket(' "$work/probe"; then echo "ok: the watcher sees a socket"; else fail "the watcher sees a socket"; fi
  for arguments in "${commands[@]}"; do
    # shellcheck disable=SC2086  # a line of arguments without spaces in them
    strace -f -e trace=socket,connect -o "$work/calls" "$sluice" $arguments >"$work/out" 2>"$work/err" || true
    if grep -E 'socket\(|connect\(' "$work/calls"; then fail "no socket: sluice $arguments"; else echo "ok: no socket: sluice $arguments"; fi
  done
else
  echo "not checked: system calls (strace is not installed, or may not trace here)"
  watched=no
fi

isolated=(unshare --net)
if ! "${isolated[@]}" true 2>/dev/null; then isolated=(unshare --map-root-user --net); fi
if ! "${isolated[@]}" true 2>/dev/null; then
  [[ ${watched-yes} == no ]] && skip "neither strace nor network namespaces can be used here"
  echo "not checked: network namespaces cannot be made here"
  finish
  exit 0
fi
for arguments in "${commands[@]}"; do
  ended=0
  # shellcheck disable=SC2086
  "$sluice" $arguments >"$work/outside" 2>/dev/null || ended=$?
  # shellcheck disable=SC2086
  expect_exit "$ended" "without a network it ends as with one: sluice $arguments" "${isolated[@]}" "$sluice" $arguments
  if cmp -s "$work/out" "$work/outside"; then echo "ok: and prints the same"; else fail "and prints the same: sluice $arguments"; fi
done
finish
