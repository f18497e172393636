#!/usr/bin/env python3
"""The commands `gate` and `checklist` end to end: exit codes, same bytes, mistakes told at once."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SLUICE = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = "sha256:" + "a" * 64
COMMIT = "3f1c0de9a1b2c3d4e5f60718293a4b5c6d7e8f90"
CWES = [22, 78, 79, 89, 120, 327, 502, 611, 798, 918]


def run(folder, *arguments):
    done = subprocess.run([SLUICE, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def check(condition, what, *details):
    if not condition:
        print("FAILED:", what, *details, sep="\n")
        sys.exit(1)
    print("ok:", what)


def scan_log(results=(), successful=True):
    rules = [{"id": f"rule-{cwe}", "properties": {"tags": ["security", f"external/cwe/cwe-{cwe:03}"],
                                                  "security-severity": "8.8"}} for cwe in CWES]
    return {"version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "Sluice", "version": "0.1.0", "rules": rules}},
        "versionControlProvenance": [{"repositoryUri": "https://example.org/r", "revisionId": COMMIT}],
        "invocations": [{"executionSuccessful": successful, "endTimeUtc": "2026-09-24T08:00:00Z",
                         "properties": {"sluice/filesDiscovered": 110, "sluice/filesScanned": 100, "sluice/filesSkipped": 0,
                                        "sluice/filesIgnored": 10}}],
        "results": list(results)}]}


def result(cwe, line):
    return {"ruleId": f"rule-{cwe}", "level": "error", "message": {"text": f"Weakness {cwe}. Fix it so."},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/a.c"}, "region": {"startLine": line}}}]}


def trivy(vulnerabilities):
    return {"SchemaVersion": 2, "CreatedAt": "2026-09-24T12:00:00Z", "ArtifactName": f"registry.example/app@{BUILD}",
            "ArtifactType": "container_image", "Trivy": {"Version": "0.60.0"},
            "Results": [{"Target": "app", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": vulnerabilities}]}


def vulnerability(cve, vector, score):
    return {"VulnerabilityID": cve, "PkgName": "libx", "InstalledVersion": "1.0", "FixedVersion": "1.1", "Severity": "HIGH",
            "Title": "A weakness", "CVSS": {"nvd": {"V3Vector": vector, "V3Score": score}}}


CRITICAL = ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8)


def write_inputs(folder):
    def put(name, content):
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    put("release.yaml", f"""product: Aquila Cloud Suite
version: 4.2.0
commit: {COMMIT}
build: {BUILD}
ship-date: 2026-10-15
sandbox: {{ name: sbx, build: {BUILD}, deployed: 2026-09-23T10:00:00Z, assets: ["registry.example/app@{BUILD}"] }}
first-seen: first_seen.yaml
""")
    put("first_seen.yaml", "first-seen:\n  CVE-2026-1000: 2026-09-01\n  CVE-2026-2000: 2026-07-01\n")
    put("clean.sarif", scan_log())
    put("dirty.sarif", scan_log([result(89, 7)]))
    put("failed.sarif", scan_log(successful=False))
    put("good.json", trivy([vulnerability("CVE-2026-1000", *CRITICAL)]))
    put("late.json", trivy([vulnerability("CVE-2026-2000", *CRITICAL)]))
    put("garbage.json", "<html>login</html>")
    put("tree/SECURITY.md", "Write to security@example.org\n")
    put("tree/threats.yaml", "reviewed: 2026-06-01\n")
    put("tree/Dockerfile", "FROM base\nUSER app\n")
    items = ["security-design-reviewed", "security-tests-passed", "training-current", "access-reviewed",
             "logging-and-alarms-work"]
    answer = "  - {{ item: {}, answer: pass, by: Ada, role: {}, date: 2026-09-20, evidence: report, expires: 2026-10-31 }}\n"
    text = "checklist: release-security\nrelease: 4.2.0\nanswers:\n"
    text += "".join(answer.format(item, "security-lead") for item in items)
    put("answers.yaml", text + answer.format("rollback-rehearsed", "release-manager"))


def gate(folder, *more, sarif="clean.sarif", assessment="trivy=good.json", stage="release"):
    return run(folder, "gate", "--policy", "policy.yaml", "--release", "release.yaml", "--stage", stage, "--sarif", sarif,
               "--assessment", assessment, "--checklist", "release-security.yaml", "--answers", "answers.yaml", "--root", "tree",
               "--as-of", "2026-09-25", *more)


def check_decisions(folder):
    code, out, err = gate(folder)
    check(code == 0 and out.startswith("GO  Aquila Cloud Suite 4.2.0"), "everything in order is go", code, out, err)
    check("CVE-2026-1000" not in out.split("Counts")[0], "what is in time does not stand against it", out)
    code, out, err = gate(folder, sarif="dirty.sarif")
    check(code == 1 and out.startswith("HOLD") and "src/a.c:7" in out and "findings.new-errors" in out, "a new error holds", code, out, err)
    code, out, err = gate(folder, assessment="late.json")
    check(code == 1 and "was due 2026-08-30: 26 days over" in out and "update libx to 1.1" in out, "an overdue vulnerability holds", code, out)
    code, out, err = gate(folder, sarif="failed.sarif")
    check(code == 3 and "incomplete-scan" in out, "an empty report of a failed scan is incomplete", code, out, err)


def check_outputs(folder):
    for form in ("text", "json", "markdown", "html", "junit", "sarif"):
        first, second = gate(folder, "--format", form, sarif="dirty.sarif"), gate(folder, "--format", form, sarif="dirty.sarif")
        check(first == second and first[1], f"the same bytes twice as {form}")
    code, out, _ = gate(folder, "--format", "json", "--output", "decision.json", sarif="dirty.sarif")
    decision = json.loads((folder / "decision.json").read_text())
    check(code == 1 and out == "" and decision["verdict"] == "hold" and decision["exitCode"] == 1, "JSON goes to the file")
    clauses = {(reason["clause"]["place"]["file"], reason["clause"]["name"]) for reason in decision["reasons"]}
    check(("policy.yaml", "stages.pre-sandbox.findings.new-errors") in clauses, "the clause and its file are named", clauses)


def check_bad_input(folder):
    code, out, err = gate(folder, "--output", "never.json", assessment="garbage.json")
    check(code == 2 and out == "" and "garbage.json" in err and not (folder / "never.json").exists(), "garbage is refused", code, out, err)
    code, out, err = gate(folder, stage="production")
    check(code == 2 and "`pre-sandbox`, `release`" in err, "an unknown stage names the known ones", code, err)
    (folder / "bad.yaml").write_text("policy: p\nverion: 1\n")
    code, out, err = run(folder, "gate", "--policy", "bad.yaml", "--release", "absent.yaml", "--sarif", "garbage.json", "--as-of", "today")
    told = [line.split(":")[0] for line in err.splitlines()]
    check(code == 2 and {"bad.yaml", "absent.yaml", "garbage.json", "--as-of must be a day such as 2026-03-09"} <= set(told),
          "the mistakes of all files are told at once", code, err)
    check("bad.yaml:2:1: unknown key `verion`; did you mean `version`?" in err, "with places and suggestions", err)


def check_checklist(folder):
    arguments = ["checklist", "run", "release-security.yaml", "--root", "tree", "--as-of", "2026-09-25"]
    code, out, err = run(folder, *arguments, "--sarif", "clean.sarif", "--answers", "answers.yaml", "--output", "checklist.sarif")
    check(code == 0, "a checklist with all in order is 0", code, out, err)
    log = json.loads((folder / "checklist.sarif").read_text())
    kinds = {result["ruleId"]: result["kind"] for result in log["runs"][0]["results"]}
    check(kinds["containers-not-root"] == "pass" and kinds["dependencies-locked"] == "notApplicable" and "fail" not in kinds.values(),
          "SARIF results carry the kinds", kinds)
    check(run(folder, *arguments, "--sarif", "clean.sarif")[0] == 1, "unanswered items are 1")
    check(run(folder, *arguments, "--answers", "answers.yaml")[0] in (1, 3), "nothing passes without scans")
    code, out, _ = run(folder, "checklist", "show", "release-security.yaml")
    check(code == 0 and "ISO-27001-2022 A.8.28" in out, "show names the controls")
    code, _, err = run(folder, "checklist", "show", "policy.yaml")
    check(code == 2 and "policy.yaml:" in err, "what is no checklist is 2", err)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_inputs(folder)
        for source in ("gate/policies/product-release.yaml", "checklists/release-security.yaml"):
            target = "policy.yaml" if "policies" in source else "release-security.yaml"
            (folder / target).write_bytes((SOURCE / source).read_bytes())
        check_decisions(folder)
        check_outputs(folder)
        check_bad_input(folder)
        check_checklist(folder)


if __name__ == "__main__":
    main()
