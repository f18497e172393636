#!/usr/bin/env python3
"""Small programs that each show one thing about where data goes: what is reported in them is what they really do.
Usage: flow_programs.py SLUICE [--update] [LANGUAGE[/PROGRAM]...]

tests/flow/<language>/ has a rule, flow.yaml, and programs: a file each, or a folder where it takes several files. Every
program is scanned by itself, as many of them have the same names. `ruleid: flow` stands above a line that must be
reported, `ok: flow` above one that must not; each program has both where the thing has both sides.
What does not hold yet is listed, with the cause, in tests/flow/expected_failures.txt: a program that fails and is not
there is an error, and so is one that is there and passes. --update takes those out that pass.
Programs that are named are shown with the lines that differ, whether they are listed or not.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/flow"
LIST = FOLDER / "expected_failures.txt"
LANGUAGES = ["c", "cpp", "csharp", "go", "java", "javascript", "php", "python", "ruby", "typescript"]
# What is not a program: the rule, and declarations of source, sink and clean.
BESIDE = {"flow.yaml", "io.h", "io.d.ts"}
LEAST_PROGRAMS = 44
LEAST_FOLDERS = 8
LONGEST_SCAN_SECONDS = 60
MARK = re.compile(r"(ruleid|ok): flow\b")
SINK = re.compile(r"\b[sS]ink\(")


def programs_of(language):
    return sorted(path for path in (FOLDER / language).iterdir() if path.name not in BESIDE and path.name != "__pycache__")


def name_of(program):
    return f"{program.parent.name}/{program.stem if program.is_file() else program.name}"


def files_of(program):
    return [program] if program.is_file() else sorted(path for path in program.rglob("*") if path.is_file() and path.suffix != ".pyc")


def marks_of(program):
    """What is marked as (file, line) -> must it be reported, and what is wrong with the marks."""
    marks, mistakes = {}, []
    for path in files_of(program):
        lines = path.read_text().splitlines()
        for number, line in enumerate(lines, 1):
            mark = MARK.search(line)
            if mark and (number == len(lines) or not SINK.search(lines[number])):
                mistakes.append(f"{path.relative_to(FOLDER)}:{number}: no sink below the mark")
            elif mark:
                marks[path, number + 1] = mark.group(1) == "ruleid"
    if not any(marks.values()):
        mistakes.append(f"{name_of(program)} has no line marked `ruleid: flow`")
    return marks, mistakes


def reported_in(sluice, program):
    """The places that a scan of this program alone reports, and what went wrong with the scan."""
    command = [sluice, "scan", "--config", FOLDER / program.parent.name / "flow.yaml", "--format", "json",
               "--fail-on", "never", "--jobs", "1", program.relative_to(ROOT)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=LONGEST_SCAN_SECONDS)
    except subprocess.TimeoutExpired:
        return set(), [f"the scan takes more than {LONGEST_SCAN_SECONDS} seconds"]
    if run.returncode != 0:
        return set(), [f"exit {run.returncode}: {run.stderr.strip()}"]
    log = json.loads(run.stdout)
    problems = [json.dumps(error) for error in log["errors"]] + ([] if log["complete"] else ["the scan is not complete"])
    return {(ROOT / result["path"], result["startLine"]) for result in log["results"]}, problems


def differences_of(sluice, program):
    """(mistakes in the program itself, lines that are not reported as they are marked)."""
    marks, mistakes = marks_of(program)
    reported, differences = reported_in(sluice, program)
    for path, line in sorted({place for place, must in marks.items() if must} ^ reported):
        what = "reported, must not be" if (path, line) in reported else "not reported"
        differences.append(f"{path.relative_to(FOLDER)}:{line}: {what}: {path.read_text().splitlines()[line - 1].strip()}")
    return mistakes, differences


def expected_failures():
    """program -> reason, and the lines that do not say that."""
    expected, mistakes = {}, []
    for number, line in enumerate(LIST.read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, reason = line.partition(": ")
        if not reason.strip():
            mistakes.append(f"{LIST.name}:{number}: the reason is missing")
        if name in expected:
            mistakes.append(f"{LIST.name}:{number}: `{name}` is listed twice")
        expected[name] = reason
    return expected, mistakes


def judge(name, differences, expected):
    """What is wrong when this is what differs in a program."""
    if differences and name not in expected:
        return [f"{name} fails:"] + [f"  {line}" for line in differences]
    if not differences and name in expected:
        return [f"{name} passes: take it out of {LIST.name}"]
    return []


def take_out(names):
    kept = [line for line in LIST.read_text().splitlines(True) if line.partition(": ")[0] not in names]
    LIST.write_text("".join(kept))


def size_mistakes(programs):
    for language in LANGUAGES:
        of_language = [program for program in programs if program.parent.name == language]
        folders = sum(program.is_dir() for program in of_language)
        if len(of_language) < LEAST_PROGRAMS or folders < LEAST_FOLDERS:
            yield f"{language} has {len(of_language)} programs, {folders} of them with several files: too few"


def chosen(programs, wanted):
    """Those that are named, by language or by name; all when nothing is."""
    return [program for program in programs if not wanted or {program.parent.name, name_of(program)} & wanted]


def show_known(outcomes, expected):
    """The lines that differ in programs that are listed."""
    for program, (_, differences) in outcomes:
        name = name_of(program)
        if differences and name in expected:
            print("\n  ".join([f"{name} is known to fail, {expected[name]}:", *differences]))


def show_counts(outcomes):
    for language in LANGUAGES:
        passed = [not differences for program, (_, differences) in outcomes if program.parent.name == language]
        if passed:
            print(f"{language}: {sum(passed)} of {len(passed)} programs pass")


def main():
    sluice, *options = sys.argv[1:]
    sluice, update, wanted = os.path.abspath(sluice), "--update" in options, set(options) - {"--update"}
    programs = [program for language in LANGUAGES for program in programs_of(language)]
    expected, errors = expected_failures()
    names = {name_of(program) for program in programs}
    errors += [f"{LIST.name}: there is no program `{name}`" for name in expected if name not in names]
    errors += size_mistakes(programs)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        run = chosen(programs, wanted)
        outcomes = list(zip(run, pool.map(lambda program: differences_of(sluice, program), run)))
    if update:
        take_out({name_of(program) for program, (_, differences) in outcomes if not differences})
        expected, _ = expected_failures()
    for program, (mistakes, differences) in outcomes:
        errors += mistakes + judge(name_of(program), differences, expected)
    if wanted:
        show_known(outcomes, expected)
    show_counts(outcomes)
    print("\n".join(errors) or "as expected")
    return 1 if errors or not outcomes else 0


sys.exit(main())
