# Source this: `. scripts/env.sh`. Puts what scripts/setup.sh installed first on PATH.
_t=${JUSTE_DROIT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/juste-droit-tools}
if [ -r "$_t/path" ]; then
  _p=$(cat "$_t/path")
  case ":$PATH:" in *":$_p:"*) ;; *) PATH="$_p:$PATH"; export PATH ;; esac
fi
# The Rust that builds the wasm and the native one must not share build outputs.
case "${CARGO_TARGET_DIR:-}" in
  */web) ;;
  *) export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/web" ;;
esac
unset _t _p
