#!/usr/bin/env bash
# ci/build.sh [PRESET] - configures and builds (preset: release); a second run compiles only what changed.
set -euo pipefail

preset=${1:-release}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p "build/$preset"
echo "build: configuring, preset $preset"
if ! cmake --preset "$preset" >"build/$preset/configure.log" 2>&1; then
  cat "build/$preset/configure.log" >&2
  echo "build: cmake could not configure; ci/install.sh installs what it needs" >&2
  exit 1
fi
echo "build: compiling what changed"
cmake --build --preset "$preset"
echo "build: build/$preset/sluice is $("build/$preset/sluice" --version)"
