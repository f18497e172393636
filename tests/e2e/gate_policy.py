#!/usr/bin/env python3
"""Policies of the gate end to end: modes, baselines, policies that extend others, tests of policies, --explain, and
the forms of a decision that other programs read."""
import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from gate_decision import SOURCE, check, gate, result, run, scan_log, write_inputs  # noqa: E402

COMPANY = """policy: company
version: "1"
deadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5.0, days: 180 }, low: { days: best-effort } }
stages:
  release:
    findings: [{ id: errors, when: { levels: [error] }, then: hold }]
"""


class Page(html.parser.HTMLParser):
    """Collects what a page could load or run, and its text."""

    def __init__(self):
        super().__init__()
        self.bad, self.text, self.open = [], "", []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name, _ in attributes if name.startswith("on") or name in ("src", "href", "style")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> without its beginning")

    def handle_data(self, data):
        self.text += data


def decide(folder, policy, *more, sarif="now.sarif", form="json", as_of="2026-09-25"):
    code, out, err = run(folder, "gate", "--policy", policy, "--release", "release.yaml", "--sarif", sarif, "--assessment",
                         "trivy=good.json", "--as-of", as_of, "--format", form, *more)
    return code, (json.loads(out) if form == "json" and code != 2 else out), err


def check_forms(folder):
    hostile = "<script>alert(1)</script>\x1b[2J</testcase>&\u202e"
    log = scan_log([result(89, 7), dict(result(79, 9), message={"text": hostile}),
                    dict(result(22, 3), suppressions=[{"kind": "inSource", "justification": "known"}])])
    log["runs"][0]["columnKind"] = "utf16CodeUnits"
    for other in log["runs"][0]["results"]:
        other.setdefault("suppressions", [])
    (folder / "hostile.sarif").write_text(json.dumps(log))
    code, out, err = gate(folder, "--format", "html", sarif="hostile.sarif")
    page = Page()
    page.feed(out)
    check(code == 1 and page.bad == [] and page.open == [], "the HTML page loads and runs nothing, and is well formed", code, page.bad, page.open, err)
    check("HOLD" in page.text and "src/a.c:7" in page.text and "alert(1)" in page.text, "it has every reason as text")
    check(all(part in out for part in ("default-src 'none'", "policy.yaml:", "What turns it to go")), "with its policy, clauses and actions")
    code, out, err = gate(folder, "--format", "junit", sarif="hostile.sarif")
    suites = xml.fromstring(out)
    cases = suites.findall("./testsuite/testcase")
    failed = suites.findall("./testsuite/testcase/failure")
    check(code == 1 and int(suites.get("tests")) == len(cases) and int(suites.get("failures")) == len(failed) == 3, "JUnit counts what holds", code, out)
    check(any("src/a.c:7" in case.get("name") for case in cases), "and names the places")
    code, out, err = gate(folder, "--format", "sarif", "--output", "all.sarif", sarif="hostile.sarif")
    merged = json.loads((folder / "all.sarif").read_text())
    tools = [one["tool"]["driver"]["name"] for one in merged["runs"]]
    check(code == 1 and tools == ["Sluice gate", "Sluice", "Trivy"], "SARIF has a run of the gate and all inputs", code, tools, err)
    by_rule = {one["ruleId"]: one for one in merged["runs"][1]["results"]}
    check(by_rule["rule-89"]["properties"]["sluice/gate"]["effect"] == "hold" and by_rule["rule-22"]["suppressions"][0]["justification"] == "known",
          "results say what they mean to the decision, suppressed ones stay suppressed", by_rule["rule-89"])
    code, out, err = run(folder, "sarif", "validate", "--scope", "standard", "all.sarif")
    check(code == 0, "and it is valid SARIF", code, out, err)


def check_explain(folder):
    code, out, _ = gate(folder, "--explain", sarif="dirty.sarif")
    told = out.split("Clauses of the stage")[1]
    check(code == 1 and "findings.new-errors -> hold" in told and "decided 1" in told, "--explain tells what decided", told)
    check("findings.severe-warnings -> hold\n      looked at 1 results, decided 0; not: 1 decided by an earlier clause" in told, "and why the others did not", told)
    first = out.split("\n\n")[0]
    check("Decided by policy.yaml:" in first and "2 actions turn it to go" in first, "the deciding clause and the smallest action stand at the top", first)
    _, decision, _ = decide(folder, "company.yaml", sarif="dirty.sarif")
    check(decision["toGo"][0]["remedy"].startswith("fix it:") and all(one["lookedAt"] == one["decided"] + sum(one["whyNot"].values()) for one in decision["clauses"]),
          "JSON has both", decision["clauses"])


def check_modes(folder):
    (folder / "then.sarif").write_text(json.dumps(scan_log([result(89, 7)])))
    (folder / "now.sarif").write_text(json.dumps(scan_log([result(89, 70), result(79, 9)])))
    for mode, verdict, holds in (("report-only", "go", 0), ("ratchet", "hold", 2), ("block", "hold", 2)):
        (folder / "mode.yaml").write_text(COMPANY + f"    mode: {mode}\n")
        code, decision, _ = decide(folder, "mode.yaml")
        check(decision["verdict"] == verdict and sum(one["effect"] == "hold" for one in decision["reasons"]) == holds and code == (verdict == "hold"),
              f"mode {mode} without a baseline", decision["reasons"])
    (folder / "mode.yaml").write_text(COMPANY + "    mode: ratchet\n")
    # The baseline of a decision is what the last one wrote; the line moved meanwhile.
    code, _, err = decide(folder, "mode.yaml", "--output", "baseline.sarif", sarif="then.sarif", form="sarif")
    check(code == 1, "a decision is written as SARIF", err)
    code, decision, err = decide(folder, "mode.yaml", "--baseline", "baseline.sarif")
    holding = [one["subject"] for one in decision["reasons"] if one["effect"] == "hold"]
    told = [(one["subject"], one["withoutMode"]) for one in decision["reasons"] if "withoutMode" in one]
    check(code == 1 and holding == ["rule-79 (CWE-79)"] and told == [("rule-89 (CWE-89)", "hold")], "a ratchet holds what is new, and tells what was there", decision["reasons"], err)
    check(any(one["role"] == "baseline" for one in decision["evidence"]), "the baseline is among the evidence")
    code, decision, _ = decide(folder, "mode.yaml", "--baseline", "baseline.sarif", sarif="then.sarif")
    check(code == 0 and decision["verdict"] == "go", "with nothing new it is go", decision["reasons"])
    code, out, err = decide(folder, "mode.yaml", "--baseline", "good.json")
    check(code == 2 and "good.json:" in err, "a baseline that is no SARIF is refused", code, err)


def check_branches(folder):
    """A commit, a branch, variables of CI: none of it is asked."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "--quiet"], cwd=folder, check=True)
    subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "all"], cwd=folder, check=True)
    outputs = []
    for branch, variables in (("main", {}), ("topic", {"CI": "true", "GITHUB_REF": "refs/pull/1/merge", "GITHUB_BASE_REF": "main"})):
        subprocess.run([*git, "checkout", "--quiet", "-B", branch], cwd=folder, check=True)
        os.environ.update(variables)
        outputs.append(decide(folder, "mode.yaml", "--baseline", "baseline.sarif", form="text"))
    check(outputs[0] == outputs[1], "the same inputs give the same decision on a branch and on main", *outputs)


def check_composition(folder):
    (folder / "policies/product").mkdir(parents=True)
    (folder / "policies/company.yaml").write_text(COMPANY)
    head = 'policy: product\nversion: "1"\nextends: ../company.yaml\n'
    (folder / "policies/product/release.yaml").write_text(head + "stages: { release: { vulnerabilities: { overdue-at-ship-date: hold } } }\n")
    (folder / "policies/product/loose.yaml").write_text(head + "deadlines: { high: { days: 90 } }\nstages: { release: { findings: [{ id: errors, then: report }] } }\n")
    code, _, err = decide(folder, "policies/product/release.yaml")
    check(code == 2 and "leads out of `policies/product`" in err, "no policy leads out of its folder", err)
    code, decision, err = decide(folder, "policies/product/release.yaml", "--policy-root", "policies")
    files = [one["file"] for one in decision["evidence"] if one["role"] == "policy"]
    check(code == 1 and files == ["policies/product/release.yaml", "policies/company.yaml"], "unless its root is told; both are evidence", files, err)
    places = {one["clause"]["place"]["file"] for one in decision["clauses"]}
    check(places == {"policies/product/release.yaml", "policies/company.yaml"}, "each clause names the file it stands in", places)
    code, out, err = run(folder, "policy", "validate", "--policy-root", "policies", "policies/product/loose.yaml")
    check(code == 2 and "loose.yaml:4:28: `deadlines.high.days` is 90 here and 60 at policies/company.yaml:3:39" in err
          and "`stages.release.findings.errors` is report here and hold" in err, "loosening is told with both places", err)


def check_tests(folder):
    policy = str(SOURCE / "gate/policies/product-release")
    code, out, err = run(folder, "policy", "test", policy + ".test.yaml", "--untested")
    check(code == 0 and " 0 failures" in out, "the shipped policy passes its tests", code, out, err)
    code, out, err = run(folder, "policy", "validate", policy + ".yaml")
    check(code == 0 and "stage pre-sandbox (block), stage release (block)" in out, "and is valid", out, err)
    (folder / "company.yaml").write_text(COMPANY)
    (folder / "wrong.test.yaml").write_text("""policy: company.yaml
cases:
  - name: an error holds
    as-of: 2026-01-10
    findings: [{ rule: a, level: error }]
    expect: { verdict: go, exit: 0, clauses: [findings.other], reasons: ["hold fix findings.errors | b"] }
""")
    code, out, err = run(folder, "policy", "test", "wrong.test.yaml")
    lines = ["wrong.test.yaml:3:5: an error holds", "    - verdict: go", "    + verdict: hold", "    - exit: 0", "    + exit: 1",
             "    - clause: findings.other", "    + clause: findings.errors", "    - reason: hold fix findings.errors | b",
             "    + reason: hold fix findings.errors | a", "1 cases, 1 failures"]
    check(code == 1 and out.splitlines() == lines, "what comes out otherwise is shown as a diff", code, out, err)
    (folder / "bad.test.yaml").write_text("policy: company.yaml\ngiven: { as-of: soon }\ncases:\n  - { name: x, stage: prod, expct: { verdict: go } }\n"
                                          "  - { name: y, findings: [{ rul: a }], expect: { verdict: maybe } }\n")
    code, out, err = run(folder, "policy", "test", "bad.test.yaml")
    check(code == 2 and err.count("as-of") == 1 and "the policy has no stage `prod`" in err and "unknown key `rul`" in err
          and "unknown key `expct`; did you mean `expect`?" in err and "bad.test.yaml:5:59: expected one of `go`" in err, "mistakes of a test are told at once", code, out, err)
    (folder / "empty.test.yaml").write_text("policy: company.yaml\ncases: []\n")
    check(run(folder, "policy", "test", "empty.test.yaml")[0] == 2, "a test without cases is a mistake")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_inputs(folder)
        for source in ("gate/policies/product-release.yaml", "checklists/release-security.yaml"):
            target = "policy.yaml" if "policies" in source else "release-security.yaml"
            (folder / target).write_bytes((SOURCE / source).read_bytes())
        (folder / "company.yaml").write_text(COMPANY)
        check_forms(folder)
        check_explain(folder)
        check_modes(folder)
        check_composition(folder)
        check_tests(folder)
        check_branches(folder)


main()
