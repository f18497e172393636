#!/usr/bin/env python3
"""Scans whole repositories with the built-in rules and prints a Markdown row for each.

usage: real_repositories.py SLUICE BENCH_SCAN_SPEED FOLDER...

Files, lines, findings and the share of lines in places no parser could read come from the log of one scan; seconds
and peak memory are those of that process; the ratio is bench_scan_speed's (same files, same threads, one run).
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def scan(sluice, folder):
    with tempfile.TemporaryDirectory() as work:
        log = pathlib.Path(work) / "log.sarif"
        pid = os.posix_spawn(sluice, [sluice, "scan", folder, "--format", "sarif", "--fail-on", "never", "--output", str(log)], os.environ)
        begin = os.times().elapsed
        _, status, usage = os.wait4(pid, 0)
        seconds = os.times().elapsed - begin
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{folder}: exit {os.waitstatus_to_exitcode(status)}")
        return json.loads(log.read_text())["runs"][0], seconds, usage.ru_maxrss / 1024


def main():
    sluice, bench, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
    print("| repository | files | lines | findings | seconds | peak MB | unread bytes | time / tree-sitter alone |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for folder in folders:
        run, seconds, memory = scan(os.path.abspath(sluice), folder)
        facts = run["invocations"][0]["properties"]
        unread = 100 * facts["sluice/bytesUnread"] / max(1, facts["sluice/bytesScanned"])
        text = subprocess.run([bench, folder, "--jobs", "2", "--rounds", "3"], capture_output=True, text=True, check=True).stdout
        ratio = re.search(r"ratio ([\d.]+)", text).group(1)
        print(f"| {pathlib.Path(folder).name} | {facts['sluice/filesScanned']:,} | {facts['sluice/linesScanned']:,} | {len(run['results']):,} "
              f"| {seconds:.1f} | {memory:.0f} | {unread:.2f} % | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
