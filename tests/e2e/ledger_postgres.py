#!/usr/bin/env python3
"""A ledger on a real PostgreSQL server: the same as in a file, 200 writers at once, a server that dies, no password shown.

Usage: ledger_postgres.py SLUICE [WRITERS]
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "helpers"))
sys.dont_write_bytecode = True
import postgres_server  # noqa: E402
from postgres_server import PASSWORD, Server  # noqa: E402
from signed_example import RELEASE, Example  # noqa: E402

ENTRIES_OF_A_WRITER = 20
failures = []


def check(good, what, *details):
    print(("ok: " if good else "FAILED: ") + what, flush=True)
    if not good:
        print(*details, sep="\n")
        failures.append(what)


def lines(writer, count, kind="note"):
    return "".join(json.dumps({"id": f"w{writer}-{i}", "kind": kind, "release": f"R {writer % 7}", "at": "2026-11-28T10:00:00Z",
                               "by": f"runner-{writer}", "body": {"n": i}}) + "\n" for i in range(count))


def check_same_as_a_file(server, example):
    url = server.url()
    example.make_keys()
    example.must("ledger", "init", "--ledger", url)
    code, _, err = example.run("ledger", "init", "--ledger", url)
    check(code == 2 and "has a ledger already" in err, "a ledger is made once", err)
    code, out, err = example.gate("--ledger", url, "--signoff", "release.dsse.json")
    check(code == 0, "the gate decides and records", out[:300], err)
    example.sign()
    example.must("ledger", "record", "--ledger", url, "--kind", "signoff", "--file", "release.dsse.json", "--by", "ada")
    example.must("ledger", "checkpoint", "--ledger", url, "--key", "ada.pem", "-o", "checkpoint.json")
    code, out, err = example.run("ledger", "verify", "--ledger", url, "--allowed-signers", "allowed_signers", "--checkpoint", "checkpoint.json")
    check(code == 0 and out.startswith("SOUND"), "it is sound", out, err)
    check(PASSWORD not in out + err and "postgresql://owner@127.0.0.1" in out, "its name is shown without the password", out)
    example.must("ledger", "export", "--ledger", url, RELEASE, "-o", "a.tgz")
    code, out, err = example.run("ledger", "verify", "a.tgz", "--allowed-signers", "allowed_signers", "--as-of", "2026-12-01")
    check(code == 0 and out.count("signed by") == 2, "its archive is sound", out, err)


def check_append_only(server, example):
    for sql in ("UPDATE ledger_entries SET body = '{}'", "DELETE FROM ledger_entries", "TRUNCATE ledger_entries", "DELETE FROM ledger_head",
                "UPDATE ledger_first_seen SET day = '2020-01-01'"):
        done = server.psql(sql)
        check(done.returncode != 0 and "append-only" in done.stderr, f"even the owner is refused: {sql}", done.stderr)
    server.sql("CREATE ROLE writer LOGIN PASSWORD '%s'; GRANT SELECT, INSERT ON ledger_entries, ledger_first_seen TO writer; "
               "GRANT SELECT ON ledger_head TO writer" % PASSWORD)
    out = example.must("ledger", "append", "--ledger", server.url(user="writer"), stdin=lines(900, 2))
    check(len(out.splitlines()) == 2, "who may only INSERT and SELECT can append", out)
    done = server.psql("ALTER TABLE ledger_entries DISABLE TRIGGER ALL", user="writer")
    check(done.returncode != 0, "and cannot take the triggers away")


def check_writers(server, example, writers):
    url, started = server.url(user="writer"), time.monotonic()
    before = int(server.sql("SELECT count(*) FROM ledger_entries"))
    running = [subprocess.Popen([str(example.sluice), "ledger", "append", "--ledger", url, "--batch", "5"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(writers)]
    for number, process in enumerate(running):  # all are there before the first entry comes
        process.stdin.write(lines(number, ENTRIES_OF_A_WRITER))
        process.stdin.close()
    acknowledged, errors = {}, ""
    for process in running:
        for line in process.stdout.read().splitlines():
            sequence, name, digest = line.split()
            acknowledged[name] = (int(sequence), digest)
        errors += process.stderr.read()
        process.wait()
    seconds = time.monotonic() - started
    total = writers * ENTRIES_OF_A_WRITER
    check(len(acknowledged) == total and not errors, f"{writers} writers at once: all {total} entries are acknowledged ({total / seconds:.0f} a second)", errors[-2000:])
    rows = {name: (int(sequence), digest) for sequence, name, digest in
            (row.split("|") for row in server.sql("SELECT sequence, id, hash FROM ledger_entries").splitlines())}
    check(all(rows.get(name) == there for name, there in acknowledged.items()), "each stands where it was acknowledged: none is lost")
    check(len(rows) == before + total and sorted(sequence for sequence, _ in rows.values()) == list(range(1, before + total + 1)),
          "none is doubled, and the numbers have no gap", len(rows), before + total)
    code, out, err = example.run("ledger", "verify", "--ledger", url, "--checkpoint", "checkpoint.json")
    check(code == 0, "the chain holds", out, err)
    again = example.must("ledger", "append", "--ledger", url, "--batch", "7", stdin=lines(3, ENTRIES_OF_A_WRITER))
    check(all(acknowledged[line.split()[1]] == (int(line.split()[0]), line.split()[2]) for line in again.splitlines()),
          "what is sent twice is there once, under its number")


def check_dying_server(server, example):
    url = server.url(user="writer")
    running = [subprocess.Popen([str(example.sluice), "ledger", "append", "--ledger", url], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True) for _ in range(4)]
    for number, process in enumerate(running):
        process.stdin.write(lines(1000 + number, 400))
        process.stdin.flush()
    time.sleep(0.7)
    server.crash()
    acknowledged, told = {}, ""
    for process in running:
        out, err = process.communicate(timeout=60)
        told += err
        for line in out.splitlines():
            sequence, name, digest = line.split()
            acknowledged[name] = (int(sequence), digest)
    check(PASSWORD not in told, "no password in what a broken connection says", told)
    server.start()
    rows = {name: (int(sequence), digest) for sequence, name, digest in
            (row.split("|") for row in server.sql("SELECT sequence, id, hash FROM ledger_entries").splitlines())}
    check(acknowledged and all(rows.get(name) == there for name, there in acknowledged.items()),
          f"the server died: all {len(acknowledged)} entries that were acknowledged are there")
    code, out, err = example.run("ledger", "verify", "--ledger", url)
    check(code == 0, "and the chain holds", out, err)


def check_tampering(server, example):
    url = server.url()
    for what, sql, told in [("a changed entry", "UPDATE ledger_entries SET by_whom = 'mallory' WHERE sequence = 5", "entry 5 "),
                            ("a removed entry", "DELETE FROM ledger_entries WHERE sequence = 9", "entry 9, which stood before it, was removed"),
                            ("a cut tail", "DELETE FROM ledger_entries WHERE sequence > 2", "its tail was cut off")]:
        server.sql("CREATE TABLE kept AS SELECT * FROM ledger_entries")
        server.sql("ALTER TABLE ledger_entries DISABLE TRIGGER USER; " + sql)
        code, out, err = example.run("ledger", "verify", "--ledger", url, "--checkpoint", "checkpoint.json")
        check(code == 1 and told in out, f"{what} is found: {told}", out[:1000], err)
        server.sql("TRUNCATE ledger_entries; INSERT INTO ledger_entries SELECT * FROM kept; DROP TABLE kept; ALTER TABLE ledger_entries ENABLE TRIGGER USER")
    check(example.run("ledger", "verify", "--ledger", url, "--checkpoint", "checkpoint.json")[0] == 0, "and it is sound again")


def check_passwords(server, example):
    for what, url in [("a wrong password", server.url(password="wr0ng-" + PASSWORD)), ("no such database", server.url(database="nowhere")),
                      ("no such port", f"postgresql://owner:{PASSWORD}@127.0.0.1:1/ledger"), ("a broken string", f"postgresql://owner:{PASSWORD}@[x/ledger"),
                      ("a password as a parameter", f"postgresql://127.0.0.1:1/ledger?user=owner&password={PASSWORD}")]:
        for command in (["ledger", "show"], ["ledger", "verify"], ["ledger", "init"]):
            code, out, err = example.run(*command, "--ledger", url)
            check(code == 2 and err and PASSWORD not in out + err, f"{what}, {command[1]}: told without the password", code, out, err)


def main():
    if not postgres_server.programs():
        print("skipped: needs a PostgreSQL server (package postgresql)")
        return 77
    writers = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder, Server(connections=writers + 30) as server:
        example = Example(sys.argv[1], folder)
        check_same_as_a_file(server, example)
        check_append_only(server, example)
        check_writers(server, example, writers)
        check_dying_server(server, example)
        check_tampering(server, example)
        check_passwords(server, example)
    print(f"{len(failures)} checks failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
