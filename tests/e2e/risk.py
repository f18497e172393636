#!/usr/bin/env python3
"""Waivers, statements, feeds, the Active version, `vulns`, `waivers` and `exposure` end to end. Usage: risk.py SLUICE"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SLUICE = os.path.abspath(sys.argv[1])
BUILD = "sha256:" + "a" * 64
CRITICAL = ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8)

POLICY = """policy: risk
version: "1"
deadlines:
  high: { from: 8.0, days: 60 }
  medium: { from: 5.0, days: 180 }
  low: { days: best-effort }
  exploited: { days: 14 }
risk:
  likelihood: [rare, likely]
  impact: [minor, severe]
  levels: [{ level: low, roles: [ciso] }, { level: high }]
  matrix: { rare: [low, low], likely: [low, high] }
  re-rating-roles: [ciso]
vex: [{ author: psirt@example.org, may: [not_affected, fixed] }]
stages: { release: { vulnerabilities: { first-seen-unrecorded: report } } }
"""

WAIVER = """waivers:
  - id: W-1
    covers: {{ ids: [CVE-2026-2000] }}
    reason: {reason}
    likelihood: rare
    impact: minor
    level: low
    control: The proxy keeps it away
    max-score: 9.8
    product-versions: ">=4.2 <4.3"
    author: dev@example.org
    approver: ciso@example.org
    role: ciso
    approved: 2026-09-01
    expires: 2026-12-31
"""


def run(folder, *arguments):
    done = subprocess.run([SLUICE, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def check(condition, what, *details):
    if not condition:
        print("FAILED:", what, *details, sep="\n")
        sys.exit(1)
    print("ok:", what)


def trivy(day, *cves):
    found = [{"VulnerabilityID": cve, "PkgName": "libx", "InstalledVersion": "1.0", "FixedVersion": "1.1", "Severity": "HIGH", "Title": "A weakness",
              "PkgIdentifier": {"PURL": "pkg:deb/debian/libx@1.0"}, "CVSS": {"nvd": {"V3Vector": CRITICAL[0], "V3Score": CRITICAL[1]}}} for cve in cves]
    return {"SchemaVersion": 2, "CreatedAt": f"{day}T12:00:00Z", "ArtifactName": "registry.example/app:4", "ArtifactType": "container_image",
            "Trivy": {"Version": "0.60.0"}, "Results": [{"Target": "app", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": found}]}


def write_inputs(folder):
    def put(name, content):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content if isinstance(content, str) else json.dumps(content))

    put("policy.yaml", POLICY)
    put("release.yaml", f"""product: Aquila
version: 4.2.0
commit: 3f1c0de9a1b2c3d4e5f60718293a4b5c6d7e8f90
build: {BUILD}
previous-active: 4.1.3
ship-date: 2026-10-15
identifiers: [pkg:generic/aquila]
active-assessments: [trivy=versions/4.1.3/trivy.json]
first-seen: first_seen.yaml
""")
    put("first_seen.yaml", "first-seen:\n  CVE-2026-1000: 2026-07-01\n  CVE-2026-2000: 2026-07-01\n")
    put("candidate.json", trivy("2026-09-24", "CVE-2026-2000"))
    put("waivers/w.yaml", WAIVER.format(reason="The function is not reachable"))
    put("vex.json", {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "x", "author": "psirt@example.org", "version": 1, "timestamp": "2026-09-01T00:00:00Z",
                     "statements": [{"vulnerability": {"name": "CVE-2026-2000"}, "products": [{"@id": "pkg:generic/aquila@4.2.0"}], "status": "not_affected",
                                     "justification": "vulnerable_code_not_in_execute_path"}]})
    put("kev.json", {"catalogVersion": "2026.09.20", "dateReleased": "2026-09-20T10:00:00Z", "count": 1,
                     "vulnerabilities": [{"cveID": "CVE-2026-2000", "dateAdded": "2026-09-20"}]})
    put("versions/4.1.3.yaml", "version: 4.1.3\nproduct: Aquila\nreleased: 2026-05-01\nfirst-seen: ../first_seen.yaml\nassessments: [trivy=4.1.3/trivy.json]\n"
                               "sboms: [4.1.3/bom.json]\n")
    put("versions/4.1.3/trivy.json", trivy("2026-09-20", "CVE-2026-1000", "CVE-2026-2000"))
    put("versions/4.1.3/bom.json", {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"name": "liby", "version": "2.14", "purl": "pkg:generic/liby@2.14"}]})
    put("versions/4.2.0.yaml", "version: 4.2.0\nproduct: Aquila\nassessments: [trivy=../candidate.json]\n")
    put("versions/4.0.0.yaml", "version: 4.0.0\nproduct: Aquila\nassessments: [trivy=4.0.0/trivy.json]\n")
    put("versions/4.0.0/trivy.json", trivy("2026-01-20"))
    put("deployments.csv", "customer,contact,instance,region,version,since\n"
                           "Acme & Co,sec@acme.example,acme-prod,eu,4.1.3,2026-05-10\n"
                           "Acme & Co,sec@acme.example,acme-test,eu,4.2.0,\n"
                           "Bolt,it@bolt.example,bolt-1,us,4.1.3,\n"
                           "Cove,it@cove.example,cove-1,us,4.0.0,\n"
                           "Dune,it@dune.example,dune-1,us,3.9,\n")
    put("plans.yaml", "plans:\n  - { ids: [CVE-2026-1000], fixed-in: 4.2.0, available: 2026-10-15, upgrade-by: 2026-11-01, workaround: Switch previews off }\n")


def gate(folder, *more):
    return run(folder, "gate", "--policy", "policy.yaml", "--release", "release.yaml", "--assessment", "trivy=candidate.json", "--as-of", "2026-09-25", *more)


def check_decisions(folder):
    code, out, err = gate(folder)
    check(code == 1 and "CVE-2026-2000" in out and "fixed in 4.2.0, still open in the Active version 4.1.3" in " ".join(out.split()),
          "what only the Active version has is told apart", code, out, err)
    code, out, err = gate(folder, "--vex", "vex.json", "--format", "json")
    decision = json.loads(out)
    check(code == 0 and [one["id"] for one in decision["setAside"]] == ["not-affected"] and decision["counts"]["cleared"] == 1,
          "a trusted statement clears and stays in sight", code, out, err)
    roles = {file["role"] for file in decision["evidence"]}
    check({"vex", "active-assessment"} <= roles, "statements and Active reports stand among the evidence", roles)
    code, out, err = gate(folder, "--kev", "kev.json", "--format", "json")
    check("14 days because it is exploited" not in out and code == 1, "listing makes nothing later", code, err)
    (folder / "broken.json").write_text((folder / "kev.json").read_text().replace('"count": 1', '"count": 2'))
    code, out, err = gate(folder, "--kev", "broken.json", "--epss", "kev.json", "--assets", "absent.yaml")
    told = [line.split(":")[0] for line in err.splitlines()]
    check(code == 2 and told == ["absent.yaml", "broken.json", "kev.json"], "the mistakes of all files are told at once", code, err)


def check_waivers_without_keys(folder):
    code, out, err = gate(folder, "--waivers", "waivers")
    check(code == 1 and "waivers.unsigned" in out and "waivers/w.yaml:2:9" in out, "an unsigned waiver is told with its line", code, out, err)
    code, out, err = run(folder, "waivers", "check", "waivers", "--policy", "policy.yaml", "--as-of", "2026-09-25")
    check(code == 1 and out.startswith("waivers/w.yaml:2:9: waiver W-1: unsigned: it has no signature"), "and so does `waivers check`", code, out, err)


def sign(folder, key, text, namespace):
    (folder / "to_sign").write_text(text)
    (folder / "to_sign.sig").unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", key, "to_sign"], cwd=folder, check=True, capture_output=True)
    return (folder / "to_sign.sig").read_text()


def check_signed_waivers(folder):
    if not shutil.which("ssh-keygen"):
        print("skipped: ssh-keygen is not here")
        return
    for name in ("ciso", "dev"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name], cwd=folder, check=True)
    keys = {name: " ".join((folder / f"{name}.pub").read_text().split()[:2]) for name in ("ciso", "dev")}
    (folder / "allowed").write_text(f"ciso@example.org,role:ciso {keys['ciso']}\ndev@example.org,role:ciso {keys['dev']}\n")
    trusted = ("--waivers", "waivers", "--allowed-signers", "allowed")
    code, text, err = run(folder, "waivers", "to-sign", "W-1", "waivers")
    check(code == 0 and text.startswith("sluice-waiver/1\n"), "what is to be signed is text", code, text, err)

    def put_signature(key, namespace="sluice-waiver", reason="The function is not reachable"):
        signature = "".join("      " + line + "\n" for line in sign(folder, key, text, namespace).splitlines())
        (folder / "waivers/w.yaml").write_text(WAIVER.format(reason=reason) + "    signature: |\n" + signature)

    put_signature("ciso")
    code, out, err = gate(folder, *trusted, "--format", "json")
    decision = json.loads(out)
    check(code == 0 and decision["setAside"][0]["id"] == "W-1" and decision["counts"]["waived"] == 1, "signed by the approver it counts", code, out, err)
    check(run(folder, "waivers", "check", "waivers", "--policy", "policy.yaml", "--allowed-signers", "allowed", "--as-of", "2026-09-25")[:2] == (0, ""),
          "nothing is wrong with it")
    check(gate(folder, *trusted, "--kev", "kev.json")[0] == 1, "it is void when the catalog lists what it covers")
    put_signature("ciso", reason="The function is hardly reachable")
    code, out, err = gate(folder, *trusted)
    check(code == 1 and "waivers.unsigned" in out, "a changed word voids the signature", code, out, err)
    put_signature("dev")
    check(gate(folder, *trusted)[0] == 1, "signed by somebody else it does not count")
    put_signature("ciso", namespace="file")
    check(gate(folder, *trusted)[0] == 1, "signed for something else it does not count")


def check_vulns(folder):
    arguments = ("vulns", "list", "--policy", "policy.yaml", "--as-of", "2026-09-25")
    release = ("--release", "release.yaml", "--assessment", "trivy=candidate.json")
    code, out, err = run(folder, *arguments, *release, "--format", "json")
    states = {one["id"]: (one["state"], one["firstSeen"], one["due"]) for one in json.loads(out)["versions"][0]["vulnerabilities"]}
    check(code == 0 and states == {"CVE-2026-1000": ("fixed-in-candidate", "2026-07-01", "2026-08-30"), "CVE-2026-2000": ("open", "2026-07-01", "2026-08-30")},
          "everything on the clock, with its days", code, states, err)
    code, out, err = run(folder, *arguments, *release, "--state", "open", "--format", "csv")
    check(code == 0 and len(out.splitlines()) == 2 and "CVE-2026-2000" in out, "filtered, as CSV", out, err)
    code, out, err = run(folder, *arguments, "--versions", "versions", "--overdue")
    check(code == 0 and "4.1.3: 2" in out and "4.0.0: 0" in out and "4.2.0: 0" in out, "by version", code, out, err)
    for form in ("text", "markdown"):
        check(run(folder, *arguments, *release, "--format", form)[0] == 0, f"as {form}")
    check(run(folder, *arguments)[0] == 2, "neither release nor versions is a mistake")


def check_exposure(folder):
    arguments = ("--deployments", "deployments.csv", "--versions", "versions", "--policy", "policy.yaml", "--as-of", "2026-09-25")
    code, out, err = run(folder, "exposure", "CVE-2026-1000", *arguments, "--plan", "plans.yaml", "--letters", "letters", "--format", "json")
    answer = json.loads(out)
    exposed = {one["instance"]: (one["exposed"], one.get("since")) for one in answer["instances"]}
    check(exposed == {"acme-prod": ("affected", "2026-05-10"), "acme-test": ("not-affected", None), "bolt-1": ("affected", "2026-05-01"),
                      "cove-1": ("unknown", None), "dune-1": ("unknown", None)}, "instances: affected, not, not known; since when", exposed, err)
    check(code == 3, "what is not known is told in the exit code", code)
    why = {one["version"]: one["because"] for one in answer["versions"]}
    check("known since 2026-09-20" in why["4.0.0"][0] and why["3.9"] == ["no evidence is kept of this version"], "with reasons", why)
    check(answer["plan"]["upgradeBy"] == "2026-11-01" and answer["counts"]["customersAffected"] == 2, "with the plan", out)
    letters = {path.name: path.read_text() for path in (folder / "letters").iterdir()}
    check(set(letters) == {"acme-co.md", "bolt.md"} and "acme-prod" in letters["acme-co.md"].replace("\\", ""), "a letter to each affected customer", letters)
    check("acme-test" not in letters["acme-co.md"].replace("\\", "") and "olt" not in letters["acme-co.md"] and "2026-11-01" in letters["bolt.md"],
          "which names their affected instances and nobody else", letters)
    code, out, err = run(folder, "exposure", "--component", "pkg:generic/liby", "--affected", "<2.17.1", *arguments)
    check(code == 3 and "4.1.3        affected" in out and "liby 2.14" in out, "by component, without a scan", code, out, err)
    code, out, err = run(folder, "exposure", "--component", "pkg:generic/liby", "--affected", "<2.14", *arguments, "--format", "csv")
    check(code == 3 and "acme-prod" not in out and "cove-1" in out, "a version that is not affected", code, out, err)
    code, out, err = run(folder, "exposure", "CVE-2026-2000", *arguments, "--plan", "plans.yaml", "--letters", "letters")
    check(code == 2 and "--letters needs a plan" in err, "no letters without a plan", code, err)
    code, out, err = run(folder, "exposure", *arguments)
    check(code == 2 and "expected a CVE or GHSA id" in err, "a question is needed", code, err)
    for form in ("text", "markdown"):
        check(run(folder, "exposure", "CVE-2026-1000", *arguments, "--format", form)[0] == 3, f"as {form}")


def check_ledger(folder):
    release = (folder / "release.yaml").read_text()
    old = "".join(line + "\n" for line in release.splitlines() if not line.startswith(("active-", "first-seen", "previous-"))).replace("4.2.0", "3.9")
    (folder / "release-3.9.yaml").write_text(old)
    for name, day in (("march.json", "2026-03-01"), ("september.json", "2026-09-20")):
        (folder / name).write_text(json.dumps(trivy(day, "CVE-2026-1000")))
    check(run(folder, "ledger", "init", "--ledger", "l.db")[0] == 0, "a ledger")
    of_old = ("--policy", "policy.yaml", "--release", "release-3.9.yaml")
    code, out, err = run(folder, "gate", *of_old, "--assessment", "trivy=march.json", "--as-of", "2026-03-05", "--ledger", "l.db")
    check(code == 0, "in time in March", code, out, err)
    today = ("vulns", "list", *of_old, "--assessment", "trivy=september.json", "--as-of", "2026-09-25", "--format", "json")
    for more, day, due in (((), "2026-09-20", "2026-11-19"), (("--ledger", "l.db"), "2026-03-01", "2026-04-30")):
        one = json.loads(run(folder, *today, *more)[1])["versions"][0]["vulnerabilities"][0]
        check((one["firstSeen"], one["due"]) == (day, due), f"first seen {day}: {' '.join(more) or 'without the ledger'}", one)
    arguments = ("exposure", "CVE-2026-1000", "--deployments", "deployments.csv", "--versions", "versions", "--policy", "policy.yaml", "--as-of", "2026-09-25",
                 "--ledger", "l.db", "--format", "json")
    code, out, err = run(folder, *arguments)
    answer = json.loads(out)
    exposed = {one["instance"]: one["exposed"] for one in answer["instances"]}
    check(exposed["dune-1"] == "affected" and exposed["cove-1"] == "unknown" and exposed["acme-test"] == "not-affected",
          "a version of which the ledger alone knows is affected", exposed, err)
    why = {one["version"]: one for one in answer["versions"]}["3.9"]
    check(why["because"] == ["CVE-2026-1000 in libx 1.0, at registry.example/app:4 (decision of 2026-03-05, ledger entry 1)"] and why["firstSeen"] == "2026-03-01",
          "with the decision that named it", why)
    check(run(folder, *arguments, "--ledger", "absent.db")[0] == 2, "a ledger that is not there is a mistake")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_inputs(folder)
        check_decisions(folder)
        check_waivers_without_keys(folder)
        check_vulns(folder)
        check_exposure(folder)
        check_ledger(folder)
        check_signed_waivers(folder)


main()
