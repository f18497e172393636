#!/usr/bin/env python3
"""A sign-off of the example product is tampered with in many ways: each is detected, and the message names the place.

Usage: signoff_tampering.py SLUICE
"""
import base64
import json
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "helpers"))
sys.dont_write_bytecode = True
from signed_example import Example  # noqa: E402

ENVELOPE = "release.dsse.json"
DECISION = "https://sluice.example/release-decision/v1"
failures = []


def check(good, what, *details):
    print(("ok: " if good else "FAILED: ") + what)
    if not good:
        print(*details, sep="\n")
        failures.append(what)


class Tampering:
    """Changes one thing, verifies, and puts everything back."""

    def __init__(self, example):
        self.example, self.count = example, 0
        self.kept = example.folder.parent / "kept"
        shutil.copytree(example.folder, self.kept)

    def restore(self):
        shutil.rmtree(self.example.folder)
        shutil.copytree(self.kept, self.example.folder)

    def expect(self, what, place, change, *more, **day):
        change(self.example.folder)
        code, out, err = self.example.verify("--inputs", ".", *more, **day)
        told = out + err
        self.count += 1
        check(code in (1, 2) and "SIGNED OFF" not in told.replace("NOT SIGNED OFF", "") and place in told, f"{what}: {place}",
              f"exit {code}", told)
        self.restore()

    def envelope(self, what, place, edit, *more):
        """`edit` changes the envelope, a dict."""
        def change(folder):
            envelope = json.loads((folder / ENVELOPE).read_text())
            edit(envelope)
            (folder / ENVELOPE).write_text(json.dumps(envelope, indent=2) + "\n")
        self.expect(what, place, change, *more)

    def payload(self, what, place, edit):
        """`edit` changes the statement, a dict, whose bytes are written as Sluice writes them."""
        def change(envelope):
            statement = json.loads(base64.b64decode(envelope["payload"]))
            edit(statement)
            text = json.dumps(statement, separators=(",", ":"), ensure_ascii=False)
            envelope["payload"] = base64.b64encode(text.encode()).decode()
        self.envelope(what, place, change)

    def decided(self, what, place, edit):
        self.payload(what, f"{place}", lambda statement: edit(statement["predicate"][DECISION]))

    def file(self, name, place, edit, *more):
        def change(folder):
            path = folder / name
            path.write_bytes(edit(path.read_bytes()))
        self.expect(f"a change of {name}", place, change, *more)


def flip(data, at=-2):
    data = bytearray(data)
    data[at] ^= 1
    return bytes(data)


def flip_base64(text):
    return base64.b64encode(flip(base64.b64decode(text))).decode()


def set_to(value, *path):
    def edit(thing):
        for part in path[:-1]:
            thing = thing[part]
        assert thing[path[-1]] != value, path
        thing[path[-1]] = value
    return edit


def inputs(tamper):
    release = "examples/release-fixed"
    swap = lambda old, new: lambda data: data.replace(old, new, 1)
    tamper.file("scan.sarif", "input scan.sarif (scan) was changed", lambda data: data + b"\n")
    tamper.file("examples/release/policy.yaml", "input examples/release/policy.yaml (policy) was changed", swap(b"days: 60", b"days: 90"))
    tamper.file(f"{release}/release.yaml", f"input {release}/release.yaml (release) was changed", swap(b"4.2.1", b"4.2.2"))
    tamper.file(f"{release}/assessments/sandbox.nessus", f"input {release}/assessments/sandbox.nessus (assessment) was changed",
                lambda data: data.replace(b"10.20.0.15", b"10.20.0.16"))
    tamper.file(f"{release}/assessments/trivy-web-image.json", "trivy-web-image.json (assessment) was changed", flip)
    tamper.file(f"{release}/answers.yaml", f"input {release}/answers.yaml (answers) was changed", swap(b"none taken away", b"nine taken away"))
    tamper.file("release-security.yaml", "input release-security.yaml (checklist) was changed", lambda data: data + b"# more\n")
    tamper.file("examples/release/first_seen.yaml", "first_seen.yaml (first-seen) was changed", swap(b"2026-08-20", b"2026-11-20"))
    tamper.file("examples/SECURITY.md", "input examples/SECURITY.md (tree) was changed", lambda data: data + b"\n")
    tamper.file("examples/release/waivers/2026.yaml", "2026.yaml (waivers) was changed", swap(b"max-score: 5.9", b"max-score: 9.9"))
    tamper.file("examples/release/vex.json", "vex.json (vex) was changed", swap(b"Nothing of", b"Nobody in."))
    tamper.file("examples/release/vex.json.sig", "vex.json.sig (vex-signature) was changed", lambda data: data + b"\n")
    tamper.file("examples/release/allowed_signers", "allowed_signers (allowed-signers) was changed", swap(b"role:ciso", b"role:cisp"))
    tamper.file("examples/operations/versions/4.1.3/trivy.json", "trivy.json (active-assessment) was changed", swap(b"CVE-2024-45491", b"CVE-2024-45492"))
    tamper.expect("an input is gone", "input scan.sarif (scan): cannot read", lambda folder: (folder / "scan.sarif").unlink())
    tamper.file("examples/release/policy.yaml", "is not the policy that was used", swap(b"days: 60", b"days: 61"))


def statements(tamper):
    tamper.decided("the verdict", "decision/verdict was changed", set_to("hold", "decision", "verdict"))
    tamper.decided("the day", "decision/asOf was changed", set_to("2026-11-27", "decision", "asOf"))
    tamper.decided("a count", "decision/counts was changed", lambda d: set_to(7, "decision", "counts", "vulnerabilities")(d))
    tamper.decided("the digest of an input", "decision/evidence/2 was changed", set_to("0" * 64, "decision", "evidence", 2, "sha256"))
    tamper.decided("a tool's version", "inputs/1 was changed", set_to("0.0", "inputs", 1, "toolVersion"))
    tamper.decided("who answered", "checklists/0 was changed", lambda d: next(
        set_to("mallory", "answeredBy")(item) for item in d["checklists"][0]["items"] if "answeredBy" in item))
    tamper.decided("the rule of two persons", "signoff was changed", set_to(1, "signoff", "leastPersons"))
    tamper.decided("how long it counts", "signoff was changed", set_to("2030-01-01", "signoff", "expires"))
    tamper.decided("an added waiver", "waivers/1 was changed, added", lambda d: d["waivers"].append({"id": "w"}))
    tamper.decided("a digest of a part", "decision/verdict was changed", set_to("0" * 64, "digests", "decision/verdict"))
    tamper.payload("the build", "/subject/0/digest/sha256", set_to("0" * 64, "subject", 0, "digest", "sha256"))
    tamper.payload("the result for other tools", "/predicate/verificationResult", set_to("FAILED", "predicate", "verificationResult"))
    tamper.payload("the policy for other tools", "/predicate/policy/uri", set_to("other.yaml", "predicate", "policy", "uri"))
    tamper.payload("another kind of predicate", "/predicateType: expected", set_to("https://example.com/x", "predicateType"))
    tamper.payload("another kind of statement", "/_type: expected", set_to("https://in-toto.io/Statement/v0.1", "_type"))


def envelopes(tamper):
    tamper.envelope("a byte of the payload", "payload", lambda e: e.update(payload=flip_base64(e["payload"])))
    tamper.envelope("a character that is no base64", "/payload: not base64 at its character 11", lambda e: e.update(payload=e["payload"][:10] + "*" + e["payload"][11:]))
    tamper.envelope("the type of the payload", "payloadType: expected", set_to("application/json", "payloadType"))
    tamper.envelope("the first signature", "signatures/0 (SHA256:", lambda e: e["signatures"][0].update(sig=flip_base64(e["signatures"][0]["sig"])))
    tamper.envelope("the second signature", "signatures/1 (SHA256:", lambda e: e["signatures"][1].update(sig=flip_base64(e["signatures"][1]["sig"])))
    tamper.envelope("a role is missing", "nobody signed as `security-lead`", lambda e: e["signatures"].pop())
    tamper.envelope("one person signed", "1 person signed and the policy wants 2", lambda e: e["signatures"].pop())
    tamper.envelope("one person signed twice", "1 person signed and the policy wants 2", lambda e: e["signatures"].__setitem__(1, e["signatures"][0]))
    tamper.envelope("all signatures are taken away", "0 persons signed and the policy wants 2", lambda e: e["signatures"].clear())
    tamper.expect("the envelope is cut off", f"{ENVELOPE}:", lambda folder: (folder / ENVELOPE).write_text((folder / ENVELOPE).read_text()[:-20]))
    tamper.expect("a member stands twice", "`payload` stands twice", lambda folder: (folder / ENVELOPE).write_text(
        (folder / ENVELOPE).read_text().replace("{", '{"payload": "e30=",', 1)))


def signers(tamper):
    tamper.file("allowed_signers", "is of nobody among the allowed signers", lambda data: data.split(b"\n")[0] + b"\n")
    tamper.file("allowed_signers", "may not sign in the namespace", lambda data: data.replace(b"sluice-release-signoff,", b"git,", 1))
    tamper.file("allowed_signers", "was valid until 2026-11-01", lambda data: data.replace(b" namespaces", b' valid-before="20261101" namespaces', 1))
    tamper.expect("a stranger signs in the name of another", "is of nobody among the allowed signers", lambda folder: stranger(tamper.example, folder))
    tamper.expect("a key was lost", "is revoked", lambda folder: (folder / "revoked").write_bytes((folder / "ada.pem.pub").read_bytes()), "--revoked", "revoked")
    tamper.expect("the time is over", "the sign-off counted until 2027-02-26", lambda folder: None, day="2027-02-27")
    tamper.expect("the time has not come", "the sign-off is of 2026-11-28, after the day of this check", lambda folder: None, day="2026-11-27")


def stranger(example, folder):
    envelope = json.loads((folder / ENVELOPE).read_text())
    envelope["signatures"].pop()
    (folder / ENVELOPE).write_text(json.dumps(envelope))
    example.must("signoff", "keygen", "stranger.pem", "--comment", "bob@shelf.example.com")
    example.must("signoff", "sign", ENVELOPE, "--key", "stranger.pem", "--ssh")


BASE = """policy: company
version: "1"
deadlines: {{ high: {{ from: 8.0, days: 60 }}, medium: {{ from: 5.0, days: 180 }}, low: {{ days: best-effort }} }}
stages: {{ release: {{ vulnerabilities: {{ unrated: {unrated} }}, signoff: {{ roles: [release-manager, security-lead] }} }} }}
"""


def bases(tamper):
    """Decided under a company's policy that somebody loosened, and shown with the product's, which is the same."""
    def decide_and_sign(folder):
        (folder / "policies").mkdir()
        (folder / "policies/company.yaml").write_text(BASE.format(unrated="report"))
        (folder / "policies/product.yaml").write_text('policy: product\nversion: "1"\nextends: company.yaml\n')
        (folder / ENVELOPE).unlink()
        example.run("gate", "--policy", "policies/product.yaml", "--release", "examples/release-fixed/release.yaml", "--sarif", "scan.sarif",
                    "--assessment", "trivy=examples/release-fixed/assessments/trivy-web-image.json", "--as-of", "2026-11-28", "--signoff", ENVELOPE)
        example.sign()

    example = tamper.example
    decide_and_sign(example.folder)
    code, out, err = example.run("signoff", "verify", ENVELOPE, "--allowed-signers", "allowed_signers", "--policy", "policies/product.yaml", "--as-of", "2026-12-01")
    check(code == 0, "a policy that extends another is the one that was used", out, err)
    tamper.restore()

    def with_the_true_base(folder):
        decide_and_sign(folder)
        (folder / "policies/company.yaml").write_text(BASE.format(unrated="hold"))

    with_the_true_base(example.folder)
    code, out, err = example.run("signoff", "verify", ENVELOPE, "--allowed-signers", "allowed_signers", "--policy", "policies/product.yaml", "--as-of", "2026-12-01")
    check(code == 1 and "policies/company.yaml is not the policy that was used" in out, "a loosened policy under the product's is found", out, err)
    tamper.count += 1
    tamper.restore()


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder) / "work"
        work.mkdir()
        example = Example(sys.argv[1], work)
        example.make_keys()
        code, out, err = example.gate("--signoff", ENVELOPE)
        check(code == 0, "the gate lets 4.2.1 go", out[:300], err)
        example.sign()
        code, out, err = example.verify("--inputs", ".")
        check(code == 0 and out.startswith("SIGNED OFF") and "not checked" not in out, "two persons signed off, and the inputs give the decision again", out, err)
        tamper = Tampering(example)
        for part in (inputs, statements, envelopes, signers, bases):
            part(tamper)
    print(f"{tamper.count} ways to tamper, {len(failures)} checks failed")
    return 1 if failures or tamper.count < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
