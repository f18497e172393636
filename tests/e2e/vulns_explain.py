#!/usr/bin/env python3
"""`sluice vulns explain`: two scanners are one vulnerability, near ones are told apart, code and page are linked."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SLUICE = os.path.abspath(sys.argv[1])
VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"


def check(condition, what, *details):
    if not condition:
        print("FAILED:", what, *details, sep="\n")
        sys.exit(1)
    print("ok:", what)


def explain(folder, name, *more, reports=("trivy.json", "grype.json", "hosts.json", "zap.json")):
    arguments = [SLUICE, "vulns", "explain", name, *more]
    for report in reports:
        arguments += ["--assessment", report]
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def write_reports(folder):
    def put(name, value):
        (folder / name).write_text(json.dumps(value))

    def trivy(cve, package):
        return {"VulnerabilityID": cve, "PkgName": package, "PkgIdentifier": {"PURL": f"pkg:deb/debian/{package}@1.0"},
                "InstalledVersion": "1.0", "Severity": "CRITICAL", "Title": "A weakness", "CVSS": {"nvd": {"V3Vector": VECTOR, "V3Score": 9.8}}}

    put("trivy.json", {"SchemaVersion": 2, "CreatedAt": "2026-09-24T12:00:00Z", "ArtifactName": "registry.example/shop:4.2",
                       "ArtifactType": "container_image", "Trivy": {"Version": "0.60.0"},
                       "Results": [{"Target": "shop (debian 12)", "Class": "os-pkgs", "Type": "debian",
                                    "Vulnerabilities": [trivy("CVE-2026-1000", "libssl"), trivy("CVE-2026-1000", "libcrypto")]}]})
    put("grype.json", {"matches": [{"vulnerability": {"id": "CVE-2026-1000", "severity": "High", "cvss": [], "fix": {"versions": ["1.1"], "state": "fixed"}},
                                    "relatedVulnerabilities": [], "artifact": {"name": "libssl", "version": "1.0", "type": "deb",
                                                                               "locations": [{"path": "/var/lib/dpkg/status"}], "purl": "pkg:deb/debian/libssl@1.0"}}],
                       "source": {"type": "image", "target": {"userInput": "registry.example/shop:4.1"}},
                       "descriptor": {"name": "grype", "version": "0.90.0"}})
    put("hosts.json", {"sluice-findings": 1, "tool": "Host scan", "complete": True, "findings": [
        {"id": "H-1", "title": "Old library", "severity": "high", "cve": "CVE-2026-1000", "host": "web.example", "port": 443, "first_seen": "2026-03-01"}]})
    put("zap.json", {"@version": "2.16.0", "@generated": "Thu, 24 Sep 2026 12:00:00", "site": [{"@name": "https://shop.example", "alerts": [
        {"pluginid": "40012", "alertRef": "40012", "alert": "Cross Site Scripting", "name": "Cross Site Scripting", "riskcode": "3", "confidence": "2",
         "riskdesc": "High (Medium)", "desc": "", "cweid": "79", "solution": "", "instances": [
             {"uri": "https://shop.example/orders/7?x=1", "method": "GET", "param": "q", "attack": "<script>", "evidence": "<script>"}]}]}]})
    (folder / "tree").mkdir()
    (folder / "tree/app.py").write_text(
        "from flask import Flask, request, make_response\napp = Flask(__name__)\n\n\n"
        '@app.route("/orders/<int:number>")\ndef show(number):\n    return make_response("<p>" + request.args["q"] + "</p>")\n')


def check_witnesses(folder):
    code, out, err = explain(folder, "CVE-2026-1000")
    check(code == 0 and out.count("identity ") > 3, "a CVE is explained", code, out, err)
    first = json.loads(explain(folder, "CVE-2026-1000", "--format", "json")[1])
    joined = [one for one in first if len(one["witnesses"]) == 2]
    check(len(first) == 3 and len(joined) == 1, "two image scanners are two witnesses of one", json.dumps(first, indent=1))
    one = joined[0]
    check(one["rule"]["name"] == "component-in-image" and {part["part"]: part["value"] for part in one["agreed"]} ==
          {"vulnerability": "CVE-2026-1000", "image": "registry.example/shop", "component": "libssl"}, "the rule and what agreed are told", one)
    check([witness["tool"] for witness in one["witnesses"]] == ["Grype", "Trivy"], "each witness is named", one)
    check(any("libcrypto" in near["why"] and near["why"].startswith("component: ") for near in one["apart"]), "what kept a near one apart is told", one["apart"])
    host = [one for one in first if one["rule"]["name"] == "on-host"][0]
    check(host["firstSeen"] == "2026-03-01" and len(host["links"]) == 2, "a package and its CVE on a host are linked", host)
    reverse = explain(folder, "CVE-2026-1000", reports=("hosts.json", "zap.json", "grype.json", "trivy.json"))[1]
    check(reverse == out, "the order of reports changes nothing", out, reverse)
    code, out, _ = explain(folder, one["identity"][:12])
    check(code == 0 and "libssl" in out, "an identity's first digits will do", out)


def check_code_and_page(folder):
    done = subprocess.run([SLUICE, "scan", "tree", "--format", "sarif", "--output", "scan.sarif", "--fail-on", "never"], cwd=folder, capture_output=True,
                          text=True, timeout=120)
    check(done.returncode == 0, "the tree is scanned", done.stderr)
    code, out, err = explain(folder, "40012", "--sarif", "scan.sarif", "--format", "json")
    links = json.loads(out)[0]["links"] if code == 0 else []
    check(links and all("/orders/<int:number>" in link["why"] and link["where"] == "tree/app.py:7" for link in links),
          "a page and the handler of its route are linked", out, err, (folder / "scan.sarif").read_text()[-3000:])
    code, out, err = explain(folder, links[0]["identity"], "--sarif", "scan.sarif", "--format", "json")
    check(code == 0 and json.loads(out)[0]["links"][0]["name"].startswith("40012"), "and the other way round", out, err)
    # The same log as an assessment is the same vulnerability.
    code, out, err = explain(folder, links[0]["identity"], "--sarif", "scan.sarif", "--assessment", "sarif=scan.sarif", "--format", "json")
    check(code == 0 and len(json.loads(out)) == 1 and len(json.loads(out)[0]["witnesses"]) == 2, "a log has one identity, however it comes in", out, err)


def check_mistakes(folder):
    code, out, err = explain(folder, "CVE-1999-1")
    check(code == 2 and "CVE-1999-1" in err and not out, "an unknown name is a mistake", code, out, err)
    (folder / "empty.json").write_text("{}")
    code, out, err = explain(folder, "CVE-2026-1000", reports=("empty.json", "missing.json"))
    check(code == 2 and "empty.json" in err and "missing.json" in err, "all bad reports are told at once", err)


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        write_reports(folder)
        check_witnesses(folder)
        check_code_and_page(folder)
        check_mistakes(folder)


if __name__ == "__main__":
    main()
