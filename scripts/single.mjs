// Puts a built site in one page: `node scripts/single.mjs dist juste-droit.html`. What the page would fetch stands in it as text of
// base 64, and `fetch` gives it from there (assets/seul-fichier.js): nothing else changes in the site. Its policy lets it reach
// nothing at all. See decision 0198.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const [folder, out] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`);
const names = readdirSync(folder).filter((name) => !name.endsWith('.br') && !name.endsWith('.gz'));
const only = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`single: one file like ${pattern}, found ${found.length}`);
  return found[0];
};
const sum = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const TYPES = { wasm: 'application/wasm', json: 'application/json', txt: 'text/plain', js: 'text/javascript' };

const icon = `data:image/svg+xml;base64,${read('icon.svg').toString('base64')}`;
const style = read(only(/^style-.*\.css$/)).toString().replaceAll(/url\((["']?)\.?\/?icon\.svg\1\)/g, `url(${icon})`);
const start = only(/^start-.*\.js$/);
const options = ['--bundle', '--minify', '--format=esm', '--define:import.meta.url=location.href', '--log-level=error'];
const bundle = execFileSync('esbuild', [...options, `${folder}/${start}`], { maxBuffer: 1e8 });
const code = `${readFileSync('assets/seul-fichier.js', 'utf8').replaceAll(/^\/\/.*\n/gm, '')}\n${bundle}`;
if (/<\/(script|style)/i.test(code + style)) throw new Error('single: a text that would end its own element');

const script = /-[0-9a-f]{16}\.js$/, bundled = new Set([start, only(/^juste-droit-.*\.js$/)]);
const held = names.filter((name) => /\.(wasm|json|txt)$/.test(name) || (script.test(name) && !bundled.has(name)));
const files = held.map((name) => `<script type="text/plain" id="file:${name}" data-type="${TYPES[name.split('.').pop()]}">${read(name).toString('base64')}</script>`);

const policy = [
  "default-src 'none'", `script-src ${sum(code)} 'wasm-unsafe-eval'`, `style-src ${sum(style)}`, 'img-src data:', 'worker-src blob:', "base-uri 'none'", "form-action 'none'",
].join('; ');
let page = read('index.html').toString();
const replace = (pattern, by) => {
  if (!pattern.test(page)) throw new Error(`single: nothing like ${pattern} in the page`);
  page = page.replace(pattern, () => by);
};
replace(/<meta http-equiv="?Content-Security-Policy"?[^>]*>/i, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
replace(/<script[^>]*start-[^>]*><\/script>/, '');
replace(/<link[^>]*rel="?stylesheet"?[^>]*>/, `<style>${style}</style>`);
replace(/<link[^>]*rel="?manifest"?[^>]*>/, '');
replace(/<link[^>]*rel="?icon"?[^>]*>/, `<link rel="icon" href="${icon}">`);
page = page.replaceAll(/<link[^>]*rel="?(module)?preload"?[^>]*>/g, '');
replace(/<\/body>/, `${files.join('\n')}\n<script type="module">${code}</script>\n</body>`);
if (/(src|href)="?\.?\/?[\w-]+\.(js|css|wasm|svg)/.test(page.replaceAll(/<script[\s\S]*?<\/script>/g, ''))) throw new Error('single: the page still asks for a file');
writeFileSync(out, page);
console.log(`${out}: ${page.length} bytes`);
