#!/usr/bin/env bash
# Prints the figures of the release: households per second, times in Chromium, bytes of each file.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh tests
scripts/build.sh
. scripts/native.sh
# A copy with brotli files beside the others, as a host would send them.
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
cp dist/* "$site"
node scripts/sizes.mjs "$site" --write
echo
cargo bench --quiet --locked --bench debit
echo
cargo bench --quiet --locked --bench lots
echo
DIST="$site" cargo bench --quiet --locked --bench page
