#!/usr/bin/env bash
# Builds the release site in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
. scripts/env.sh
trunk build --release --locked --skip-version-check
