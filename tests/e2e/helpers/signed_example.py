"""The example release 4.2.1 as a release manager has it: fixed, scanned, decided, signed by two persons, in a ledger."""
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
DAY = "2026-11-28"
RELEASE = "MediaShelf 4.2.1"
NAMESPACES = 'namespaces="sluice-release-signoff,sluice-ledger-checkpoint"'


class Example:
    """A folder with the product, its evidence, keys of two persons, and what they signed."""

    def __init__(self, sluice, folder):
        self.sluice, self.folder = pathlib.Path(sluice).resolve(), pathlib.Path(folder)
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        shutil.copy(ROOT / "checklists/release-security.yaml", self.folder / "release-security.yaml")
        subprocess.run(["git", "apply", "-p0", "release-fixed/fixes.patch"], cwd=self.folder / "examples", check=True)
        self.must("scan", "examples", "--compile-commands", "examples/codec", "--reproducible", "--format", "sarif",
                  "--output", "scan.sarif", "--fail-on", "never")

    def run(self, *arguments, stdin=None, env=None):
        done = subprocess.run([str(self.sluice), *map(str, arguments)], cwd=self.folder, capture_output=True, text=True,
                              timeout=300, input=stdin, env=env)
        return done.returncode, done.stdout, done.stderr

    def must(self, *arguments, **more):
        code, out, err = self.run(*arguments, **more)
        if code != 0:
            raise SystemExit(f"exit {code}: sluice {' '.join(map(str, arguments))}\n{out}{err}")
        return out

    def gate(self, *more):
        release = "examples/release-fixed"
        return self.run("gate", "--policy", "examples/release/policy.yaml", "--release", f"{release}/release.yaml", "--as-of", DAY,
                        "--sarif", "scan.sarif", "--assessment", f"sarif={release}/assessments/transport-check.sarif",
                        "--assessment", f"trivy={release}/assessments/trivy-web-image.json",
                        "--assessment", f"nessus={release}/assessments/sandbox.nessus", "--checklist", "release-security.yaml",
                        "--answers", f"{release}/answers.yaml", "--root", "examples", "--waivers", "examples/release/waivers", "--vex", "examples/release/vex.json",
                        "--allowed-signers", "examples/release/allowed_signers", "--format", "json", *more)

    def make_keys(self, names=("ada", "bob")):
        roles = {"ada": "release-manager", "bob": "security-lead", "mallory": "security-lead"}
        lines = []
        for name in names:
            self.must("signoff", "keygen", f"{name}.pem", "--comment", f"{name}@shelf.example.com")
            key = (self.folder / f"{name}.pem.pub").read_text().rsplit(" ", 1)[0]
            lines.append(f"{name}@shelf.example.com,role:{roles[name]} {NAMESPACES} {key}\n")
        (self.folder / "allowed_signers").write_text("".join(lines))

    def sign(self, envelope="release.dsse.json"):
        self.must("signoff", "sign", envelope, "--key", "ada.pem")
        self.must("signoff", "sign", envelope, "--key", "bob.pem", "--ssh")

    def verify(self, *more, envelope="release.dsse.json", day="2026-12-01"):
        return self.run("signoff", "verify", envelope, "--allowed-signers", "allowed_signers", "--policy", "examples/release/policy.yaml",
                        "--as-of", day, *more)
