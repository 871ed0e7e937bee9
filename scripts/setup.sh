#!/usr/bin/env bash
# Installs what is missing on this machine, and nothing twice.
#   scripts/setup.sh            to build the site: Rust for WebAssembly, wasm-bindgen, wasm-opt, trunk
#   scripts/setup.sh tests      and to test it: Chromium, its driver, poppler, axe, rustfmt, clippy
# WASM_TOOLCHAIN=auto|rustup|debian   which Rust builds the wasm (auto: what is there, else rustup's, else Debian's)
# JUSTE_DROIT_TOOLS=DIR               where tools go (default ~/.cache/juste-droit-tools)
set -euo pipefail
cd "$(dirname "$0")/.."

TARGET=wasm32-unknown-unknown
TRUNK_VERSION=0.21.14       # the newest that Rust 1.95 and 1.96.0 build: 0.22 asks for 1.96.1
BINARYEN_VERSION=132        # the same number is in Trunk.toml, [tools] wasm_opt
ESBUILD_VERSION=0.28.2
AXE_VERSION=4.14.1
MODE=${WASM_TOOLCHAIN:-auto}
TOOLS=${JUSTE_DROIT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/juste-droit-tools}
mkdir -p "$TOOLS/bin"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
root() { if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo -n "$@"; else say "this needs root: $*"; return 1; fi; }
apt_install() {
  have apt-get || { say "no apt-get to install $*"; return 1; }
  say "installing $*"
  root apt-get update -qq && root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}
# The native cargo builds the tools, never the wasm-only one that an earlier run put first on PATH.
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -vF "$TOOLS/rust" | paste -sd: -)

has_target() {  # $1: a rustc
  local d; d=$("$1" --print target-libdir --target $TARGET 2>/dev/null) || return 1
  compgen -G "$d/libcore-*.rlib" >/dev/null && compgen -G "$d/libtest-*.rlib" >/dev/null
}

debian_toolchain() {  # Debian's newer rustc, and its own std compiled once for wasm, in a private sysroot
  if ! dpkg -s rustc-web cargo-web rust-web-src rust-web-llvm >/dev/null 2>&1; then
    apt_install rustc-web cargo-web rust-web-src rust-web-llvm || return 1
  fi
  # /usr/bin/rust-lld is a link to lld-NN, which no package above asks for.
  have rust-lld || apt_install "$(readlink /usr/bin/rust-lld)" || return 1
  local v dir lib tmp
  v=$(dpkg-query -W -f '${Version}' rust-web-src)
  [ "$(dpkg-query -W -f '${Version}' rustc-web)" = "$v" ] || { say "rustc-web and rust-web-src differ"; return 1; }
  dir="$TOOLS/rust-$v"; lib="$dir/lib/rustlib"
  if [ ! -e "$dir/ok" ]; then
    say "compiling std for $TARGET (once, about a minute)"
    rm -rf "$dir"; mkdir -p "$dir/bin" "$lib/$TARGET/lib"
    tmp=$(mktemp -d); mkdir "$tmp/src"; : > "$tmp/src/lib.rs"
    printf '[package]\nname = "stdbuild"\nversion = "0.0.0"\nedition = "2021"\n[profile.release]\npanic = "abort"\n' > "$tmp/Cargo.toml"
    # RUSTC_BOOTSTRAP and -Z stay inside this one command; the project itself is built as stable Rust.
    ( cd "$tmp" && env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR PATH=/usr/bin:/bin RUSTC_BOOTSTRAP=1 \
        RUSTFLAGS=-Cembed-bitcode=yes /usr/bin/cargo build --quiet --release --target $TARGET \
        -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test >&2 )
    cp "$tmp/target/$TARGET/release/deps/"*.rlib "$lib/$TARGET/lib/"
    rm -rf "$lib/$TARGET/lib/"libstdbuild-*.rlib "$tmp"
    ln -s "/usr/lib/rustlib/$(/usr/bin/rustc -vV | sed -n 's/^host: //p')" "$lib/"
    ln -s /usr/bin/cargo "$dir/bin/cargo"
    for b in rustc rustdoc; do
      printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' $b "$dir" > "$dir/bin/$b"; chmod +x "$dir/bin/$b"
    done
    touch "$dir/ok"
  fi
  WASM_RUST_BIN="$dir/bin"
}

WASM_RUST_BIN=
if [ "$MODE" != debian ] && has_target rustc; then say "$(rustc --version) has $TARGET"
elif [ "$MODE" != debian ] && have rustup && timeout 300 rustup target add $TARGET >&2 && has_target rustc; then say "rustup added $TARGET"
elif [ "$MODE" != rustup ] && debian_toolchain; then say "Debian's $("$WASM_RUST_BIN/rustc" --version), with a std of its own for $TARGET"
else fail "no Rust for $TARGET: neither rustup nor Debian's packages gave one (WASM_TOOLCHAIN=$MODE)"; fi
. scripts/native.sh
if ! cargo --version >/dev/null 2>&1; then
  apt_install rustc-web cargo-web || fail "no cargo that runs: install Rust (rustup, or Debian's rustc-web and cargo-web)"
  . scripts/native.sh
fi

# wasm-bindgen: exactly the version in Cargo.lock.
WBG=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
PATH="$TOOLS/bin:$PATH"
cargo_tool() {  # crate, version: quick to compile rather than quick to run
  local fast="env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1"
  say "compiling $1 $2 (once, a few minutes)"
  # A lock file that names a version this registry lacks fails at once: then let cargo choose.
  $fast cargo install --quiet --root "$TOOLS" --locked --version "=$2" "$1" 2>"$TOOLS/$1.log" \
    || $fast cargo install --quiet --root "$TOOLS" --version "=$2" "$1" 2>>"$TOOLS/$1.log" \
    || { tail -5 "$TOOLS/$1.log" >&2; fail "$1 $2 could not be installed"; }
}
[ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WBG" ] || cargo_tool wasm-bindgen-cli "$WBG"
case "$(trunk --version 2>/dev/null)" in "trunk $TRUNK_VERSION"*) ;; *) cargo_tool trunk $TRUNK_VERSION ;; esac

npm_tool() {  # package, version: each in a folder of its own, for npm prunes what it did not install in the same run
  have npm || { say "no npm (Node.js 20 or newer) to install $1"; return 1; }
  say "npm install $1@$2"
  npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix "$TOOLS/$1-$2" "$1@$2" >&2
}
# wasm-opt: Debian 12 has binaryen 108 and the Rust registry 116: both too old for what Rust now emits.
case "$(wasm-opt --version 2>/dev/null)" in
  *" $BINARYEN_VERSION "*|*" $BINARYEN_VERSION") ;;
  *) if npm_tool binaryen $BINARYEN_VERSION.0.0; then
       ln -sf "$TOOLS/binaryen-$BINARYEN_VERSION.0.0/node_modules/.bin/wasm-opt" "$TOOLS/bin/wasm-opt"
     else say "trunk will download wasm-opt $BINARYEN_VERSION itself"; fi ;;
esac
# What makes the page's script small (scripts/shrink.mjs).
[ "$(esbuild --version 2>/dev/null)" = $ESBUILD_VERSION ] \
  || { npm_tool esbuild $ESBUILD_VERSION && ln -sf "$TOOLS/esbuild-$ESBUILD_VERSION/node_modules/.bin/esbuild" "$TOOLS/bin/esbuild"; } \
  || say "the site will be a little heavier"

printf '%s\n' "${WASM_RUST_BIN:+$WASM_RUST_BIN:}$TOOLS/bin" > "$TOOLS/path"
[ "${1:-}" = tests ] || exit 0

if ! have chromium || ! have chromedriver; then
  apt_install chromium chromium-driver || fail "the browser tests need chromium and chromedriver on PATH"
fi
have pdftotext || apt_install poppler-utils || fail "the browser tests read the printed sheet with pdftotext and pdftoppm (poppler)"
axe="$TOOLS/axe-core-$AXE_VERSION/node_modules/axe-core/axe.min.js"
[ -e "$axe" ] || npm_tool axe-core $AXE_VERSION || fail "the browser tests need axe-core"
ln -sf "$axe" "$TOOLS/axe.min.js"
if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
  if [ "$(command -v cargo)" = /usr/bin/cargo ]; then apt_install rustfmt-web rust-web-clippy
  elif have rustup; then rustup component add rustfmt clippy >&2
  fi || fail "the tests need rustfmt and clippy beside $(command -v cargo)"
fi
