#!/usr/bin/env bash
# Builds the release site as one file that opens by a double click, without a server: dist/ stays as it is beside it.
#   scripts/single.sh [FILE]        juste-droit.html
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh
. scripts/env.sh
node scripts/single.mjs dist "${1:-juste-droit.html}"
