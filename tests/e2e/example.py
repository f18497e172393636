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
AS_OF = "2026-11-20"

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


def main():
    sluice = pathlib.Path(sys.argv[1]).resolve()
    expected = tables((EXAMPLES / "EXPECTED.md").read_text())
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        check_findings(scan(sluice, EXAMPLES, work / "weak.sarif"), expected)
    print(f"{len(failures)} checks failed" if failures else "all checks passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
