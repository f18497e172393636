#!/usr/bin/env python3
"""Every package that the build takes in stands in THIRD-PARTY-NOTICES.md, npm packages at the version that is pinned."""
import json
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]
notices = (root / "THIRD-PARTY-NOTICES.md").read_text()
rows = dict(re.findall(r"^\| `([^`]+)` \| (\S+) \|", notices, re.M))
missing = []

pinned = json.loads((root / "third_party/package-lock.json").read_text())["packages"]
wanted = json.loads((root / "third_party/package.json").read_text())["dependencies"]
for name in wanted:
    version = pinned[f"node_modules/{name}"]["version"]
    if rows.get(name) != version:
        missing.append(f"npm package {name} {version}: the notices say {rows.get(name, 'nothing')}")
for name in rows.keys() - wanted.keys():
    missing.append(f"npm package {name} is in the notices and not in third_party/package.json")

for line in (root / "ci/packages.txt").read_text().splitlines():
    if line.startswith("#"):
        continue
    for package in line.split()[1].split("|"):
        is_library = package.startswith("lib") or package.endswith("-dev") or package == "catch2"
        if is_library and f"`{package}`" not in notices:
            missing.append(f"Debian package {package} is not in the notices")

if not rows:
    missing.append("the notices have no table of npm packages")
print("\n".join(missing) or f"{len(rows)} npm packages and all libraries are in the notices")
sys.exit(1 if missing else 0)
