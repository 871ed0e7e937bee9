#!/usr/bin/env bash
# Installs what is missing, builds the release site and runs every test, in a real browser too.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh tests
scripts/build.sh
. scripts/native.sh

tools=${JUSTE_DROIT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/juste-droit-tools}
export AXE_JS="$tools/axe.min.js" NAVIGATEUR=exige
step() { printf '\n== %s\n' "$*" >&2; "$@"; }
step cargo fmt --check
step cargo clippy --locked --all-targets -- -D warnings
step cargo test --locked
