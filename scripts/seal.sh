#!/bin/sh
# A trunk post_build hook: no script stays inside the page, and the page carries the policy of the HTTP headers, so
# that it holds on a host where no header can be set. The one place of that policy is deploiement/nginx.conf. The annex,
# which build.rs wrote, joins the site. A release also has what keeps it for when there is no network (decision 0196).
set -eu
have() { command -v "$1" >/dev/null; }
if [ "$TRUNK_PROFILE" = release ]; then
  if have node && have wasm-opt && have esbuild; then node scripts/shrink.mjs
  else echo "seal: without node, wasm-opt and esbuild the site is 45 KB heavier" >&2; fi
fi
page=$TRUNK_STAGING_DIR/index.html
policy=$(sed -n 's/.*add_header Content-Security-Policy "\(.*\)" always;.*/\1/p' deploiement/nginx.conf)
policy=${policy%; frame-ancestors*}   # a header's only: browsers complain of it in a page
[ -n "$policy" ] || { echo "seal: no policy in deploiement/nginx.conf" >&2; exit 1; }

html=$(sed 's/<script type="module">/<script type=module>/' "$page")
case $html in
  *'<script type=module>'*'</script>'*'</head>'*) ;;
  *) echo "seal: trunk's script is not where it was" >&2; exit 1 ;;
esac
before=${html%%<script type=module>*}
rest=${html#*<script type=module>}
code=${rest%%</script>*}
# A worker runs the same script as the page (src/ui/navigateur/ouvrier.rs): nothing of a window in it.
code=$(printf '%s\n' "$code" | sed -n 's/^import init, \* as bindings from/import init from/p; s/^const wasm = await init(/await init(/p')
case $code in 'import init from '*'await init('*) ;; *) echo "seal: trunk's script is not what it was" >&2; exit 1 ;; esac
[ "$TRUNK_PROFILE" != release ] || code=$code$(printf '\n'; grep -v '^//' assets/hors-ligne.js)
start=start-$(printf '%s' "$code" | sha256sum | cut -c1-16).js
printf '%s\n' "$code" > "$TRUNK_STAGING_DIR/$start"
printf '%s<meta http-equiv="Content-Security-Policy" content="%s"><title>%s<script type="module" src="./%s"></script>%s\n' \
  "${before%%<title>*}" "$policy" "${before#*<title>}" "$start" "${rest#*</script>}" > "$page"

# The wasm names them, by a hash of their content: any file of that name is the right one.
for file in 'annexe-[0-9a-f]\{16\}\.json' 'communes-[0-9a-f]\{16\}\.txt'; do
  name=$(grep -ahom1 "$file" "$TRUNK_STAGING_DIR"/*.wasm | head -n 1)
  found=$(find "${CARGO_TARGET_DIR:-$TRUNK_SOURCE_DIR/target}" -name "${name:-none}" | head -n 1)
  [ -n "$found" ] || { echo "seal: a file of the annex is nowhere: $file" >&2; exit 1; }
  cp "$found" "$TRUNK_STAGING_DIR"
done

[ "$TRUNK_PROFILE" = release ] || exit 0
cd "$TRUNK_STAGING_DIR"
files=$(find . -type f ! -name index.html | sed 's/.*/"&"/' | sort | paste -sd, -)
version=$(cat index.html icon.svg manifest.webmanifest "$TRUNK_SOURCE_DIR/assets/sw.js" | sha256sum | cut -c1-16)
{
  printf 'const VERSION = "%s", DEPART = "%s", FICHIERS = [%s];\n' "$version" "$start" "$files"
  grep -v '^ *//' "$TRUNK_SOURCE_DIR/assets/sw.js"
} > sw.js
