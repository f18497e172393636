#!/usr/bin/env python3
"""Times Sluice against ast-grep on the same number of equivalent simple rules.

usage: against_ast_grep.py SLUICE AST_GREP FOLDER LANGUAGE [--rules 50] [--threads 2] [--rounds 5]

Each rule looks for calls of one function name with any arguments, the names being the most frequent callees of the
folder itself, so that every rule finds something. Both write their findings as JSON to a file. In turns, so that what
else the machine does weighs on both; the medians and their ratio are printed, and the number of findings of each.
"""
import argparse
import collections
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ENDINGS = {"java": ".java", "python": ".py", "javascript": ".js", "go": ".go", "typescript": ".ts", "csharp": ".cs"}


# Words that stand before a parenthesis and call nothing, in any of the languages; and `init`, `new` and
# `make`, which one of the two tools cannot read as a call in a pattern.
KEYWORDS = """and as assert async await case catch class constructor def default defer delete do elif else except export extends
fallthrough finally fixed for foreach from func function get global go goto if implements import in init instanceof
interface is lambda let lock make match native new nonlocal not or package pass print private protected public raise
range return select set static strictfp super switch synchronized this throw throws transient try typeof using var void
volatile while with yield""".split()


def frequent_callees(folder, ending, count):
    names = collections.Counter()
    for path in pathlib.Path(folder).rglob("*" + ending):
        if path.is_file():
            names.update(re.findall(r"\b([a-z][A-Za-z0-9_]{2,})\(", path.read_text(errors="replace")))
    for keyword in KEYWORDS:
        names.pop(keyword, None)
    return [name for name, _ in names.most_common(count)]


def write_rules(work, names, language):
    # A call by its bare name and one on an object.
    ours = {"rules": [{"id": f"call-{name}", "languages": [language], "severity": "INFO", "message": name,
                       "pattern-either": [{"pattern": f"{name}(...)"}, {"pattern": f"$O.{name}(...)"}]} for name in names]}
    (work / "rules.yaml").write_text(json.dumps(ours))
    theirs = "\n---\n".join(json.dumps({"id": f"call-{name}", "language": language, "severity": "info", "message": name,
                                        "rule": {"any": [{"pattern": f"{name}($$$)"}, {"pattern": f"$O.{name}($$$)"}]}}) for name in names)
    (work / "ast-grep.yaml").write_text(theirs)


def run(command, output):
    begin = time.perf_counter()
    with open(output, "wb") as out:
        status = subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL).returncode
    if status not in (0, 1):
        sys.exit(f"exit {status}: {' '.join(map(str, command))}")
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("sluice", "ast_grep", "folder", "language"):
        parser.add_argument(name)
    for name, default in (("--rules", 50), ("--threads", 2), ("--rounds", 5)):
        parser.add_argument(name, type=int, default=default)
    arguments = parser.parse_args()
    folder = str(pathlib.Path(arguments.folder).resolve())
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        names = frequent_callees(folder, ENDINGS[arguments.language], arguments.rules)
        write_rules(work, names, arguments.language)
        ours = [arguments.sluice, "scan", folder, "--config", work / "rules.yaml", "--languages", arguments.language,
                "--format", "json", "--fail-on", "never", "--jobs", str(arguments.threads)]
        theirs = [arguments.ast_grep, "scan", "--rule", work / "ast-grep.yaml", "--json=stream", "--threads", str(arguments.threads),
                  "--no-ignore", "hidden", folder]
        times = {"sluice": [], "ast-grep": []}
        for _ in range(arguments.rounds):
            times["sluice"].append(run(ours, work / "ours.json"))
            times["ast-grep"].append(run(theirs, work / "theirs.json"))
        found = {"sluice": len(json.loads((work / "ours.json").read_text())["results"]),
                 "ast-grep": sum(1 for _ in open(work / "theirs.json"))}
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name in times:
        print(f"{name}: {medians[name]:.3f} s, {found[name]} findings")
    print(f"ratio {medians['sluice'] / medians['ast-grep']:.2f} ({len(names)} rules, {arguments.threads} threads, median of {arguments.rounds})")


if __name__ == "__main__":
    main()
