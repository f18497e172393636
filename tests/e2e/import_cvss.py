#!/usr/bin/env python3
"""`sluice import` and `sluice cvss` as scripts use them: output, exit codes, files."""
import json
import pathlib
import subprocess
import sys
import tempfile

SLUICE = sys.argv[1]
REPORTS = pathlib.Path(__file__).resolve().parent.parent / "unit/gate/data/reports"


def run(*arguments, stdin=None):
    done = subprocess.run([SLUICE, *map(str, arguments)], input=stdin, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def test_summary():
    files = [REPORTS / "trivy_image.json", REPORTS / "sarif_statuses.sarif", REPORTS / "nessus_scores.nessus"]
    code, out, err = run("import", "auto", *files, "--summary")
    lines = [json.loads(line) for line in out.splitlines()]
    check([line["format"] for line in lines] == ["trivy", "sarif", "nessus"], "an object for each file, in order")
    check([line["items"] for line in lines] == [14, 18, 10], "items of the file")
    for line in lines:
        total = line["findings"] + line["merged"] + sum(line["left_out"].values())
        check(total == line["items"], f"{line['file']} adds up")
    check(code == 3 and "did not end" in err, "a scan that did not end is incomplete")
    check(run("import", "trivy", files[0], "--summary")[0] == 0, "a report of the named tool")


def test_refusals():
    code, out, err = run("import", "nessus", REPORTS / "trivy_image.json", "--summary")
    check((code, out) == (2, "") and "not a report of `nessus`" in err, "another tool's report")
    check(run("import", "auto", "/does/not/exist")[0] == 2, "a missing file")
    check(run("import", "trivyy", REPORTS / "trivy_image.json")[0] == 2, "an unknown tool")
    check(run("import", "auto")[0] == 2, "no file")
    with tempfile.TemporaryDirectory() as folder:
        page, output = pathlib.Path(folder, "page.json"), pathlib.Path(folder, "out.sarif")
        for text in ["{}", "[]", "null", "", '{"error": "unauthorized"}', "<html><body>Log in</body></html>"]:
            page.write_text(text)
            code, out, _ = run("import", "auto", REPORTS / "trivy_image.json", page, "--summary", "--output", output)
            check((code, out) == (2, ""), f"refused: {text}")
            check(not output.exists(), "nothing is written when one file is refused")


def test_output():
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "out.sarif")
        code, out, _ = run("import", "auto", REPORTS / "trivy_image.json", "--output", output)
        check((code, out) == (0, ""), "SARIF goes to the file alone")
        log = json.loads(output.read_text())
        check(log["version"] == "2.1.0" and len(log["runs"][0]["results"]) == 7, "a result for each finding")
        check(run("import", "trivy", REPORTS / "trivy_image.json", "--output", f"{folder}/no/such/folder")[0] == 2, "unwritable")


def test_table_is_escaped():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "evil.json")
        text = (REPORTS / "trivy_image.json").read_text()
        report.write_text(text.replace('"Escalation"', '"\\u001b[2J\\u202egone"'))
        _, out, _ = run("import", "trivy", report)
        check("\x1b" not in out and "\u202e" not in out and "gone" in out, "no control characters reach the terminal")


def test_cvss():
    code, out, _ = run("cvss", "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:U/C:H/I:H/A:H")
    check(code == 0 and json.loads(out)["base"] == 8.0, "one vector")
    vectors = ["AV:N/AC:L/Au:N/C:P/I:N/A:N", "nonsense", "", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"]
    code, out, _ = run("cvss", "-", stdin="\n".join(vectors) + "\n")
    lines = [json.loads(line) for line in out.splitlines()]
    check(code == 2, "a wrong vector is bad input")
    check([line["vector"] for line in lines] == vectors, "a line for each vector, in order")
    check(["error" in line for line in lines] == [False, True, True, False], "the others are scored all the same")
    check(set(lines[0]) == {"vector", "version", "base", "temporal", "environmental", "severity"}, "the members promised")
    check((lines[0]["version"], lines[0]["base"], lines[0]["temporal"]) == ("2.0", 5.0, None), "CVSS 2.0 without temporal metrics")
    code, out, err = run("cvss", "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:U/C:H/I:H/A:Z")
    check((code, out) == (2, "") and err.startswith("vector:1:44: "), "a wrong vector is told with its column")


for name, test in sorted(globals().copy().items()):
    if name.startswith("test_"):
        test()
