// Cuts the wasm in two: what only calls of `au_second` reach (src/second.rs) goes to a second file, which shares the memory and the
// table of functions of the first. See decision 0170.
//
// A place in the table and an address of data stay the same from the linker to the last optimizer. So what the linker wrote says
// which of them the second file alone uses, and the optimizer finds what the first can do without once those places are empty.
import { linked } from './linked.mjs';

// `juste_droit::second::du_second_fichier`, in both manglings of Rust.
const ENTRY = /^_(ZN|RI?NvNtCs\w+?_)11juste_droit6second17du_second_fichier/;
const IMPORTS = 'a';   // as in src/ui/navigateur.rs

const DIRECT = 'split: the first file calls the second otherwise than by the table of functions';

/** All that these reach without going through an entry. */
function reached(roots) {
  const all = new Set(roots);
  for (const one of all) for (const used of one.uses) if (!ENTRY.test(used.name)) all.add(used);
  return all;
}

/** The places in the table and the pieces of data that the second file alone uses. */
function apart(link) {
  const { functions, data } = linked(link);
  const entries = functions.filter(({ name }) => ENTRY.test(name));
  if (entries.length === 0) throw new Error('split: nothing is called by au_second');
  const first = reached(functions.filter(({ exported }) => exported)), second = reached(entries);
  for (const { calls = [] } of first) if ([...calls].some(({ name }) => ENTRY.test(name))) throw new Error(DIRECT);
  const alone = (one) => second.has(one) && !first.has(one);
  const slotsOf = (some) => new Set(some.map(({ slot }) => slot));
  return { entries: slotsOf(entries), slots: slotsOf(functions.filter(alone)), pieces: data.filter(alone) };
}

/** The two files, from the whole one and from what the linker wrote, both as bytes. */
export function split(binaryen, whole, link) {
  const { entries, slots, pieces } = apart(link);
  const [first, second] = [binaryen.readBinary(whole), binaryen.readBinary(whole)];
  const list = (length, at) => Array.from({ length }, (_, i) => at(i));
  const exportsOf = (module) => list(module.getNumExports(), (i) => binaryen.getExportInfo(module.getExportByIndex(i)));
  const globalsOf = (module) => list(module.getNumGlobals(), (i) => binaryen.getGlobalInfo(module.getGlobalByIndex(i)));
  const tablesOf = (module) => list(module.getNumTables(), (i) => binaryen.getTableInfo(module.getTableByIndex(i)));
  const placesOf = (module) => list(module.getNumElementSegments(), (i) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(i)));
  const dataOf = (module) => list(module.getNumDataSegments(), (i) => module.getDataSegmentInfo(module.getDataSegmentByIndex(i)));
  const functionsOf = (module) => list(module.getNumFunctions(), (i) => binaryen.getFunctionInfo(module.getFunctionByIndex(i)));
  const sweep = (module) => module.runPasses(['remove-unused-module-elements']);

  // Each brings its data: what is the second's alone is zeros in the first.
  const kept = dataOf(first).map(({ offset, data }) => ({ from: offset, data: new Uint8Array(data) })), moved = [];
  for (const piece of pieces) {
    for (const { from, data } of kept) {
      const there = data.subarray(Math.max(0, piece.from - from), Math.max(0, piece.to - from));
      if (0 < there.length) moved.push({ from: Math.max(piece.from, from), data: there.slice() });
      there.fill(0);
    }
  }
  const { initial, max = -1 } = first.getMemoryInfo();
  for (const [module, brought] of [[first, kept], [second, moved]]) {
    module.setMemory(initial, max, null, brought.map(({ from, data }) => ({ offset: module.i32.const(from), data })));
  }

  // What the second takes from the first has a number for a name: the page's script uses none.
  let last = 0;
  const share = (give, take) => { const as = String(last++); give(as); take(as); };
  for (const { name } of exportsOf(second)) second.removeExport(name);
  share((as) => first.addMemoryExport('0', as), (as) => second.addMemoryImport('0', IMPORTS, as));
  for (const { name } of tablesOf(first)) share((as) => first.addTableExport(name, as), (as) => second.addTableImport(name, IMPORTS, as));
  for (const { name, type } of globalsOf(first).filter(({ mutable }) => mutable)) {
    second.removeGlobal(name);
    share((as) => first.addGlobalExport(name, as), (as) => second.addGlobalImport(name, IMPORTS, as, type, true));
  }

  // The functions that the first needs without the second's places stay in it; each then fills the places of its own.
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
  fill(first, (_, slot) => !slots.has(slot));
  sweep(first);
  const stays = new Set(functionsOf(first).map(({ name }) => name));
  for (const { from, data } of places) {
    // The optimizer saw through a call of `au_second`: what is the second's alone is not what the linker said.
    if (data.some((one, i) => entries.has(from + i) && stays.has(one))) throw new Error(DIRECT);
  }
  fill(first, (one) => stays.has(one));
  fill(second, (one) => !stays.has(one));

  const take = ({ name, params, results }, as) => {
    second.removeFunction(name);
    second.addFunctionImport(name, IMPORTS, as, params, results);
  };
  for (const one of functionsOf(second)) if (stays.has(one.name) || imports.has(one.name)) take(one, '');
  sweep(second);
  for (const one of functionsOf(second).filter(({ module }) => module)) {
    // What only the second asks of the page's script goes through the first too.
    const asked = first.getFunction(one.name) ? undefined : imports.get(one.name);
    if (asked) first.addFunctionImport(asked.name, asked.module, asked.base, asked.params, asked.results);
    share((as) => first.addFunctionExport(one.name, as), (as) => take(one, as));
  }
  return [first, second].map((module) => {
    module.runPasses(['strip-target-features']);
    if (!module.validate()) throw new Error('split: what comes out is not valid');
    return Buffer.from(module.emitBinary());
  });
}
