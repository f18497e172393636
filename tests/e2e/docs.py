#!/usr/bin/env python3
"""The documents are true where a machine can tell: the files they name exist, the notices list what is built in,
the commands they name are commands. Usage: docs.py SLUICE
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "examples/README.md", "docs/ci.md", "docs/policy.md",
         "docs/signoff.md", "docs/ledger.md", "docs/waivers.md", "docs/deadlines.md", "docs/exposure.md", "docs/vulnerabilities.md"]

OF_USERS = {"sluice.yaml"}  # files that a user's tree has and this one does not


def wrong_packages():
    """Every package that the build takes in stands in the notices, npm packages at the version that is pinned."""
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text()
    rows = dict(re.findall(r"^\| `([^`]+)` \| (\S+) \|", notices, re.M))
    pinned = json.loads((ROOT / "third_party/package-lock.json").read_text())["packages"]
    wanted = json.loads((ROOT / "third_party/package.json").read_text())["dependencies"]
    for name in wanted:
        version = pinned[f"node_modules/{name}"]["version"]
        if rows.get(name) != version:
            yield f"THIRD-PARTY-NOTICES.md: npm package {name} is {version} and the notices say {rows.get(name)}"
    for name in sorted(rows.keys() - wanted.keys()):
        yield f"THIRD-PARTY-NOTICES.md: npm package {name} is not in third_party/package.json"
    for line in (ROOT / "ci/packages.txt").read_text().splitlines():
        for package in [] if line.startswith("#") else line.split()[1].split("|"):
            if (package.startswith("lib") or package == "catch2") and f"`{package}`" not in notices:
                yield f"THIRD-PARTY-NOTICES.md: Debian package {package} is missing"


def names_in(folder):
    """The file names of a folder and below; of the root, only its own."""
    root = ROOT / folder
    return [path.name for path in (root.rglob("*") if folder else root.iterdir())]


def wrong_paths(page, text):
    """A path in backticks that begins with a folder or file of the repository exists; <name> and * stand for anything."""
    top = {path.name for path in ROOT.iterdir()}
    names = {file for folder in ("", "examples", "ci", "docs", "rules", "checklists", "tests") for file in names_in(folder)}
    for path in re.findall(r"`([\w.@*<>{},/-]+)`", text) + re.findall(r"\]\(([^)#:]+)\)", text):
        path = re.sub(r"<[^>]*>", "*", path).rstrip("/")
        first = path.split("/")[0]
        if "/" not in path and (path in names or not re.search(r"\.(md|txt|yaml|json|sh|py)$", path)):
            continue
        if "/" in path and first not in top:
            continue
        if first == "build" or "{" in path or path in OF_USERS:
            continue
        folder = ROOT / pathlib.Path(page).parent
        # A bare name may be one that a user's tree has, as the example product does.
        in_example = "/" not in path and any(ROOT.glob(f"examples/**/{path}"))
        if not (any(ROOT.glob(path)) or any(folder.glob(path)) or in_example):
            yield f"{page}: there is no `{path}`"


def wrong_commands(page, text, commands):
    for line in re.findall(r"^(?:    |\$ |`)?(?:build/release/)?sluice ([a-z]+)\b.*$", text, re.M):
        if line not in commands:
            yield f"{page}: `sluice {line}` is not a command"


def wrong_languages(program):
    """README's table of languages is what `sluice languages` says."""
    readme = (ROOT / "README.md").read_text()
    lines = subprocess.run([program, "languages"], capture_output=True, text=True, check=True).stdout.split("\n\n")[0]
    for tree in ("full", "basic"):
        row = re.search(rf"^\| {tree}: [^|]*\| ([^|]*) \|$", readme, re.M)
        told = set(row.group(1).split(", ")) if row else set()
        known = set(re.findall(rf"^\S+ +(\S+) +{tree} ", lines, re.M))
        for title in sorted(told ^ known):
            yield f"README.md: {title} is {tree} " + ("in the program only" if title in known else "in the document only")


def main():
    usage = subprocess.run([sys.argv[1], "--help"], capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"^  ([a-z]+)\s", usage, re.M))
    wrong = list(wrong_packages()) + list(wrong_languages(sys.argv[1]))
    for page in PAGES:
        if not (ROOT / page).exists():
            wrong.append(f"{page} is missing")
            continue
        text = (ROOT / page).read_text()
        wrong += wrong_paths(page, text)
        wrong += wrong_commands(page, text, commands)
    print("\n".join(wrong) or f"{len(PAGES)} pages name only what there is")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
