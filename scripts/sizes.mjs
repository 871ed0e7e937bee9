// The bytes of each file of the site, raw, gzip and brotli; with --write, the brotli files beside them. The other wasm, the annex, the
// list of communes and sw.js are apart: the page asks for them later.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder, write] = process.argv.slice(2);
const first = [0, 0, 0];
const row = (name, sizes) => console.log(name.padEnd(48), ...sizes.map((n) => String(n).padStart(10)));
const later = [];
row("file, in bytes", ["raw", "gzip -9", "brotli 11"]);
const files = readdirSync(folder, { withFileTypes: true }).filter((f) => f.isFile() && !f.name.endsWith(".br"));
for (const { name } of files) {
  const raw = readFileSync(`${folder}/${name}`);
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  if (write === "--write") writeFileSync(`${folder}/${name}.br`, brotli);
  const sizes = [raw.length, gzipSync(raw, { level: 9 }).length, brotli.length];
  if (/^(second|troisieme|annexe|communes)-|^sw\.js$/.test(name)) {
    later.push([name, sizes]);
  } else {
    sizes.forEach((n, i) => (first[i] += n));
    row(name, sizes);
  }
}
row("first load", first);
for (const [name, sizes] of later) row(`later, ${name}`, sizes);
