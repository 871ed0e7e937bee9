// A trunk post_build hook, before seal.sh: the names that the wasm and its script call each other by become one or two
// letters, and the script loses its spaces (decision 0062); what the first screens do without goes to wasm of its own (decision
// 0170). Each file gets a new name, by a hash of what it now holds, and the page the new names and sums.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withoutRelocations } from './linked.mjs';
import { LATER, split } from './split.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
const only = (pattern) => {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`shrink: one file like ${pattern}, found ${found.length}`);
  return found[0];
};
const read = (name) => readFileSync(`${folder}/${name}`);
const sum = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

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

// The linker's relocations are in the file if scripts/build.sh asked for them: then it can be cut.
const optimizer = realpathSync(execFileSync('sh', ['-c', 'command -v wasm-opt']).toString().trim());
const library = `${dirname(dirname(optimizer))}/index.js`;
const link = `${process.env.CARGO_TARGET_DIR || 'target'}/wasm32-unknown-unknown/web/juste-droit.wasm`;
const whole = read(wasm), bare = withoutRelocations(whole);
if (bare.length < whole.length && existsSync(library)) {
  const { default: binaryen } = await import(library);
  const files = split(binaryen, bare, readFileSync(link));
  // The last first: the name of a file, in one of those before it, is by a hash of all that it holds.
  for (const file of [...LATER].reverse()) {
    const noName = `${file}-0000000000000000.wasm`, bytes = files.pop(), name = `${file}-${hash(bytes)}.wasm`;
    const [naming, other] = files.filter((before) => before.includes(noName));
    if (!naming || other || naming.indexOf(noName) !== naming.lastIndexOf(noName)) throw new Error(`shrink: where the ${file} file is named`);
    naming.write(name, naming.indexOf(noName));
    writeFileSync(`${folder}/${name}`, bytes);
  }
  writeFileSync(`${folder}/${wasm}`, files[0]);
} else {
  console.error('shrink: the site is in one file, heavier: it was not built by scripts/build.sh, or wasm-opt is not npm\'s');
  writeFileSync(`${folder}/${wasm}`, bare);
}

let page = read('index.html').toString();
for (const [name, bytes] of Object.entries(before)) {
  const now = read(name);
  // Trunk drops the zeros at the head of its own hash.
  const renamed = name.replace(/-[0-9a-f]+(?=(_bg)?\.)/, `-${hash(now)}`);
  rmSync(`${folder}/${name}`);
  writeFileSync(`${folder}/${renamed}`, now);
  page = page.replaceAll(name, renamed).replaceAll(sum(bytes), sum(now));
}
writeFileSync(`${folder}/index.html`, page);
