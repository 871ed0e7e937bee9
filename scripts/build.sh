#!/usr/bin/env bash
# Builds the release site in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
. scripts/env.sh
# What the linker knows of the wasm lets scripts/split.mjs cut it.
have() { command -v "$1" >/dev/null; }
if have node && have wasm-opt && have esbuild; then export RUSTFLAGS="${RUSTFLAGS:-} -Clink-arg=--emit-relocs"; fi
trunk build --release --locked --skip-version-check
