#!/usr/bin/env python3
"""The example product, as ci/demo.sh shows it: what is planted is found, all else is silent, the decision comes out.

What must come out stands in the tables of examples/EXPECTED.md. Usage: example.py SLUICE
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"

failures = []


def check(good, what):
    print(("ok: " if good else "FAILED: ") + what)
    if not good:
        failures.append(what)


def run(arguments, wanted, cwd=ROOT):
    """Runs a command that must end with one of the exit codes `wanted`, and gives what it printed."""
    done = subprocess.run([str(part) for part in arguments], cwd=cwd, capture_output=True, text=True, timeout=300)
    if done.returncode not in wanted:
        check(False, f"exit {done.returncode}, not {wanted}: {' '.join(map(str, arguments))}\n{done.stderr[-2000:]}")
    return done.stdout


def tables(markdown):
    """The tables of a page as {heading: [row, ...]}, a row being {column: text}."""
    found, heading, columns = {}, "", None
    for line in markdown.splitlines():
        if line.startswith("#"):
            heading, columns = line.lstrip("# "), None
        elif not line.startswith("|"):
            columns = None
        elif columns is None:
            columns = [cell.strip() for cell in line.strip("|").split("|")]
        elif not re.fullmatch(r"[|\- ]+", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.setdefault(heading, []).append(dict(zip(columns, cells)))
    return found


def results_of(log):
    """(file under examples/, first line, last line, CWEs, rule id) of every result that is not suppressed."""
    for run_ in log["runs"]:
        rules = {rule["id"]: rule for rule in run_["tool"]["driver"].get("rules", [])}
        for result in run_.get("results", []):
            if result.get("suppressions") or result.get("kind", "fail") != "fail":
                continue
            place = result["locations"][0]["physicalLocation"]
            region = place.get("region", {"startLine": 1})
            path = place["artifactLocation"]["uri"].removeprefix("examples/")
            rule = json.dumps(rules.get(result["ruleId"], {})) + json.dumps(result.get("taxa", []))
            cwes = {f"CWE-{int(number)}" for number in re.findall(r"(?i)cwe[-/\"a-z:_ ]{0,20}?(\d+)", rule)}
            yield path, region["startLine"], region.get("endLine", region["startLine"]), cwes, result["ruleId"]


def scan(sluice, folder, output):
    run([sluice, "scan", folder.name, "--compile-commands", f"{folder.name}/codec", "--reproducible",
         "--format", "sarif", "--output", output, "--fail-on", "never"], wanted=[0], cwd=folder.parent)
    return json.loads(output.read_text())


def check_findings(log, expected):
    planted = [(row["file"], int(row["line"]), set(row["CWE"].split(", "))) for row in expected["Planted weaknesses"]]
    missed = [(row["file"], int(row["line"])) for row in expected.get("Known misses", [])]
    results = list(results_of(log))
    for file, line, cwes in planted:
        here = [result for result in results if result[0] == file and result[1] <= line <= result[2]]
        told = sorted({f"{rule} {sorted(of)}" for _, _, _, of, rule in here})
        check(any(cwes & of for _, _, _, of, _ in here), f"{file}:{line} {'/'.join(sorted(cwes))}: {told or 'nothing found'}")
    known_places = [(file, line) for file, line, _ in planted] + missed
    for file, first, last, _, rule in results:
        if not any(file == known and first <= line <= last for known, line in known_places):
            check(False, f"{file}:{first} must stay silent and {rule} speaks")
    for file, line in missed:
        found = any(result[0] == file and result[1] <= line <= result[2] for result in results)
        check(not found, f"{file}:{line} is a known miss" + (": found now, move its row to the planted ones" if found else ""))


RISK = ["--waivers", EXAMPLES / "release/waivers", "--vex", EXAMPLES / "release/vex.json", "--allowed-signers", EXAMPLES / "release/allowed_signers"]


def decide(sluice, tree, folder, log_file, row, *more):
    """What `sluice gate` says, as JSON, about the release in examples/<folder> of the product in `tree`."""
    release = EXAMPLES / folder
    printed = run([sluice, "gate", "--policy", EXAMPLES / "release/policy.yaml", "--release", release / "release.yaml",
                   "--stage", "release", "--as-of", row["as of"], "--sarif", log_file,
                   "--assessment", f"sarif={release}/assessments/transport-check.sarif",
                   "--assessment", f"trivy={release}/assessments/trivy-web-image.json",
                   "--assessment", f"nessus={release}/assessments/sandbox.nessus",
                   "--checklist", ROOT / "checklists/release-security.yaml", "--answers", release / "answers.yaml",
                   "--root", tree, "--format", "json", *RISK, *more], wanted=[int(row["exit"])])
    return json.loads(printed)


def check_decision(decision, row, reasons, errors):
    """Every reason is one of the table's, and the other way round; open errors are a reason each."""
    version = row["release"]
    check(decision["verdict"] == row["verdict"], f"{version}: the verdict is {decision['verdict']}")
    left = []
    about_errors = 0
    for reason in decision["reasons"]:
        if reason["clause"]["name"].endswith(".findings.errors"):
            about_errors += 1
        else:
            left.append((reason["effect"], reason["clause"]["name"], reason["subject"]))
    check(about_errors == errors, f"{version}: {about_errors} reasons for {errors} open errors")
    for expected in reasons:
        match = next((one for one in left if one[0] == expected["effect"] and one[1].endswith(expected["clause"])
                      and expected["about"] in one[2]), None)
        check(match is not None, f"{version}: {expected['effect']} {expected['clause']}: {expected['about']}")
        if match:
            left.remove(match)
    for one in left:
        check(False, f"{version}: a reason that is not expected: {one}")


def check_set_aside(decision, expected):
    version = decision["release"]["version"]
    wanted = sorted((row["by"], row["what"], row["about"]) for row in expected["Set aside"] if row["release"] == version)
    found = sorted((one["by"], one["id"], one["subject"].split(":")[0].split(" ")[0]) for one in decision["setAside"])
    check(found == wanted, f"{version}: set aside are {found}")


def check_risk(sluice, work):
    """The commands beside the gate, on the same files."""
    policy, day = EXAMPLES / "release/policy.yaml", ["--as-of", "2026-11-20"]
    printed = run([sluice, "waivers", "check", EXAMPLES / "release/waivers", "--policy", policy, "--allowed-signers", EXAMPLES / "release/allowed_signers", *day], wanted=[1])
    check(printed.count("\n") == 1 and "W-2026-001: expired" in printed, f"of the waivers one is over, and all are signed: {printed}")
    forged = work / "forged"
    shutil.copytree(EXAMPLES / "release/waivers", forged)
    text = (forged / "2026.yaml").read_text()
    (forged / "2026.yaml").write_text(text.replace("expires: 2027-01-31", "expires: 2027-02-28"))
    printed = run([sluice, "waivers", "check", forged, "--policy", policy, "--allowed-signers", EXAMPLES / "release/allowed_signers", *day], wanted=[1])
    check("W-2026-002: unsigned: its signature does not count" in printed, "a day that was changed voids a waiver")


def check_exposure(sluice, expected):
    printed = run([sluice, "exposure", "CVE-2024-45491", "--deployments", EXAMPLES / "operations/deployments.yaml", "--versions", EXAMPLES / "operations/versions",
                   "--policy", EXAMPLES / "release/policy.yaml", "--plan", EXAMPLES / "operations/plans.yaml", "--as-of", "2026-12-17", "--format", "json"], wanted=[3])
    answer = json.loads(printed)
    found = {one["instance"]: one["exposed"] for one in answer["instances"]}
    check(found == {row["instance"]: row["exposed"] for row in expected["Exposed to CVE-2024-45491"]}, f"who is exposed: {found}")
    check(answer["plan"]["fixedIn"] == "4.2.1", "with the plan that they are told")


def count_errors(log):
    return sum(1 for run_ in log["runs"] for result in run_["results"]
               if result.get("level") == "error" and not result.get("suppressions"))


def main():
    sluice = pathlib.Path(sys.argv[1]).resolve()
    printed = run([sluice, "policy", "test", EXAMPLES / "release/policy.test.yaml"], wanted=[0, 1])
    check(" 0 failures" in printed, f"the policy passes its tests: {printed.splitlines()}")
    expected = tables((EXAMPLES / "EXPECTED.md").read_text())
    weak, fixed = expected["Decisions"]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        log = scan(sluice, EXAMPLES, work / "weak.sarif")
        check_findings(log, expected)
        decision = decide(sluice, EXAMPLES, "release", work / "weak.sarif", weak)
        check_decision(decision, weak, expected["Reasons on 4.2.0"], count_errors(log))
        check_set_aside(decision, expected)
        check_risk(sluice, work)
        check_exposure(sluice, expected)

        shutil.copytree(EXAMPLES, work / "examples")
        run(["git", "apply", "-p0", EXAMPLES / "release-fixed/fixes.patch"], wanted=[0], cwd=work / "examples")
        log = scan(sluice, work / "examples", work / "fixed.sarif")
        for file, line, _, _, rule in results_of(log):
            check(False, f"{file}:{line} is fixed and {rule} still speaks")
        decision = decide(sluice, work / "examples", "release-fixed", work / "fixed.sarif", fixed)
        check_decision(decision, fixed, expected.get("Reasons on 4.2.1", []), count_errors(log))
        check_set_aside(decision, expected)
    print(f"{len(failures)} checks failed" if failures else "all checks passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
