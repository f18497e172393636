#!/usr/bin/env python3
"""A writer is killed at random points, again and again: whatever it acknowledged is in the ledger, and the chain holds.

Two writers share the file; each is killed (SIGKILL) a random while after it began to write. Usage: ledger_crash.py SLUICE [KILLS]
"""
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BATCH = 3
failures = []


def check(good, what, *details):
    print(("ok: " if good else "FAILED: ") + what, flush=True)
    if not good:
        print(*details, sep="\n")
        failures.append(what)


def line(writer, number):
    return json.dumps({"id": f"{writer}-{number}", "kind": "note", "release": "R 1", "at": "2026-11-28T10:00:00Z", "by": "crash",
                       "body": {"text": "x" * (number * 37 % 900)}}) + "\n"


def start(sluice, ledger, writer):
    """A writer with more to do than it will live for."""
    process = subprocess.Popen([sluice, "ledger", "append", "--ledger", ledger, "--batch", str(BATCH)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write("".join(line(writer, number) for number in range(60)).encode())  # fits a pipe
    process.stdin.flush()
    return process


def acknowledged(process):
    found = {}
    for row in process.stdout.read().decode().splitlines():
        parts = row.split()
        if len(parts) == 3 and len(parts[2]) == 64:  # the last line may be half of one
            found[parts[1]] = (int(parts[0]), parts[2])
    return found


def check_crashes(sluice, folder, kills):
    ledger, chance = str(folder / "l.db"), random.Random(20261128)
    subprocess.run([sluice, "ledger", "init", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
    done, seen, lost = 0, 0, []
    while done < kills:
        pair = [start(sluice, ledger, f"w{done}"), start(sluice, ledger, f"w{done + 1}")]
        if chance.random() < 0.8:  # mostly within the writing, sometimes already while it opens the file
            wait_for_first(ledger, f"w{done}")
        for process in pair:
            time.sleep(chance.random() * 0.012)
            process.send_signal(signal.SIGKILL)
        for process in pair:
            process.wait()
            told = acknowledged(process)
            seen += len(told)
            lost += missing(ledger, told)
            for pipe in (process.stdin, process.stdout, process.stderr):
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass
        done += 2
    check(not lost, f"{done} writers were killed: none of {seen} acknowledged entries is lost", lost[:10])
    check(seen > kills, "the kills came while they wrote", seen)
    batches_are_whole(ledger)
    out = subprocess.run([sluice, "ledger", "verify", "--ledger", ledger], capture_output=True, text=True)
    check(out.returncode == 0 and out.stdout.startswith("SOUND"), "the chain holds: " + out.stdout.splitlines()[0], out.stdout, out.stderr)


def wait_for_first(ledger, writer):
    database = sqlite3.connect(ledger, timeout=60)
    for _ in range(2000):
        if database.execute("SELECT 1 FROM ledger_entries WHERE id = ?", (f"{writer}-0",)).fetchone():
            break
        time.sleep(0.001)
    database.close()


def missing(ledger, told):
    database = sqlite3.connect(ledger, timeout=60)
    rows = {row[0]: (row[1], row[2]) for name in told
            for row in database.execute("SELECT id, sequence, hash FROM ledger_entries WHERE id = ?", (name,))}
    database.close()
    return [name for name, there in told.items() if rows.get(name) != there]


def batches_are_whole(ledger):
    database = sqlite3.connect(ledger, timeout=60)
    counts = dict(database.execute("SELECT substr(id, 1, instr(id, '-') - 1), count(*) FROM ledger_entries GROUP BY 1"))
    database.close()
    check(all(count % BATCH == 0 for count in counts.values()), "what was written together is there together or not at all")


def check_synced(sluice, folder):
    """Killing a process does not show what a power cut does: before an acknowledgement is written, the file is synced."""
    if not shutil.which("strace"):
        print("not checked: that data is on disk before it is acknowledged (needs strace)")
        return
    ledger = str(folder / "s.db")
    subprocess.run([sluice, "ledger", "init", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
    trace = subprocess.run(["strace", "-f", "-e", "trace=fdatasync,fsync,write,pwrite64", "-o", folder / "trace", sluice, "ledger", "append", "--ledger", ledger],
                           input="".join(line("s", number) for number in range(5)), capture_output=True, text=True)
    if trace.returncode:
        print("not checked: strace does not work here:", trace.stderr.strip()[-200:])
        return
    events, dirty, early = (folder / "trace").read_text().splitlines(), False, 0
    acknowledgements = 0
    for event in events:
        if "pwrite64(" in event:
            dirty = True
        elif "sync(" in event:
            dirty = False
        elif "write(1," in event:
            acknowledgements += 1
            early += dirty
    check(acknowledgements == 5 and early == 0, "every entry is synced to disk before it is acknowledged", acknowledgements, early)


def main():
    sluice, kills = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 500
    with tempfile.TemporaryDirectory() as folder:
        check_crashes(sluice, pathlib.Path(folder), kills)
        check_synced(sluice, pathlib.Path(folder))
    print(f"{len(failures)} checks failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
