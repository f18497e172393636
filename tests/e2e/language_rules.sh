#!/bin/sh
# The constructs of each language, as patterns: tests/rules holds them with marked code.
set -eu
"$1" rules test tests/rules
