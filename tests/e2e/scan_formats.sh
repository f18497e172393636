#!/usr/bin/env bash
# The formats of a scan, its comparison with a baseline, and the log for one consumer.
source "$(dirname "$0")/lib.bash"

cd "$work"
mkdir src
printf 'def probe(name):\n    return dangerous(name)\n' >'src/a probe.py'
printf 'def quiet(name):\n    return dangerous(name)  # nosluice: dangerous-call -- a test of ours\n' >src/quiet.py
cat >rules.yaml <<'RULES'
rules:
  - id: dangerous-call
    languages: [python]
    severity: ERROR
    message: Dangerous with `$X`.
    pattern: dangerous($X)
RULES
scan() { "$sluice" scan src --config rules.yaml "$@"; }

for format in text sarif json github gitlab-sast gitlab-codequality junit markdown html; do
  expect_exit 1 "$format" scan --format "$format" --output "one.$format" --reproducible --jobs 1
  expect_exit 1 "$format with eight threads" scan --format "$format" --output "eight.$format" --reproducible --jobs 8
  if cmp -s "one.$format" "eight.$format"; then echo "ok: $format: the same bytes"; else fail "$format: threads change the bytes"; fi
done
expect_exit 2 'a format that does not exist' scan --format yaml
expect_text err 'gitlab-codequality' 'the formats are named'

expect_exit 1 'GitHub annotations' scan --format github
expect_text out '::error file=src/a probe.py,line=2,col=12,endLine=2,endColumn=27,title=dangerous-call::Dangerous with `name`.' 'the place and the message'
expect_text out '; 1 suppressed' 'what is suppressed is counted'
expect_no_text out 'quiet.py' 'a suppressed result is no annotation'
expect_exit 0 'the GitLab report is JSON with its own times' python3 - one.gitlab-sast <<'CHECK'
import json, sys
report = json.load(open(sys.argv[1]))
assert report["scan"]["start_time"] == report["scan"]["end_time"] == "1970-01-01T00:00:00", report["scan"]
assert report["scan"]["status"] == "success"
[found] = report["vulnerabilities"]
assert found["location"]["file"] == "src/a probe.py"
assert found["identifiers"][0]["value"] == "dangerous-call"
CHECK

# A baseline: what it has already does not block.
cp one.sarif baseline.sarif
expect_exit 0 'nothing new' scan --baseline baseline.sarif
expect_text out 'since the baseline: 0 new, 1 unchanged, 0 gone' 'the counts'
expect_exit 1 'without the baseline it blocks' scan
{ echo '# a line more'; cat 'src/a probe.py'; } >moved && mv moved 'src/a probe.py'
expect_exit 0 'moved code is not new' scan --baseline baseline.sarif
expect_text out '0 new, 1 unchanged' 'it is the same finding'
printf 'dangerous(1)\n' >src/more.py
expect_exit 1 'a new result blocks' scan --baseline baseline.sarif
expect_text out '1 new, 1 unchanged, 0 gone' 'one is new'
expect_exit 0 'unless told otherwise' scan --baseline baseline.sarif --fail-on never
rm 'src/a probe.py' src/more.py
printf 'pass\n' >src/more.py
expect_exit 0 'a result went' scan --baseline baseline.sarif
expect_text out '0 new, 0 unchanged, 1 gone' 'it is counted'
expect_exit 0 'a scan of a part' scan --baseline baseline.sarif --include '*.py'
expect_no_text out 'gone' 'says nothing about the rest'
expect_exit 0 'the log keeps it' scan --baseline baseline.sarif --format sarif
expect_text out '"baselineState":"absent"' 'as absent'
expect_exit 2 'a missing baseline' scan --baseline none.sarif --output never.txt
expect_no_file never.txt 'nothing is written'
printf '{"version": "2.1.0",\n "runs": [}' >broken.sarif
expect_exit 2 'a broken baseline' scan --baseline broken.sarif
expect_text err 'broken.sarif:2:11' 'the place of the mistake'

# For one consumer.
expect_exit 0 'the log for GitHub' scan --format sarif --sarif-profile github
expect_text err '1 suppressed results' 'what is left out is told'
expect_no_text out 'a test of ours' 'suppressed results are left out'
expect_exit 2 'a profile that does not exist' scan --format sarif --sarif-profile gitlab
expect_exit 2 'a profile of another format' scan --format html --sarif-profile github
expect_exit 2 'ghazdo outside of a pipeline' env -u BUILD_BUILDID "$sluice" scan src --config rules.yaml --format sarif --sarif-profile ghazdo
expect_text err 'BUILD_BUILDID' 'the variable is named'
finish
