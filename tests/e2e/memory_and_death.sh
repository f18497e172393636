#!/usr/bin/env bash
# What scanning does when memory is short or a process dies: never fewer findings, never a silent end.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir tree
for i in $(seq 200); do
  { for j in $(seq 60); do printf 'def work_%s_%s(name):\n    if name:\n        eval(name)\n    return name\n\n' "$i" "$j"; done; } >"tree/part_$i.py"
done
cat >rules.yaml <<'RULES'
rules:
  - id: eval-call
    languages: [python]
    severity: ERROR
    message: Evaluates $X.
    pattern: eval($X)
RULES
scan=("$sluice" scan --config rules.yaml --reproducible --format sarif tree)

# A memory group of our own, where this machine lets us make one.
group=
for candidate in /sys/fs/cgroup/memory /sys/fs/cgroup; do
  limit=$candidate/sluice-test-$$/memory.max
  [[ $candidate == */memory ]] && limit=$candidate/sluice-test-$$/memory.limit_in_bytes
  if mkdir "$candidate/sluice-test-$$" 2>/dev/null; then
    if echo 2000000000 2>/dev/null >"$limit"; then group=$candidate/sluice-test-$$; break; fi
    rmdir "$candidate/sluice-test-$$" 2>/dev/null || true
  fi
done
trap '[[ -z $group ]] || rmdir "$group" 2>/dev/null; rm -rf "$work"' EXIT

in_group() {
  if [[ -z $group ]]; then "$@"; else (echo "$BASHPID" >"$group/cgroup.procs" && exec "$@"); fi
}
if [[ -n $group ]]; then echo "note: in a memory group of 2 GB"; else echo "note: no memory group can be made here; without one"; fi

for jobs in 1 8 32; do
  expect_exit 1 "findings with $jobs jobs" in_group "${scan[@]}" --jobs "$jobs" --output "$jobs.sarif"
done
if [[ -n $group ]]; then expect_text err "9 threads instead of 32" "2 GB are enough for nine threads, and that is said"; fi
for jobs in 8 32; do
  if cmp -s 1.sarif "$jobs.sarif"; then echo "ok: $jobs jobs give what one gives"; else fail "$jobs jobs give another log than one"; fi
done
found=$(grep -c '"ruleIndex"' 1.sarif || true)
if [[ $found -ge 12000 ]]; then echo "ok: 12000 findings"; else fail "$found findings instead of 12000"; fi

# The process that scans is the child of the one that was started; the pattern keeps it busy.
for i in $(seq 16); do { echo 'missing(0)'; seq -f 'eval(x%g)' 20000; } >"tree/long_$i.py"; done
cat >slow.yaml <<'RULES'
rules:
  - id: slow
    languages: [python]
    severity: ERROR
    message: Slow.
    pattern: |
      eval($A)
      ...
      eval($B)
      ...
      missing($C)
RULES
kill_scan() {
  "$sluice" scan --config slow.yaml --output killed.sarif --format sarif tree &
  local watcher=$! child=
  for _ in $(seq 500); do
    child=$(cat "/proc/$watcher/task/$watcher/children" 2>/dev/null || true)
    [[ -z $child ]] || break
    sleep 0.01
  done
  sleep 0.3
  kill "-$1" $child
  wait "$watcher"
}
expect_exit 2 "a scan that crashes is 2" kill_scan SEGV
expect_text err "signal 11" "what happened is said"
expect_text err "in work were: tree/" "and on which file"
expect_no_file killed.sarif "and no log is left"
expect_exit 2 "a scan that the kernel ends is 2" kill_scan KILL
expect_text err "--jobs" "and what may help is said"

finish
