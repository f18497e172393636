#!/usr/bin/env python3
"""Small web programs whose pages are templates: what is reported in them, with the rules that ship, is what they really do.
Usage: template_programs.py SLUICE [ENGINE[/PROGRAM]...]

tests/flow/templates/<engine>/<program>/ is a program. `ruleid: xss` stands above a line of a template (or of code) that must be
reported, `ok: xss` above one that must not, in whatever comment the language has; no other line may be reported. Every
finding has a trace.
What does not hold yet is listed, with the cause, in tests/flow/templates/expected_failures.txt.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/flow/templates"
LIST = FOLDER / "expected_failures.txt"
LEAST_PROGRAMS = 3  # of an engine
LONGEST_SCAN_SECONDS = 60
MARK = re.compile(r"(ruleid|ok): xss\b")


def programs():
    return sorted(program for engine in FOLDER.iterdir() if engine.is_dir() for program in engine.iterdir())


def name_of(program):
    return f"{program.parent.name}/{program.name}"


def marks_of(program):
    """(file, line) -> must it be reported."""
    marks = {}
    for path in sorted(path for path in program.rglob("*") if path.is_file()):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if mark := MARK.search(line):
                marks[path, number + 1] = mark.group(1) == "ruleid"
    return marks


def scan(sluice, program):
    command = [sluice, "scan", "--config", ROOT / "rules", "--format", "sarif", "--fail-on", "never", "--jobs", "1", program.relative_to(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=LONGEST_SCAN_SECONDS)
    if run.returncode != 0:
        return [], [f"exit {run.returncode}: {run.stderr.strip()}"]
    found = [result for result in json.loads(run.stdout)["runs"][0]["results"] if "xss" in result["ruleId"]]
    return found, []


def place_of(location):
    physical = location["physicalLocation"]
    return ROOT / physical["artifactLocation"]["uri"], physical["region"]["startLine"]


def differences_of(sluice, program):
    marks = marks_of(program)
    differences = [] if any(marks.values()) else ["no line is marked `ruleid: xss`"]
    found, problems = scan(sluice, program)
    reported = {}
    for result in found:
        path, line = place_of(result["locations"][0])
        path = path if path.exists() else program / path.relative_to(ROOT)
        reported[path, line] = result
    for path, line in sorted({place for place, must in marks.items() if must} ^ reported.keys()):
        what = "reported, must not be" if (path, line) in reported else "not reported"
        differences.append(f"{path.relative_to(FOLDER)}:{line}: {what}: {path.read_text().splitlines()[line - 1].strip()}")
    for (path, line), result in reported.items():
        if not result.get("codeFlows"):
            differences.append(f"{path.relative_to(FOLDER)}:{line}: the finding has no trace")
    return problems + differences


def expected_failures():
    lines = [line for line in LIST.read_text().splitlines() if line and not line.startswith("#")]
    return {name: reason for name, _, reason in (line.partition(": ") for line in lines)}


def main():
    sluice, *wanted = sys.argv[1:]
    sluice, expected, errors = os.path.abspath(sluice), expected_failures(), []
    run = [program for program in programs() if not wanted or {program.parent.name, name_of(program)} & set(wanted)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(zip(run, pool.map(lambda program: differences_of(sluice, program), run)))
    for program, differences in outcomes:
        name = name_of(program)
        if differences and (wanted or name not in expected):
            errors += [f"{name} fails:"] + [f"  {line}" for line in differences]
        if not differences and name in expected:
            errors.append(f"{name} passes: take it out of {LIST.name}")
    errors += [f"{LIST.name}: there is no program `{name}`" for name in expected if not (FOLDER / name).is_dir()]
    for engine in sorted({program.parent.name for program in run}):
        of_engine = [differences for program, differences in outcomes if program.parent.name == engine]
        print(f"{engine}: {sum(not differences for differences in of_engine)} of {len(of_engine)} programs pass")
        if not wanted and len(of_engine) < LEAST_PROGRAMS:
            errors.append(f"{engine} has {len(of_engine)} programs: too few")
    print("\n".join(errors) or "as expected")
    return 1 if errors or not outcomes else 0


sys.exit(main())
