#!/usr/bin/env python3
"""A ledger in a file, end to end: gate --ledger, record, checkpoint, verify, export, and an archive that was changed.

Usage: ledger.py SLUICE
"""
import gzip
import io
import json
import pathlib
import sqlite3
import sys
import tarfile
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "helpers"))
sys.dont_write_bytecode = True
from signed_example import RELEASE, Example  # noqa: E402

AT = ["--by", "ada@shelf.example.com", "--at"]
ENVELOPE = "release.dsse.json"
failures = []


def check(good, what, *details):
    print(("ok: " if good else "FAILED: ") + what)
    if not good:
        print(*details, sep="\n")
        failures.append(what)


def decide_and_sign(example):
    example.make_keys()
    example.must("ledger", "init", "--ledger", "l.db")
    code, out, err = example.gate("--ledger", "l.db", "--signoff", ENVELOPE)
    check(code == 0, "the gate decides and records", out[:300], err)
    example.sign()
    out = example.must("ledger", "record", "--ledger", "l.db", "--kind", "signoff", "--file", ENVELOPE, *AT, "2026-11-28T16:00:00Z")
    check(out.startswith("entry 3 "), "the sign-off is recorded", out)
    out = example.must("ledger", "record", "--ledger", "l.db", "--kind", "note", "--release", "Other 1.0", "--note", "a secret of another", *AT, "2026-11-28T17:00:00Z")
    out = example.must("ledger", "checkpoint", "--ledger", "l.db", "--key", "ada.pem", "-o", "checkpoint.json", *AT, "2026-11-28T18:00:00Z")
    check("checkpoint at entry 4" in out, "a checkpoint is signed", out)
    rows = [json.loads(line) for line in example.must("ledger", "show", "--ledger", "l.db", "--format", "json").splitlines()]
    check([row["kind"] for row in rows] == ["decision", "first-seen", "signoff", "note", "checkpoint"], "show lists what happened", rows)
    code, out, err = example.verify("--inputs", ".")
    check(code == 0, "the sign-off of a decision with a ledger is verified with its inputs", out, err)


def check_verify(example):
    arguments = ["ledger", "verify", "--ledger", "l.db", "--allowed-signers", "allowed_signers", "--checkpoint", "checkpoint.json"]
    code, out, err = example.run(*arguments)
    check(code == 0 and out.startswith("SOUND") and "1 signed checkpoints" in out and "not checked" not in out, "a ledger that nobody changed is sound", out, err)
    kept = (example.folder / "l.db").read_bytes()
    for what, sql, told in [
        ("a changed entry", "UPDATE ledger_entries SET body = replace(body, 'go', 'ho') WHERE sequence = 1", "entry 1 (decision of MediaShelf 4.2.1"),
        ("a removed entry", "DELETE FROM ledger_entries WHERE sequence = 2", "entry 2, which stood before it, was removed"),
        ("a cut tail", "DELETE FROM ledger_entries WHERE sequence > 2", "had 4 entries, now it ends with entry 2: its tail was cut off"),
        ("a first-seen day", "UPDATE ledger_first_seen SET day = '2026-11-27' WHERE day = (SELECT min(day) FROM ledger_first_seen)", "no entry says so"),
    ]:
        database = sqlite3.connect(example.folder / "l.db")
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(sql)
        database.commit()
        database.close()
        code, out, err = example.run(*arguments)
        check(code == 1 and told in out, f"{what} is found: {told}", out, err)
        (example.folder / "l.db").write_bytes(kept)
        for extra in ("l.db-wal", "l.db-shm"):
            (example.folder / extra).unlink(missing_ok=True)
    check(example.run(*arguments)[0] == 0, "and it is sound again")
    code, out, _ = example.run("ledger", "verify", "--ledger", "l.db")
    check(code == 0 and "not checked: that no last entries were cut off" in out, "what was not checked is said", out)
    code, _, err = example.run("ledger", "verify", "--ledger", "absent.db")
    check(code == 2 and "absent.db" in err and not (example.folder / "absent.db").exists(), "a ledger that is not there is an error", err)


def check_first_seen(example):
    """A later look cannot move a first day forward, an earlier one moves it back."""
    days = lambda: dict(sqlite3.connect(example.folder / "l.db").execute("SELECT name, min(day) FROM ledger_first_seen GROUP BY name"))
    before = days()
    name = sorted(before)[0]
    body = {"kind": "first-seen", "body": {"days": {name: "2020-02-02"}}}
    example.must("ledger", "append", "--ledger", "l.db", *AT, "2026-11-29T10:00:00Z", stdin=json.dumps(body) + "\n")
    code, out, err = example.gate("--ledger", "l.db", "--signoff", "again.json")
    after = days()
    # One vulnerability is known by several names, and its day holds for each of them.
    moved = {k for k in before if after[k] != before[k]}
    check(name in moved and all(after[k] == "2020-02-02" for k in moved) and moved != set(before) and set(after) == set(before),
          "first-seen days stay where they were", before, after)
    decision = json.loads(out)
    ledger = [file for file in decision["evidence"] if file["role"] == "ledger"]
    check(len(ledger) == 1 and "first-seen days" in ledger[0]["about"], "the decision names the ledger among its evidence", ledger)


def unpacked(archive):
    with tarfile.open(archive) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar.getmembers()}


def packed(files, archive, edit=lambda info: None):
    """As Sluice writes them; `edit` may change a header."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o644
            edit(info)
            tar.addfile(info, io.BytesIO(data))
    end = raw.getvalue().rstrip(b"\0")
    blocks = end + b"\0" * (-len(end) % 512) + b"\0" * 1024
    archive.write_bytes(gzip.compress(blocks, mtime=0))


def check_archive(example):
    folder = example.folder
    export = ["ledger", "export", "--ledger", "l.db", RELEASE, "-o"]
    example.must(*export, "a.tgz")
    example.must(*export, "b.tgz")
    check((folder / "a.tgz").read_bytes() == (folder / "b.tgz").read_bytes(), "the same archive twice")
    files = unpacked(folder / "a.tgz")
    check({"README.md", "manifest.json", "decision.json", "ledger/entries.jsonl", "signoffs/001.dsse.json"} <= set(files), "what an archive holds", sorted(files))
    check(b"a secret of another" not in b"".join(files.values()), "entries of other releases are there by their digests alone")
    verify = ["ledger", "verify", "x.tgz", "--allowed-signers", "allowed_signers", "--policy", "examples/release/policy.yaml",
              "--checkpoint", "checkpoint.json", "--as-of", "2026-12-01"]
    (folder / "x.tgz").write_bytes((folder / "a.tgz").read_bytes())
    code, out, err = example.run(*verify)
    check(code == 0 and out.startswith("SOUND") and out.count("signed by") == 2 and "not checked" not in out, "the archive is sound: the decision was made again", out, err)
    packed(files, folder / "x.tgz")
    check(example.run(*verify)[0] == 0, "it is plain tar and gzip")
    with tempfile.TemporaryDirectory() as elsewhere:
        code, out, err = example.run("ledger", "verify", str(folder / "a.tgz"))
        check(code == 0 and "give the signers that you trust" in out, "it needs nothing but itself, and says what it did not check", out, err)

    other = (folder / "examples/release/policy.yaml").read_text().replace("days: 60", "days: 90")
    (folder / "other.yaml").write_text(other)
    code, out, err = example.run("ledger", "verify", "a.tgz", "--policy", "other.yaml")
    check(code == 1 and "other.yaml is not the policy that was used" in out, "another policy is found, whoever signed", out, err)

    def changed(what, told, edit, codes=(1,)):
        again = dict(files)
        edit(again)
        packed(again, folder / "x.tgz")
        code, out, err = example.run(*verify)
        check(code in codes and told in out + err, f"{what} is found: {told}", f"exit {code}", out, err)

    for name in sorted(files):
        if name == "manifest.json":
            continue
        told = "entries.jsonl" if name.startswith("ledger/") else f"{name} "
        changed(f"a changed byte of {name}", told, lambda again, name=name: again.update({name: again[name][:-3] + bytes([again[name][-3] ^ 1]) + again[name][-2:]}))
        changed(f"{name} is gone", name, lambda again, name=name: again.pop(name), codes=(1, 2))
    manifest = json.loads(files["manifest.json"])

    def with_manifest(edit):
        def change(again):
            other = json.loads(json.dumps(manifest))
            edit(other)
            again["manifest.json"] = (json.dumps(other, indent=2) + "\n").encode()
        return change

    changed("another digest in the manifest", "was changed: its sha256 is", with_manifest(lambda m: m["inputs"][0].update(sha256="0" * 64)))
    changed("another name in the manifest", "is missing", with_manifest(lambda m: m["inputs"][0].update(name="x.yaml")))
    changed("a name that leads out", "is not one of entry", with_manifest(lambda m: m["inputs"][0].update(name="../" * 40 + "tmp/out.yaml")))
    changed("another decision in the manifest", "the decision that manifest.json names is not there", with_manifest(lambda m: m["decision"].update(entry=2)))
    changed("a file that nobody named", "extra.txt: manifest.json does not name this file", lambda again: again.update({"extra.txt": b"x"}))
    lines = files["ledger/entries.jsonl"].splitlines(keepends=True)
    changed("a line of the ledger is gone", "was removed", lambda again: again.update({"ledger/entries.jsonl": b"".join(lines[:1] + lines[2:])}))
    changed("the tail of the ledger is gone", "it does not end with the entry", lambda again: again.update({"ledger/entries.jsonl": b"".join(lines[:-1])}))
    changed("two lines of the ledger changed places", "stands where entry", lambda again: again.update({"ledger/entries.jsonl": b"".join([lines[1], lines[0]] + lines[2:])}))
    check_hostile(example, files, verify)


def check_hostile(example, files, verify):
    archive = example.folder / "x.tgz"

    def refused(what, told, data=None, **more):
        if data is not None:
            archive.write_bytes(data)
        else:
            packed(more.pop("files", files), archive, **more)
        code, out, err = example.run(*verify)
        check(code == 2 and told in err, f"{what} is refused: {told}", f"exit {code}", out, err)

    def first(**changes):
        done = []

        def edit(info):
            if done:
                return
            done.append(info)
            for name, value in changes.items():
                setattr(info, name, value)
        return edit

    refused("a path that leads out", "a file's name is not plain", edit=first(name="../../out"))
    refused("an absolute path", "a file's name is not plain", edit=first(name="/tmp/out"))
    refused("a hidden file", "a file's name is not plain", edit=first(name=".bashrc"))
    refused("a symbolic link", "is not one that Sluice writes", edit=first(type=tarfile.SYMTYPE, linkname="/etc/passwd", size=0))
    refused("a hard link", "is not one that Sluice writes", edit=first(type=tarfile.LNKTYPE, linkname="decision.json", size=0))
    refused("a device", "is not one that Sluice writes", edit=first(type=tarfile.CHRTYPE, size=0))
    refused("an executable", "is not one that Sluice writes", edit=first(mode=0o755))
    refused("an owner", "is not one that Sluice writes", edit=first(uname="root"))
    refused("a bomb", "refused", data=bomb_archive())
    good = (example.folder / "a.tgz").read_bytes()
    refused("an archive that is cut off", "cut off", data=good[:len(good) // 2])
    refused("bytes after the end", "after the end", data=good + b"x")
    refused("a damaged archive", "x.tgz", data=good[:500] + bytes([good[500] ^ 255]) + good[501:])
    refused("what is no archive", "this is no archive of Sluice", data=b"<html>login</html>")
    refused("an empty file", "cut off", data=b"")
    check(not pathlib.Path("/tmp/out").exists() and not pathlib.Path("/tmp/out.yaml").exists(), "nothing was written elsewhere")


def bomb_archive():
    """300 MB of zeros in 300 KB."""
    info = tarfile.TarInfo("bomb")
    info.size, info.mode = 300_000_000, 0o644
    return gzip.compress(info.tobuf(tarfile.USTAR_FORMAT) + b"\0" * info.size, 9, mtime=0)


def check_export_refuses(example):
    scan = example.folder / "scan.sarif"
    kept = scan.read_bytes()
    scan.write_bytes(kept + b"\n")
    code, out, err = example.run("ledger", "export", "--ledger", "l.db", RELEASE, "-o", "c.tgz")
    check(code == 2 and "scan.sarif" in err and not (example.folder / "c.tgz").exists(), "no archive is made of other inputs", out, err)
    scan.write_bytes(kept)
    code, _, err = example.run("ledger", "export", "--ledger", "l.db", "MediaShelf 9.9", "-o", "c.tgz")
    check(code == 2 and "there is no decision about `MediaShelf 9.9`" in err, "a release that nobody decided on", err)


def main():
    with tempfile.TemporaryDirectory() as folder:
        example = Example(sys.argv[1], folder)
        decide_and_sign(example)
        check_verify(example)
        check_archive(example)
        check_export_refuses(example)
        check_first_seen(example)
    print(f"{len(failures)} checks failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
