#!/usr/bin/env python3
"""Decides on generated reports of forty files, and prints time and memory for one size or several.

    tests/bench/gate_size.py build/release/sluice [--results 10000,100000,1000000] [--keep DIR] [--check]

Forty files of nine formats, as a release has them: two image scanners and their SBOMs over the same images, three host
scanners over the same hosts, analyzers over the same code, a web scanner. What they say overlaps. The machine may have
other work, so the CPU's time stands beside the wall's, and the instructions where `perf stat` may count them.
`--check` fails when the bounds are not met: 1,000,000 in 20 s and 1.5 GB, 100,000 in 2 s, ten times the results in at
most twelve times the time.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

BUILD = "sha256:" + "a" * 64
COMMIT = "3f1c0de9a1b2c3d4e5f60718293a4b5c6d7e8f90"
ADVISORIES = 8000
VECTORS = ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
           "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N", "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:C/C:L/I:L/A:N",
           "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N", "CVSS:3.0/AV:P/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N"]
SCORES = [9.8, 7.5, 4.4, 4.7, 6.9, 1.6]
WORDS = ["CRITICAL", "HIGH", "MEDIUM", "MEDIUM", "MEDIUM", "LOW"]
TEXT = ("An out-of-bounds write in the function parse_header_{0} lets a remote attacker who sends a crafted message of "
        "kind {1} overwrite memory of the process, read what other users sent, or stop the service. Versions before "
        "{2} are affected; the fix checks the length that the message states before it is used. ")
CWES = [79, 89, 22, 78, 601, 918, 502, 611]


def advisory(n):
    n %= ADVISORIES
    kind = n % 6
    return {"n": n, "cve": f"CVE-{2016 + n % 9}-{10000 + n}", "ghsa": f"GHSA-{n:04x}-{(n * 7) % 65536:04x}-c3d4", "kind": kind,
            "package": f"lib{['ssl', 'xml', 'png', 'curl', 'json', 'zip'][kind]}-{n % 700}", "version": f"{n % 5}.{n % 17}.1",
            "fixed": f"{n % 5}.{n % 17}.2", "text": TEXT.format(n, n % 40, f"{n % 5}.{n % 17}.2"),
            "links": [f"https://vendor-{n % 50}.example/advisories/{n}", f"https://nvd.example/vuln/detail/{n}",
                      f"https://lists.example/thread/{n * 31}", f"https://bugs.example/show_bug.cgi?id={n}"]}


class Catalog:
    """The parts of items that depend on the advisory only, as text: written once, used a hundred times."""

    def __init__(self):
        self.list = [advisory(n) for n in range(ADVISORIES)]
        dump = lambda value: json.dumps(value, separators=(",", ":"))
        for one in self.list:
            k = one["kind"]
            purl = f"pkg:deb/debian/{one['package']}@{one['version']}?arch=amd64&distro=debian-12"
            one["trivy"] = dump({
                "VulnerabilityID": one["cve"], "PkgName": one["package"], "PkgIdentifier": {"PURL": purl},
                "InstalledVersion": one["version"], "FixedVersion": one["fixed"], "Status": "fixed", "SeveritySource": "nvd",
                "PrimaryURL": one["links"][0], "Title": "out-of-bounds write in " + one["package"], "Description": one["text"],
                "Severity": WORDS[k], "CweIDs": ["CWE-787"], "References": one["links"],
                "CVSS": {"nvd": {("V40Vector" if k == 4 else "V3Vector"): VECTORS[k], ("V40Score" if k == 4 else "V3Score"): SCORES[k]}},
                "PublishedDate": "2024-01-05T10:00:00Z", "LastModifiedDate": "2025-06-01T00:00:00Z"})[:-1]
            one["grype_vulnerability"] = dump({
                "id": one["cve"], "dataSource": one["links"][1], "namespace": "debian:distro:debian:12", "severity": WORDS[k].capitalize(),
                "urls": one["links"], "description": one["text"], "fix": {"versions": [one["fixed"]], "state": "fixed"},
                "cvss": [{"source": "nvd", "type": "Primary", "version": VECTORS[k][5:8], "vector": VECTORS[k],
                          "metrics": {"baseScore": SCORES[k]}, "vendorMetadata": {}}], "advisories": []})
            one["grype_related"] = dump([{"id": one["cve"], "dataSource": one["links"][1], "namespace": "nvd:cpe",
                                          "severity": WORDS[k].capitalize(), "urls": one["links"], "description": one["text"], "cvss": []}])
            one["purl"] = purl
            one["nessus"] = (
                f'<cve>{one["cve"]}</cve><cvss3_base_score>{SCORES[k]}</cvss3_base_score><cvss3_vector>{VECTORS[k]}</cvss3_vector>'
                f'<description>{one["text"] * 2}</description><plugin_name>out-of-bounds write</plugin_name>'
                f'<plugin_publication_date>2024/01/05</plugin_publication_date><risk_factor>High</risk_factor><see_also>'
                f'{" ".join(one["links"])}</see_also><solution>Update {one["package"]} to {one["fixed"]}.</solution>'
                f'<synopsis>The remote host is affected by a weakness in {one["package"]}.</synopsis>')
            if k == 4:
                one["nessus"] = one["nessus"].replace("cvss3_", "cvss4_")
            one["openvas"] = (
                f'<nvt oid="1.3.6.1.4.1.25623.1.0.{100000 + one["n"]}"><type>nvt</type><name>Weakness in {one["package"]}</name>'
                f'<family>General</family><cvss_base>{SCORES[k]}</cvss_base><severities score="98"><severity type="cvss_base_v3">'
                f'<origin>NVD</origin><value>{VECTORS[k]}</value></severity></severities><tags>summary={one["text"]}|solution=Update.</tags>'
                f'<solution type="VendorFix">Update to {one["fixed"]}.</solution><refs><ref type="cve" id="{one["cve"]}"/></refs></nvt>')
            one["cyclonedx"] = dump({
                "id": one["cve"], "source": {"name": "NVD", "url": one["links"][1]}, "description": one["text"],
                "references": [{"id": one["ghsa"], "source": {"name": "GitHub"}}], "cwes": [787],
                "ratings": [{"source": {"name": "NVD"}, "score": SCORES[k], "severity": WORDS[k].lower(), "vector": VECTORS[k],
                             "method": "CVSSv4" if k == 4 else "CVSSv31" if k != 5 else "CVSSv3"}]})[:-1]
            one["inspector"] = dump({
                "packageVulnerabilityDetails": {
                    "vulnerabilityId": one["cve"], "source": "NVD", "cvss": [
                        {"baseScore": SCORES[k], "scoringVector": VECTORS[k], "source": "NVD", "version": VECTORS[k][5:8]}],
                    "vulnerablePackages": [{"name": one["package"], "version": one["version"], "fixedInVersion": one["fixed"],
                                            "packageManager": "OS"}], "referenceUrls": one["links"]},
                "title": f"{one['cve']} - {one['package']}", "description": one["text"], "severity": WORDS[k], "status": "ACTIVE",
                "firstObservedAt": "2026-08-01T00:00:00Z", "lastObservedAt": "2026-09-24T00:00:00Z",
                "inspectorScore": SCORES[k]})[1:]

    def __getitem__(self, n):
        return self.list[n % ADVISORIES]


def write_trivy(out, catalog, index, count):
    out.write('{"SchemaVersion":2,"CreatedAt":"2026-09-24T12:00:00Z","ArtifactName":"registry.example/app-%d:4.2.0","ArtifactType":'
              '"container_image","Trivy":{"Version":"0.60.0"},"Results":[{"Target":"app-%d (debian 12)","Class":"os-pkgs","Type":"debian",'
              '"Vulnerabilities":[' % (index, index))
    for i in range(count):
        out.write("," if i else "")
        out.write(catalog[i]["trivy"])
        # An image has a package once, so what goes beyond the catalog is in jars of other paths.
        out.write(',"PkgPath":"opt/part-%d/lib.so"}' % (i // ADVISORIES))
    out.write("]}]}")


def write_grype(out, catalog, index, count):
    out.write('{"matches":[')
    for i in range(count):
        one = catalog[i + count // 5]  # a fifth is known to one of the two only
        out.write("," if i else "")
        out.write('{"vulnerability":' + one["grype_vulnerability"] + ',"relatedVulnerabilities":' + one["grype_related"] +
                  ',"matchDetails":[{"type":"exact-direct-match","matcher":"dpkg-matcher","searchedBy":{"distro":{"type":"debian","version":"12"},'
                  '"package":{"name":"%s","version":"%s"}},"found":{"versionConstraint":"< %s (deb)"}}],"artifact":{"name":"%s","version":"%s",'
                  '"type":"deb","locations":[{"path":"/opt/part-%d/lib.so","layerID":"sha256:%064d"}],"language":"","licenses":["GPL-2"],'
                  '"cpes":["cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*"],"purl":"%s"}}' %
                  (one["package"], one["version"], one["fixed"], one["package"], one["version"], (i + count // 5) // ADVISORIES, index,
                   one["package"], one["package"], one["version"], one["purl"]))
    out.write('],"source":{"type":"image","target":{"userInput":"registry.example/app-%d:4.2.0"}},"descriptor":{"name":"grype",'
              '"version":"0.90.0","timestamp":"2026-09-24T12:00:00Z","db":{"built":"2026-09-24T02:00:00Z"}}}' % index)


HOST_ITEMS = 100


def hosts(index, count):
    """Host numbers and the items of each: every scanner of file `index` sees the same hosts and, mostly, the same advisories."""
    for at in range(0, count, HOST_ITEMS):
        yield index * 100000 + at // HOST_ITEMS, range(at, min(at + HOST_ITEMS, count))


def address(host):
    return f"10.{host >> 16 & 255}.{host >> 8 & 255}.{host & 255}"


def write_nessus(out, catalog, index, count):
    out.write('<?xml version="1.0"?><NessusClientData_v2><Report name="r">')
    for host, items in hosts(index, count):
        out.write(f'<ReportHost name="{address(host)}"><HostProperties><tag name="host-ip">{address(host)}</tag><tag name="host-fqdn">'
                  f'host-{host}.example</tag><tag name="Credentialed_Scan">true</tag><tag name="HOST_START">Thu Sep 24 10:00:00 2026</tag>'
                  '<tag name="HOST_END">Thu Sep 24 12:00:00 2026</tag></HostProperties>')
        for i in items:
            one = catalog[i * 3]
            out.write(f'<ReportItem port="443" svc_name="www" protocol="tcp" severity="3" pluginID="{150000 + one["n"]}" pluginName='
                      f'"Weakness in {one["package"]}" pluginFamily="General">{one["nessus"]}<plugin_output>Installed version : '
                      f'{one["version"]} on {host}\nFixed version : {one["fixed"]}</plugin_output></ReportItem>')
        out.write("</ReportHost>")
    out.write("</Report></NessusClientData_v2>")


def write_openvas(out, catalog, index, count):
    out.write('<report id="1"><scan_run_status>Done</scan_run_status><scan_start>2026-09-24T10:00:00Z</scan_start><results>')
    for host, items in hosts(index, count):
        for i in items:
            one = catalog[i * 3 + (3 if i % 10 == 0 else 0)]
            out.write(f'<result id="{host}-{i}"><name>Weakness</name><host>{address(host)}<hostname>host-{host}.example</hostname></host>'
                      f'<port>443/tcp</port>{one["openvas"]}<threat>High</threat><severity>{SCORES[one["kind"]]}</severity><qod><value>80</value>'
                      f'</qod><description>Installed version: {one["version"]} on {host}</description></result>')
    out.write("</results><scan_end>2026-09-24T12:00:00Z</scan_end></report>")


def write_inspector(out, catalog, index, count):
    out.write('{"findings":[')
    for host, items in hosts(index, count):
        for i in items:
            out.write("," if i else "")
            out.write('{"findingArn":"arn:aws:inspector2:eu-west-1:1:finding/%d","awsAccountId":"1","type":"PACKAGE_VULNERABILITY","resources":'
                      '[{"id":"i-%017x","type":"AWS_EC2_INSTANCE","tags":{"Version":"4.2.0"},"details":{"awsEc2Instance":{"ipV4Addresses":'
                      '["%s"]}}}],%s' % (host * 1000 + i, host, address(host), catalog[i * 3]["inspector"]))
    out.write("]}")


def write_cyclonedx(out, catalog, index, count):
    out.write('{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"timestamp":"2026-09-24T12:00:00Z","component":{"type":'
              '"container","name":"registry.example/app-%d","version":"4.2.0"}},"components":[' % index)
    for i in range(count):
        one = catalog[i]
        out.write('%s{"bom-ref":"c%d","type":"library","name":"%s","version":"%s","purl":"%s"}' %
                  ("," if i else "", i, one["package"], one["version"], one["purl"]))
    out.write('],"vulnerabilities":[')
    for i in range(count):
        out.write(("," if i else "") + catalog[i]["cyclonedx"] + ',"affects":[{"ref":"c%d"}]}' % i)
    out.write("]}")


def write_zap(out, catalog, index, count):
    out.write('{"@version":"2.16.0","@generated":"Thu, 24 Sep 2026 12:00:00","site":[{"@name":"https://shop-%d.example","alerts":[' % index)
    per_alert = 50
    for at in range(0, count, per_alert):
        cwe = CWES[at // per_alert % len(CWES)]
        out.write('%s{"pluginid":"%d","alertRef":"%d","alert":"Weakness %d","name":"Weakness %d","riskcode":"3","confidence":"2","riskdesc":'
                  '"High (Medium)","desc":"<p>%s</p>","cweid":"%d","solution":"<p>Encode what goes out.</p>","instances":[' %
                  ("," if at else "", 40000 + at // per_alert, 40000 + at // per_alert, cwe, cwe, catalog[at]["text"], cwe))
        out.write(",".join('{"id":"%d","uri":"https://shop-%d.example/orders/%d/items?id=1","method":"GET","param":"p%d","attack":'
                           '"<script>alert(1)</script>","evidence":"<script>","otherinfo":""}' % (i, index, i, i % 20)
                           for i in range(at, min(at + per_alert, count))))
        out.write("]}")
    out.write("]}]}")


def write_sarif(out, catalog, index, count):
    tool = ["Sluice", "CodeQL", "Semgrep OSS"][index % 3]
    rules = [{"id": f"{tool.split()[0].lower()}-cwe-{cwe}", "shortDescription": {"text": f"Weakness {cwe}"},
              "properties": {"tags": ["security", f"external/cwe/cwe-{cwe:03}"], "security-severity": "8.8"}} for cwe in CWES]
    head = {"version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": tool, "version": "1.0.0", "rules": rules}},
        "versionControlProvenance": [{"repositoryUri": "https://example.org/r", "revisionId": COMMIT}],
        "invocations": [{"executionSuccessful": True, "startTimeUtc": "2026-09-24T08:00:00Z", "endTimeUtc": "2026-09-24T08:10:00Z",
                         "properties": {"sluice/filesDiscovered": 100, "sluice/filesScanned": 100, "sluice/filesSkipped": 0,
                                        "sluice/filesIgnored": 0}}]}]}
    out.write(json.dumps(head, separators=(",", ":"))[:-3] + ',"results":[')
    for i in range(count):
        rule = rules[i % len(rules)]["id"]
        place = ('{"physicalLocation":{"artifactLocation":{"uri":"src/part_%d/handler_%d.py"},"region":{"startLine":%d,"startColumn":5,"endLine":%d,'
                 '"endColumn":40,"snippet":{"text":"    return render(request.args[\'p%d\'])"}}}}' % (index // 3, i // 20, 10 + i % 20 * 7, 10 + i % 20 * 7, i))
        step = '{"location":%s}' % place
        out.write('%s{"ruleId":"%s","ruleIndex":%d,"level":"warning","message":{"text":"What %d comes from a request reaches the page that is sent."},'
                  '"locations":[%s],"partialFingerprints":{"primaryLocationLineHash":"%016x:1"},"codeFlows":[{"threadFlows":[{"locations":[%s,%s,%s]}]}]}' %
                  ("," if i else "", rule, i % len(rules), i, place, (i + 1) * 2654435761, step, step, step))
    out.write("]}]}")


def write_generic(out, catalog, index, count):
    out.write('{"sluice-findings":1,"tool":"Pen test","complete":true,"findings":[')
    for i in range(count):
        out.write('%s{"id":"PT-%d","title":"Orders of others can be read (%d)","severity":"high","cwe":639,"cvss":"%s","url":'
                  '"https://shop.example/orders/%d","first_seen":"2026-09-03"}' % ("," if i else "", i, i % 50, VECTORS[i % 4], i))
    out.write("]}")


# Per file: how it is given to the gate, who writes it, the number of its subject.
FILES = ([("trivy", write_trivy, i) for i in range(8)] + [("grype", write_grype, i) for i in range(8)] +
         [("nessus", write_nessus, i) for i in range(6)] + [("openvas", write_openvas, i) for i in range(4)] +
         [("aws-inspector", write_inspector, i) for i in range(2)] + [("cyclonedx", write_cyclonedx, i) for i in range(3)] +
         [("zap", write_zap, i) for i in range(2)] + [("sarif", write_sarif, i) for i in range(6)] + [("generic", write_generic, 0)])

POLICY = """policy: size
version: "1"
title: Size
deadlines:
  high: { from: 8.0, days: 60 }
  medium: { from: 5.0, days: 180 }
  low: { days: best-effort }
  due-soon-days: 14
stages:
  release:
    incomplete-scan: hold
    vulnerabilities: { overdue: hold, overdue-at-ship-date: condition, unrated: hold, needs-review: condition, suppressed-in-report: hold,
                       first-seen-unrecorded: report }
    findings:
      - { id: errors, when: { levels: [error] }, then: hold }
      - { id: severe, when: { levels: [warning], min-security-severity: 8.0 }, then: deadline }
"""


def write_inputs(folder, results):
    """The arguments of `sluice gate`, its files written; and their size."""
    catalog = Catalog()
    arguments = []
    for number, (name, write, index) in enumerate(FILES):
        path = folder / f"{number:02}-{name}"
        count = results // len(FILES) + (1 if number < results % len(FILES) else 0)
        with open(path, "w", buffering=1 << 20) as out:
            write(out, catalog, index, count)
        by_sluice = name == "sarif" and index % 3 == 0
        arguments += ["--sarif", str(path)] if by_sluice else ["--assessment", f"{name}={path}"]
    (folder / "policy.yaml").write_text(POLICY)
    (folder / "first_seen.yaml").write_text("first-seen:\n" + "".join(
        f"  {catalog[n]['cve']}: 2026-{3 + n % 7:02}-01\n" for n in range(0, ADVISORIES, 2)))
    (folder / "release.yaml").write_text(
        f"product: Shop\nversion: 4.2.0\ncommit: {COMMIT}\nbuild: {BUILD}\nship-date: 2026-10-15\nfirst-seen: first_seen.yaml\n")
    return arguments, sum(path.stat().st_size for path in folder.iterdir())


def perf_works():
    return shutil.which("perf") and subprocess.run(["perf", "stat", "-e", "instructions:u", "true"], capture_output=True).returncode == 0


def measure(sluice, folder, results, form):
    arguments, size = write_inputs(folder, results)
    command = [sluice, "gate", "--policy", str(folder / "policy.yaml"), "--release", str(folder / "release.yaml"), "--as-of", "2026-09-25",
               "--format", form, "--output", str(folder / "decision"), *arguments]
    counted = perf_works()
    if counted:
        command = ["perf", "stat", "-x", ",", "-o", str(folder / "perf"), "-e", "instructions:u", *command]
    with open(folder / "errors", "w+") as errors:
        begin = time.monotonic()
        process = subprocess.Popen(command, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        errors.seek(0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"the gate did not decide: exit {os.waitstatus_to_exitcode(status)}\n{errors.read()[:2000]}")
    instructions = re.search(r"^(\d+),", (folder / "perf").read_text(), re.M) if counted else None
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print(f"{results:>9,} results, {size / 1e6:,.0f} MB: {seconds:.2f} s, {cpu:.2f} s of CPU"
          + (f", {int(instructions[1]) / 1e9:.1f} G instructions" if instructions else "") + f", {peak:,.0f} MB", flush=True)
    return {"results": results, "seconds": seconds, "cpu": cpu, "megabytes": peak}


def failures(measured):
    bounds = {1_000_000: (20, 1500), 100_000: (2, 1500)}
    for one in measured:
        seconds, megabytes = bounds.get(one["results"], (None, None))
        if seconds and one["seconds"] > seconds:
            yield f"{one['results']} results took {one['seconds']:.1f} s; at most {seconds} s"
        if megabytes and one["megabytes"] > megabytes:
            yield f"{one['results']} results took {one['megabytes']:.0f} MB; at most {megabytes} MB"
    for small, large in zip(measured, measured[1:]):
        if large["results"] == 10 * small["results"] and small["results"] >= 10_000 and large["cpu"] > 12 * small["cpu"]:
            yield f"ten times {small['results']} results took {large['cpu'] / small['cpu']:.1f} times the CPU's time; at most 12"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sluice")
    options.add_argument("--results", default="10000,100000,1000000")
    options.add_argument("--format", default="text")
    options.add_argument("--keep", help="write the files into this folder and leave them there")
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    measured = []
    for results in map(int, given.results.split(",")):
        if given.keep:
            folder = pathlib.Path(given.keep) / str(results)
            folder.mkdir(parents=True, exist_ok=True)
            measured.append(measure(given.sluice, folder, results, given.format))
            continue
        with tempfile.TemporaryDirectory() as temporary:
            measured.append(measure(given.sluice, pathlib.Path(temporary), results, given.format))
    wrong = list(failures(measured))
    print("\n".join(wrong))
    sys.exit(1 if given.check and wrong else 0)


if __name__ == "__main__":
    main()
