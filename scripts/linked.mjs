// Reads the wasm as the linker left it, with its relocations (`--emit-relocs`, asked by build.rs): which function and which data
// name which others. Function pointers and texts are told apart from numbers, which nothing else can do.
const FUNCTION = 0, DATA = 1, SECTION = 3;   // kinds of symbols
const CALL = 0, TYPE_INDEX = 6;             // kinds of relocations; the second names no symbol
const WITH_ADDEND = [3, 4, 5, 8, 9, 11];

/** A reader of bytes, from a place. */
class Reader {
  constructor(bytes, at) { Object.assign(this, { bytes, at }); }
  byte() { return this.bytes[this.at++]; }
  number(signed = false) {
    let value = 0n, shift = 0n, byte;
    do { byte = this.byte(); value |= BigInt(byte & 127) << shift; shift += 7n; } while (byte & 128);
    return Number(signed ? BigInt.asIntN(Number(shift), value) : value);
  }
  text() { const length = this.number(); this.at += length; return this.bytes.toString('utf8', this.at - length, this.at); }
  list(one) { return Array.from({ length: this.number() }, one); }
  // Where a segment goes: `i32.const n`, `end`.
  place() { if (this.byte() !== 0x41) throw new Error('linked: a segment without a plain place'); const n = this.number(true); this.byte(); return n; }
  limits() { const flags = this.number(); this.number(); if (flags & 1) this.number(); }
}

/** Sections go `from` a byte `to` another, with what they hold from `start`, after their name from `body`. */
function sectionsOf(bytes) {
  const sections = [];
  for (let from = 8, to; from < bytes.length; from = to) {
    const reader = new Reader(bytes, from), id = reader.byte(), length = reader.number(), start = reader.at;
    to = start + length;
    sections.push({ name: id === 0 ? reader.text() : id, from, start, body: reader.at, to });
  }
  return sections;
}

/** The same wasm, without what the linker says to other linkers. */
export function withoutRelocations(bytes) {
  const kept = sectionsOf(bytes).filter(({ name }) => !/^(linking|reloc\..*)$/.test(name));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ from, to }) => bytes.subarray(from, to))]);
}

/** What the program is made of: functions and pieces of data, each with those that it `uses`. A function says those that it `calls`,
 * its name, whether it is exported, its `slot` in the table; a piece of data goes `from` one address `to` another. */
export function linked(bytes) {
  const sections = sectionsOf(bytes);
  const open = (name) => {
    const section = sections.find((one) => one.name === name);
    if (!section) throw new Error(`linked: no section ${name}; was it linked with --emit-relocs?`);
    return new Reader(bytes, section.body);
  };

  let reader = open(2), imported = 0;
  reader.list(() => {
    reader.text(); reader.text();
    switch (reader.byte()) {
      case 0: reader.number(); imported += 1; break;
      case 1: reader.byte(); reader.limits(); break;
      case 2: reader.limits(); break;
      default: reader.byte(); reader.byte();
    }
  });
  reader = open(7);
  const exported = new Set();
  reader.list(() => { reader.text(); const kind = reader.byte(), index = reader.number(); if (kind === FUNCTION) exported.add(index); });
  reader = open(9);
  const slots = new Map();
  reader.list(() => { reader.number(); let slot = reader.place(); reader.list(() => slots.set(reader.number(), slot++)); });
  reader = open(10);
  const bodies = reader.list(() => { const length = reader.number(), from = reader.at; reader.at += length; return { from, to: reader.at }; });
  reader = open(11);
  const segments = reader.list(() => {
    reader.number();
    const address = reader.place(), length = reader.number(), from = reader.at;
    reader.at += length;
    return { address, from, to: reader.at };
  });

  const functions = new Map(), data = [];
  const named = (index) => functions.get(index)
    ?? functions.set(index, { index, uses: new Set(), calls: new Set(), slot: slots.get(index), exported: exported.has(index) }).get(index);
  reader = open('linking');
  reader.number();
  while (reader.byte() !== 8) reader.at += reader.number();   // to the table of symbols
  reader.number();
  const symbols = reader.list(() => {
    const kind = reader.byte(), flags = reader.number(), defined = !(flags & 0x10);
    if (kind === DATA) {
      const piece = { name: reader.text(), uses: new Set() };
      if (defined) {
        piece.from = segments[reader.number()].address + reader.number();
        piece.to = piece.from + reader.number();
        data.push(piece);
      }
      return piece;
    }
    const index = reader.number();
    const name = kind !== SECTION && (defined || flags & 0x40) ? reader.text() : '';
    if (kind !== FUNCTION) return undefined;
    const one = named(index);
    one.name ??= name;
    return one;
  });

  // Two symbols that share an address are one piece.
  data.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces = [];
  for (const piece of data) {
    const last = pieces.at(-1);
    if (last && piece.from < last.to) { last.to = Math.max(last.to, piece.to); piece.in = last; } else pieces.push(piece);
  }
  const holding = (sorted, at) => sorted[sorted.findLastIndex(({ from }) => from <= at)];
  const holders = {
    'reloc.CODE': (at) => named(imported + bodies.indexOf(holding(bodies, at))),
    'reloc.DATA': (at) => {
      const segment = segments.find(({ from, to }) => from <= at && at < to);
      return holding(pieces, segment.address + at - segment.from);
    },
  };
  for (const [name, holder] of Object.entries(holders)) {
    reader = open(name);
    const { start } = sections[reader.number()];
    reader.list(() => {
      const type = reader.byte(), at = start + reader.number(), index = reader.number();
      if (WITH_ADDEND.includes(type)) reader.number(true);
      const symbol = type === TYPE_INDEX ? undefined : symbols[index];
      if (symbol) holder(at).uses.add(symbol.in ?? symbol);
      if (symbol && type === CALL) holder(at).calls.add(symbol);
    });
  }
  return { functions: [...functions.values()], data: pieces };
}
