#!/usr/bin/env python3
"""Imports generated reports of a given size and prints throughput and peak memory.

    tests/bench/import_large.py build/release/sluice [MEGABYTES]

Fails when a report needs more memory than half its own size plus 64 MB.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

PADDING = "a text that no finding keeps, " * 250


def write_grype(out, size):
    out.write('{"matches":[')
    count = 0
    while out.tell() < size:
        match = {
            "vulnerability": {
                "id": f"CVE-2024-{1000 + count}",
                "severity": "High",
                "urls": [PADDING],
                "cvss": [{"version": "3.1", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
            },
            "artifact": {"name": f"package-{count}", "version": "1"},
        }
        out.write(("," if count else "") + json.dumps(match))
        count += 1
    out.write('],"descriptor":{"name":"grype","version":"1"}}')
    return count


def write_nessus(out, size):
    out.write('<?xml version="1.0"?><NessusClientData_v2><Report name="r">')
    count = 0
    while out.tell() < size:
        out.write(f'<ReportHost name="host-{count}"><HostProperties/>')
        for plugin in range(100):
            out.write(
                f'<ReportItem port="443" protocol="tcp" severity="3" pluginID="{plugin}" pluginName="n">'
                f"<see_also>{PADDING}</see_also></ReportItem>"
            )
        out.write("</ReportHost>")
        count += 100
    out.write("</Report></NessusClientData_v2>")
    return count


def measure(sluice, name, write, size):
    with tempfile.NamedTemporaryFile("w", suffix="." + name) as out:
        count = write(out, size)
        out.flush()
        size = os.path.getsize(out.name)
        begin = time.monotonic()
        done = subprocess.run([sluice, "import", name, out.name, "--summary"], capture_output=True, text=True)
        seconds = time.monotonic() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    items = json.loads(done.stdout)["items"]
    megabytes = size / 1e6
    print(f"{name}: {megabytes:.0f} MB, {items} items, {megabytes / seconds:.0f} MB/s, at most {peak:.0f} MB in memory")
    if items != count or peak > megabytes / 2 + 64:
        sys.exit(f"{name}: expected {count} items in at most {megabytes / 2 + 64:.0f} MB")


def main():
    sluice, megabytes = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    for name, write in (("grype", write_grype), ("nessus", write_nessus)):
        measure(sluice, name, write, megabytes * 1_000_000)


if __name__ == "__main__":
    main()
