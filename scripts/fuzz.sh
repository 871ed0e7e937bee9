#!/usr/bin/env bash
# Gives any bytes to each reader of what comes from outside, for 60 seconds each, or as many as said; `scripts/fuzz.sh 600 foyers` is
# one reader alone. Stops at the first bytes that make one fail: they go to tests/fuzz/corpus, where `cargo test` reads them again.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/native.sh
seconds=${1:-60}
target=${CARGO_TARGET_DIR:-$PWD/target}
host=$(rustc -vV | sed -n 's/^host: //p')
# What libFuzzer reads of the coverage, from a stable compiler; with --target, build scripts go without.
flags='-Cpasses=sancov-module -Ccodegen-units=1'
for flag in level=4 inline-8bit-counters pc-table trace-compares; do flags+=" -Cllvm-args=-sanitizer-coverage-$flag"; done
RUSTFLAGS=$flags CARGO_TARGET_DIR=$target/fuzz cargo build --release --locked --target "$host" --manifest-path tests/fuzz/Cargo.toml
for corpus in tests/fuzz/corpus/${2:-*}/; do
  reader=$(basename "$corpus")
  found=$target/fuzz/corpus/$reader
  mkdir -p "$found"
  printf '\n== %s\n' "$reader" >&2
  LECTEUR=$reader "$target/fuzz/$host/release/fuzz" -max_total_time="$seconds" -max_len=8192 -timeout=10 -print_final_stats=1 \
    -verbosity=1 -artifact_prefix="$corpus" "$found" "$corpus"
done
