#!/usr/bin/env bash
# ci/install.sh [--tests] - installs what Sluice is built with on Debian 12; --tests adds what only its tests need.
#
# Changes nothing, and takes a moment, when all is there. The packages and what each is for stand in
# ci/packages.txt; the npm packages are those that third_party/package-lock.json pins.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
wanted=build
case "${1-}" in
  "") ;;
  --tests) wanted=tests ;;
  *) echo "usage: ci/install.sh [--tests]" >&2; exit 2 ;;
esac

say() { printf 'install: %s\n' "$*"; }
die() { printf 'install: %s\n' "$@" >&2; exit 1; }

installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# A fresh machine may list a package that it cannot get: only one with a candidate version counts.
available() { [[ $(apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ { print $2 }') == [0-9]* ]]; }

# Fills `missing` with the lines of packages.txt ("for package command why") that this machine lacks.
find_missing() {
  missing=()
  local purpose packages command why package
  while read -r purpose packages command why; do
    [[ $purpose == build || $purpose == "$wanted" ]] || continue
    if [[ $command != - ]] && command -v "$command" >/dev/null; then continue; fi
    for package in ${packages//|/ }; do
      if installed "$package"; then continue 2; fi
    done
    missing+=("$purpose $packages $why")
  done < <(grep -v '^#' "$root/ci/packages.txt")
}

apt_get() {
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || die "packages are missing and this is neither root nor a machine with sudo:" \
      "${missing[@]/#/  }"
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

# Fills `chosen` with the packages to install; a build package that cannot be had ends the script.
choose() {
  chosen=()
  local line purpose packages why package lost=()
  for line in "${missing[@]}"; do
    read -r purpose packages why <<<"$line"
    for package in ${packages//|/ }; do
      if available "$package"; then chosen+=("$package"); continue 2; fi
    done
    if [[ $purpose == tests ]]; then
      say "warning: package ${packages//|/ or } cannot be had ($why): the tests that need it will say that they are skipped"
    else
      lost+=("${packages//|/ or } ($why)")
    fi
  done
  if [[ ${#lost[@]} -gt 0 ]]; then
    die "these packages cannot be had from the package sources of this machine (see /etc/apt/sources.list*):" \
      "${lost[@]/#/  }" "Sluice is built on Debian 12 with its main and security archives."
  fi
}

install_debian_packages() {
  find_missing
  if [[ ${#missing[@]} -eq 0 ]]; then say "Debian packages: all there"; return; fi
  command -v apt-get >/dev/null ||
    die "this machine has no apt-get; install by its own means what these lines name, then run ci/build.sh:" "${missing[@]/#/  }"
  say "Debian packages: reading what can be had"
  apt_get update >/dev/null || die "apt-get update failed: are the package sources reachable?"
  choose
  if [[ ${#chosen[@]} -eq 0 ]]; then return; fi
  say "Debian packages: installing ${chosen[*]}"
  if ! apt_get install -y --no-install-recommends "${chosen[@]}"; then
    local package failed=()
    for package in "${chosen[@]}"; do installed "$package" || failed+=("$package"); done
    die "apt-get could not install: ${failed[*]}" "Its own message stands above."
  fi
}

# Compares what the lock file pins with what npm wrote down when it last finished (it writes that file at the very end).
npm_packages_are_there() {
  python3 - "$root/third_party" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
try:
    done = json.loads((folder / "node_modules/.package-lock.json").read_text())["packages"]
except (OSError, ValueError, KeyError):
    sys.exit(1)
for name, package in json.loads((folder / "package-lock.json").read_text())["packages"].items():
    if name and not package.get("optional") and done.get(name, {}).get("version") != package["version"]:
        sys.exit(1)
    if name and not package.get("optional") and not (folder / name / "package.json").exists():
        sys.exit(1)
PYTHON
}

install_npm_packages() {
  if npm_packages_are_there; then say "npm packages: all there"; return; fi
  if [[ -L $root/third_party/node_modules ]]; then
    die "third_party/node_modules is a link to packages other than package-lock.json pins; remove the link and run again"
  fi
  local node_major
  node_major=$(node --version | sed 's/^v//; s/\..*//')
  [[ $node_major -ge 18 ]] || die "node $(node --version) is too old for npm's lock file; 18 or later is needed"
  say "npm packages: installing what third_party/package-lock.json pins (no script of theirs is run)"
  (cd "$root/third_party" && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error) ||
    die "npm could not bring the packages of third_party/package-lock.json; its message above names the one that failed"
}

install_debian_packages
install_npm_packages
