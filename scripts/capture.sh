#!/usr/bin/env bash
# Draws docs/capture.png, the picture of the README: the release site with the household of docs/capture.json.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh tests
out=$(mktemp -d)
scripts/serve.sh 8090 >"$out/log" 2>&1 &
server=$!
trap 'kill $server; rm -rf "$out"' EXIT
until address=$(grep -om1 'http://[^ ]*' "$out/log"); do
  kill -0 $server || { cat "$out/log"; exit 1; }
  sleep 1
done
household=$(node -e 'process.stdout.write(Buffer.from(require("fs").readFileSync("docs/capture.json")).toString("base64url"))')
chromium --headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --hide-scrollbars --user-data-dir="$out/profile" --window-size=1280,1000 --virtual-time-budget=6000 \
  --screenshot=docs/capture.png "$address#s=$household"
