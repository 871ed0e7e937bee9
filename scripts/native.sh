# Source this: `. scripts/native.sh`. Puts a native cargo that runs first on PATH. With rustup, a home without a default
# toolchain has a cargo that only complains: Debian's then stands in.
if ! cargo --version >/dev/null 2>&1 && /usr/bin/cargo --version >/dev/null 2>&1; then
  PATH="/usr/bin:$PATH"; export PATH
fi
