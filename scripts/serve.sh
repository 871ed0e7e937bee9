#!/usr/bin/env bash
# Installs what is missing, builds the release site, serves it on this machine alone and prints its address.
#   scripts/serve.sh [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh
. scripts/native.sh
server="${CARGO_TARGET_DIR:-$PWD/target}/server"
mkdir -p "$(dirname "$server")"
if [ ! -e "$server" ] || [ scripts/server.rs -nt "$server" ] || [ deploiement/nginx.conf -nt "$server" ]; then
  rustc --edition 2024 -O -o "$server" scripts/server.rs
fi
exec "$server" dist "${1:-8080}"
