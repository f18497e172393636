#!/usr/bin/env python3
"""How many entries a second a ledger takes. Usage: ledger_speed.py SLUICE [ENTRIES]

SQLite in a file, one writer, batches of 1, 10, 100 and 1000; every batch is synced to disk before it is acknowledged.
(200 writers on PostgreSQL: tests/e2e/ledger_postgres.py says how many a second.) Fails when batches of 100 or more take
fewer than 2,000 a second.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

WANTED = 2000


def main():
    sluice, entries = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    good = True
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(pathlib.Path(folder, "l.db"))
        subprocess.run([sluice, "ledger", "init", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
        for batch in (1, 10, 100, 1000):
            count = min(entries, batch * 1000)
            body = {"tool": "Sluice", "results": 212, "sha256": "0" * 64}
            lines = "".join(json.dumps({"kind": "scan", "release": "Aquila 4.2.0", "at": "2026-09-25T10:00:00Z", "by": "runner", "body": body}) + "\n"
                            for _ in range(count))
            started = time.monotonic()
            subprocess.run([sluice, "ledger", "append", "--ledger", ledger, "--batch", str(batch)], input=lines.encode(), stdout=subprocess.DEVNULL, check=True)
            rate = count / (time.monotonic() - started)
            print(f"batches of {batch:4}: {rate:8.0f} entries a second ({count})")
            good = good and (batch < 100 or rate >= WANTED)
        started = time.monotonic()
        out = subprocess.run([sluice, "ledger", "verify", "--ledger", ledger], capture_output=True, text=True, check=True).stdout
        print(f"verify: {time.monotonic() - started:.2f} s; {out.splitlines()[0].split(', ')[1]}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
