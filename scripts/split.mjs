// Cuts the wasm: what only calls of `au_second` reach (src/second.rs) goes to a second file, what only calls of `au_troisieme` reach
// to a third. They share the memory and the table of functions of the first. See decisions 0170 and 0212.
//
// A place in the table and an address of data stay the same from the linker to the last optimizer. So what the linker wrote says
// which of them a file alone uses, and the optimizer finds what those before it can do without once those places are empty.
import { linked } from './linked.mjs';

/** The files after the first: each is brought in after those before it, and may call them. */
export const LATER = ['second', 'troisieme'];

// `juste_droit::second::du_second_fichier`, in both manglings of Rust.
const ENTRIES = LATER.map((file) => `du_${file}_fichier`).map((name) => new RegExp(`^_(ZN|RI?NvNtCs\\w+?_)11juste_droit6second${name.length}${name}`));
const IMPORTS = 'a';   // as in src/ui/navigateur.rs

const DIRECT = 'split: a file calls one after it otherwise than by the table of functions';

/** The rank of the file that a function is an entry of; 0 when it is none. */
const opens = ({ name }) => 1 + ENTRIES.findIndex((entry) => entry.test(name));

/** All that these reach without going through an entry. */
function reached(roots) {
  const all = new Set(roots);
  for (const one of all) for (const used of one.uses) if (opens(used) === 0) all.add(used);
  return all;
}

/** Of each file: the places in the table of its entries; the places and the pieces of data that none before it uses. */
function apart(link) {
  const { functions, data } = linked(link), before = new Set();
  const slotsOf = (some) => new Set(some.map(({ slot }) => slot));
  return ['first', ...LATER].map((file, rank) => {
    const entries = rank === 0 ? [] : functions.filter((one) => opens(one) === rank);
    const all = reached(rank === 0 ? functions.filter(({ exported }) => exported) : entries);
    if (all.size === 0) throw new Error(`split: nothing is in the ${file} file`);
    for (const { calls = [] } of all) if ([...calls].some((one) => rank < opens(one))) throw new Error(DIRECT);
    const alone = (one) => all.has(one) && !before.has(one);
    const part = { entries: slotsOf(entries), slots: slotsOf(functions.filter(alone)), pieces: data.filter(alone) };
    for (const one of all) before.add(one);
    return part;
  });
}

/** The files, from the whole one and from what the linker wrote, all as bytes. */
export function split(binaryen, whole, link) {
  const parts = apart(link), modules = parts.map(() => binaryen.readBinary(whole));
  const [first, ...later] = modules;
  const list = (length, at) => Array.from({ length }, (_, i) => at(i));
  const exportsOf = (module) => list(module.getNumExports(), (i) => binaryen.getExportInfo(module.getExportByIndex(i)));
  const globalsOf = (module) => list(module.getNumGlobals(), (i) => binaryen.getGlobalInfo(module.getGlobalByIndex(i)));
  const tablesOf = (module) => list(module.getNumTables(), (i) => binaryen.getTableInfo(module.getTableByIndex(i)));
  const placesOf = (module) => list(module.getNumElementSegments(), (i) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(i)));
  const dataOf = (module) => list(module.getNumDataSegments(), (i) => module.getDataSegmentInfo(module.getDataSegmentByIndex(i)));
  const functionsOf = (module) => list(module.getNumFunctions(), (i) => binaryen.getFunctionInfo(module.getFunctionByIndex(i)));
  const sweep = (module) => module.runPasses(['remove-unused-module-elements']);

  // Each brings its data: what is a later one's is zeros in the first.
  const kept = dataOf(first).map(({ offset, data }) => ({ from: offset, data: new Uint8Array(data) }));
  const moved = (piece) => kept.flatMap(({ from, data }) => {
    const there = data.subarray(Math.max(0, piece.from - from), Math.max(0, piece.to - from)), copy = there.slice();
    there.fill(0);
    return copy.length === 0 ? [] : [{ from: Math.max(piece.from, from), data: copy }];
  });
  const brought = [kept, ...parts.slice(1).map(({ pieces }) => pieces.flatMap(moved))];
  const { initial, max = -1 } = first.getMemoryInfo();
  modules.forEach((module, rank) => {
    module.setMemory(initial, max, null, brought[rank].map(({ from, data }) => ({ offset: module.i32.const(from), data })));
  });

  // The functions that a file needs without the places of those after it, and that none before it has, are its own; each then fills
  // the places of its own.
  const places = placesOf(first).map(({ offset, ...place }) => ({ ...place, from: binaryen.getExpressionInfo(offset).value }));
  const fill = (module, mine) => {
    for (const { name } of placesOf(module)) module.removeElementSegment(name);
    for (const { name, table, from, data } of places) {
      const fills = data.map((one, i) => mine(one, from + i));
      for (let start = 0, end; start < data.length; start = end + 1) {
        for (end = start; fills[end];) end++;
        if (start < end) module.addActiveElementSegment(table, `${name}.${start}`, data.slice(start, end), module.i32.const(from + start));
      }
    }
  };
  const imports = new Map(functionsOf(first).filter(({ module }) => module).map((one) => [one.name, one]));
  const owners = new Map();
  modules.forEach((module, rank) => {
    const after = parts.slice(rank + 1);
    fill(module, (_, slot) => !after.some(({ slots }) => slots.has(slot)));
    sweep(module);
    for (const { name } of functionsOf(module)) if (!owners.has(name)) owners.set(name, rank);
  });
  for (const { from, data } of places) {
    // The optimizer saw through a call: what is a file's alone is not what the linker said.
    const early = (one, slot) => parts.some(({ entries }, rank) => entries.has(slot) && owners.get(one) < rank);
    if (data.some((one, i) => early(one, from + i))) throw new Error(DIRECT);
  }
  modules.forEach((module, rank) => fill(module, (one) => owners.get(one) === rank));

  // What a file takes from those before it has a number for a name: the page's script uses none.
  for (const module of later) for (const { name } of exportsOf(module)) module.removeExport(name);
  let last = 0;
  const share = (give, take) => { const as = String(last++); give(as); later.forEach((module) => take(module, as)); };
  share((as) => first.addMemoryExport('0', as), (module, as) => module.addMemoryImport('0', IMPORTS, as));
  for (const { name } of tablesOf(first)) share((as) => first.addTableExport(name, as), (module, as) => module.addTableImport(name, IMPORTS, as));
  for (const { name, type } of globalsOf(first).filter(({ mutable }) => mutable)) {
    for (const module of later) module.removeGlobal(name);
    share((as) => first.addGlobalExport(name, as), (module, as) => module.addGlobalImport(name, IMPORTS, as, type, true));
  }
  const names = new Map();
  const nameOf = ({ name }) => {
    if (names.has(name)) return names.get(name);
    // What only a later file asks of the page's script goes through the first too.
    const asked = imports.get(name), giver = asked ? first : modules[owners.get(name)];
    if (asked && !first.getFunction(name)) first.addFunctionImport(asked.name, asked.module, asked.base, asked.params, asked.results);
    const as = String(last++);
    giver.addFunctionExport(name, as);
    names.set(name, as);
    return as;
  };
  later.forEach((module, i) => {
    const take = ({ name, params, results }, as) => {
      module.removeFunction(name);
      module.addFunctionImport(name, IMPORTS, as, params, results);
    };
    for (const one of functionsOf(module)) if (imports.has(one.name) || owners.get(one.name) <= i) take(one, '');
    sweep(module);
    for (const one of functionsOf(module).filter(({ module }) => module)) take(one, nameOf(one));
  });
  return modules.map((module) => {
    module.runPasses(['strip-target-features']);
    if (!module.validate()) throw new Error('split: what comes out is not valid');
    return Buffer.from(module.emitBinary());
  });
}
