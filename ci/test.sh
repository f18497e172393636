#!/usr/bin/env bash
# ci/test.sh [CTEST OPTIONS] - installs what is needed, builds, and runs all tests; ends in ctest's summary.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/ci/install.sh" --tests
"$root/ci/build.sh" release
cd "$root"
echo "test: running all tests"
exec ctest --preset release --parallel "$(nproc)" "$@"
