#!/usr/bin/env python3
"""What Sluice signs, other tools verify, and the other way round: ssh-keygen, and Debian's python3-securesystemslib.

Usage: signoff_independent.py SLUICE
"""
import base64
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "helpers"))
sys.dont_write_bytecode = True
from signed_example import Example  # noqa: E402

ENVELOPE = "release.dsse.json"
NAMESPACE = "sluice-release-signoff"
# Verifies an Ed25519 signature with the library: public key and signature as hexadecimal, the message on standard input.
SECURESYSTEMSLIB = """
import sys
from securesystemslib import keys
public, signature = sys.argv[1:]
key = {"keytype": "ed25519", "scheme": "ed25519", "keyid": "aa", "keyval": {"public": public}}
good = keys.verify_signature(key, {"keyid": "aa", "sig": signature}, sys.stdin.buffer.read())
sys.exit(0 if good else 1)
"""
failures = []


def check(good, what, *details):
    print(("ok: " if good else "FAILED: ") + what)
    if not good:
        print(*details, sep="\n")
        failures.append(what)


def encoding(envelope):
    """DSSE's pre-authentication encoding, from its specification."""
    kind, body = envelope["payloadType"].encode(), base64.b64decode(envelope["payload"])
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(body), body)


def armored(signature):
    text = base64.b64encode(signature).decode()
    lines = [text[at:at + 70] for at in range(0, len(text), 70)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def ssh_verifies(folder, who, message, signature):
    (folder / "sig").write_text(armored(signature))
    done = subprocess.run(["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", who, "-n", NAMESPACE, "-s", "sig"],
                          cwd=folder, input=message, capture_output=True)
    return done.returncode == 0


def raw_key(folder, name):
    """The 32 bytes of an ssh-ed25519 key: the last of its blob."""
    return base64.b64decode((folder / f"{name}.pem.pub").read_text().split()[1])[-32:]


def check_against_ssh_keygen(example):
    folder = example.folder
    envelope = json.loads((folder / ENVELOPE).read_text())
    message, signature = encoding(envelope), base64.b64decode(envelope["signatures"][1]["sig"])
    check(ssh_verifies(folder, "bob@shelf.example.com", message, signature), "ssh-keygen verifies Sluice's SSH signature")
    check(not ssh_verifies(folder, "bob@shelf.example.com", message + b"x", signature), "ssh-keygen refuses it for other bytes")
    check(ssh_verifies(folder, "role:security-lead", message, signature), "a role is a principal for ssh-keygen")


def check_from_ssh_keygen(example):
    """Keys of ssh-keygen sign what `--to-sign` wrote; Sluice takes the signatures."""
    folder = example.folder
    with open(folder / "allowed_signers", "a") as allowed:
        for kind, bits in (("ed25519", 256), ("ecdsa", 256), ("ecdsa", 384), ("ecdsa", 521), ("rsa", 3072)):
            name = f"{kind}-{bits}"
            subprocess.run(["ssh-keygen", "-q", "-t", kind, "-b", str(bits), "-N", "", "-f", name], cwd=folder, check=True)
            key = " ".join((folder / f"{name}.pub").read_text().split()[:2])
            allowed.write(f'{name}@example.org namespaces="{NAMESPACE}" {key}\n')
            example.must("signoff", "sign", ENVELOPE, "--to-sign", "bytes")
            envelope = json.loads((folder / ENVELOPE).read_text())
            check((folder / "bytes").read_bytes() == encoding(envelope), f"{name}: the bytes to sign are DSSE's encoding")
            subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", name, "bytes"], cwd=folder, check=True, capture_output=True)
            example.must("signoff", "sign", ENVELOPE, "--signature", "bytes.sig")
            (folder / "bytes.sig").unlink()
    code, out, err = example.verify("--inputs", ".")
    signed = [line.split()[2] for line in out.splitlines() if line.startswith("  signed by")]
    check(code == 0 and len(signed) == 7, "Sluice verifies what ssh-keygen signed, with five kinds of keys", out, err)
    example.must("signoff", "sign", ENVELOPE, "--key", "ed25519-256", "--output", "other.json")
    check(len(json.loads((folder / "other.json").read_text())["signatures"]) == 8, "an Ed25519 key file of ssh-keygen signs in Sluice")
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", "ed25519-256", "bytes"], cwd=folder, check=True, capture_output=True)
    code, out, err = example.run("signoff", "sign", ENVELOPE, "--signature", "bytes.sig")
    check(code == 2 and "namespace `git`" in err, "a signature for something else is not taken", out, err)


def check_against_securesystemslib(example):
    folder = example.folder
    envelope = json.loads((folder / ENVELOPE).read_text())
    message, signature = encoding(envelope), base64.b64decode(envelope["signatures"][0]["sig"])

    def verifies(signed, by):
        arguments = [raw_key(folder, by).hex(), signature.hex()]
        done = subprocess.run(["/usr/bin/python3", "-c", SECURESYSTEMSLIB, *arguments], input=signed, capture_output=True)
        if done.returncode and done.stderr:
            print(done.stderr.decode())
        return done.returncode == 0

    check(verifies(message, "ada"), "securesystemslib verifies Sluice's DSSE signature")
    check(not verifies(message + b"x", "ada"), "securesystemslib refuses it for other bytes")
    check(not verifies(message, "bob"), "securesystemslib refuses it for another key")
    # openssl is the third opinion, on the key as PEM.
    (folder / "message").write_bytes(message)
    (folder / "signature").write_bytes(signature)
    done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "ada.pem.pub.pem", "-rawin", "-in", "message", "-sigfile", "signature"],
                          cwd=folder, capture_output=True)
    check(done.returncode == 0, "openssl verifies it with the PEM key", done.stderr)


def check_statement(example):
    """What consumers of in-toto statements and SLSA summaries look at."""
    envelope = json.loads((example.folder / ENVELOPE).read_text())
    statement = json.loads(base64.b64decode(envelope["payload"]))
    predicate = statement["predicate"]
    check(envelope["payloadType"] == "application/vnd.in-toto+json" and statement["_type"] == "https://in-toto.io/Statement/v1", "an in-toto Statement v1")
    required = ["verifier", "timeVerified", "resourceUri", "policy", "verificationResult", "verifiedLevels"]
    check(statement["predicateType"] == "https://slsa.dev/verification_summary/v1" and all(name in predicate for name in required),
          "a SLSA Verification Summary v1 with all it must have")
    policy = hashlib.sha256((example.folder / "examples/release/policy.yaml").read_bytes()).hexdigest()
    check(predicate["policy"]["digest"]["sha256"] == policy, "the policy's digest is that of the file")
    for attestation in predicate["inputAttestations"]:
        digest = hashlib.sha256((example.folder / attestation["uri"]).read_bytes()).hexdigest()
        check(digest == attestation["digest"]["sha256"], f"the digest of {attestation['uri']} is that of the file")
    unknown = [name for name in predicate if name not in required + ["inputAttestations"] and "://" not in name]
    check(not unknown, "further members are named by URIs", unknown)


def main():
    if not shutil.which("ssh-keygen") or subprocess.run(["/usr/bin/python3", "-c", "import securesystemslib"], capture_output=True).returncode:
        print("skipped: needs ssh-keygen (openssh-client) and python3-securesystemslib")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        example = Example(sys.argv[1], folder)
        example.make_keys()
        code, out, err = example.gate("--signoff", ENVELOPE)
        check(code == 0, "the gate lets 4.2.1 go", out[:300], err)
        example.sign()
        check_against_ssh_keygen(example)
        check_against_securesystemslib(example)
        check_from_ssh_keygen(example)
        check_statement(example)
    print(f"{len(failures)} checks failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
