// A trunk post_build hook, before seal.sh: the names that the wasm and its script call each other by become one or two
// letters, and the script loses its spaces. 4 KB less to download (decision 0062). Both files get a new name, by a hash of
// what they now hold, and the page the new names and sums.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const folder = process.env.TRUNK_STAGING_DIR;
const only = (pattern) => {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`shrink: one file like ${pattern}, found ${found.length}`);
  return found[0];
};
const read = (name) => readFileSync(`${folder}/${name}`);
const sum = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const wasm = only(/^juste-droit-.*_bg\.wasm$/);
const script = only(/^juste-droit-.*\.js$/);
const before = { [wasm]: read(wasm), [script]: read(script) };

const printed = execFileSync('wasm-opt', [`${folder}/${wasm}`, '--minify-imports-and-exports-and-modules', '-o', `${folder}/${wasm}`]);
const { imports, exports } = JSON.parse(printed);
let code = before[script].toString();
const replace = (pattern, by) => {
  if (!pattern.test(code)) throw new Error(`shrink: nothing like ${pattern} in the script`);
  code = code.replace(pattern, by);
};
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
for (const [, name, short] of imports) replace(new RegExp(`\\b${literal(name)}(?=:)`, 'g'), `"${short}"`);
for (const [name, short] of exports) code = code.replace(new RegExp(`\\bwasm\\.${literal(name)}\\b`, 'g'), `wasm["${short}"]`);
replace(new RegExp(`"${literal(imports[0][0])}"`, 'g'), '"a"');
writeFileSync(`${folder}/${script}`, code);
const small = execFileSync('esbuild', ['--minify', '--format=esm', '--log-level=error', `${folder}/${script}`]);
writeFileSync(`${folder}/${script}`, small);

let page = read('index.html').toString();
for (const [name, bytes] of Object.entries(before)) {
  const now = read(name);
  // Trunk drops the zeros at the head of its own hash.
  const renamed = name.replace(/-[0-9a-f]+(?=(_bg)?\.)/, `-${createHash('sha256').update(now).digest('hex').slice(0, 16)}`);
  rmSync(`${folder}/${name}`);
  writeFileSync(`${folder}/${renamed}`, now);
  page = page.replaceAll(name, renamed).replaceAll(sum(bytes), sum(now));
}
writeFileSync(`${folder}/index.html`, page);
