#!/usr/bin/env bash
# ci/demo.sh [PATH] - installs what is needed, builds, scans examples/ (or PATH), runs the gate, shows the decision.
#
# examples/ has a release file, a policy and assessment results of its own, dated: its decision is that of the day
# below, on any day. For a PATH the gate decides on the findings alone, by ci/demo-policy.yaml.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ $# -gt 1 || ${1-} == -* ]]; then echo "usage: ci/demo.sh [PATH]" >&2; exit 2; fi
if [[ $# == 1 && ! -e $1 ]]; then echo "demo: there is no $1" >&2; exit 2; fi
target=$(realpath "${1:-$root/examples}")

"$root/ci/install.sh"
"$root/ci/build.sh" release
sluice=$root/build/release/sluice
reports=$root/build/demo
rm -rf "$reports"
mkdir -p "$reports"

# Runs a step. What blocks (1) or is incomplete (3) is there to be shown; wrong input (2) or a crash ends the demo.
run() {
  local ended=0
  "$@" || ended=$?
  case $ended in
    0 | 1 | 3) ;;
    *) echo "demo: ended with $ended: $*" >&2; exit "$ended" ;;
  esac
}

echo
echo "demo: scanning $target"
cd "$(dirname "$target")"
scan=("$(basename "$target")" --fail-on never)
if [[ -e $target/codec/compile_commands.json ]]; then scan+=(--compile-commands "$(basename "$target")/codec"); fi
run "$sluice" scan "${scan[@]}" --format sarif --output "$reports/scan.sarif"
run "$sluice" scan "${scan[@]}" --format html --output "$reports/scan.html"
run "$sluice" scan "${scan[@]}"

echo
echo "demo: deciding"
if [[ $target == "$root/examples" ]]; then
  cd "$target"
  gate=(--policy release/policy.yaml --release release/release.yaml --stage release --as-of 2026-11-20
    --checklist "$root/checklists/release-security.yaml" --answers release/answers.yaml --root .
    --sarif "$reports/scan.sarif" --assessment sarif=release/assessments/transport-check.sarif
    --assessment trivy=release/assessments/trivy-web-image.json --assessment nessus=release/assessments/sandbox.nessus
    --waivers release/waivers --vex release/vex.json --allowed-signers release/allowed_signers)
else
  # A stand-in for what a release manager would write; the digest is that of the report, for there is no build.
  cat >"$reports/release.yaml" <<RELEASE
product: "$(basename "$target" | tr -d '"\\')"
version: demo
commit: $(git -C "$target" rev-parse --verify -q HEAD 2>/dev/null || echo 0000000)
build: sha256:$(sha256sum "$reports/scan.sarif" | cut -d' ' -f1)
RELEASE
  gate=(--policy "$root/ci/demo-policy.yaml" --release "$reports/release.yaml" --stage findings --sarif "$reports/scan.sarif")
fi
run "$sluice" gate "${gate[@]}" --format markdown --output "$reports/decision.md"
run "$sluice" gate "${gate[@]}" --format json --output "$reports/decision.json"
run "$sluice" gate "${gate[@]}"

echo
echo "demo: the findings are in $reports/scan.html and $reports/scan.sarif"
echo "demo: the decision is in $reports/decision.md and $reports/decision.json"
