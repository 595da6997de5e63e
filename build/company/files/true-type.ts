import { readFileSync } from 'node:fs';

/** A contour of a glyph: points in font units, y upwards; points off the curve are quadratic control points. */
export type Contour = { x: number; y: number; on: boolean }[];

/** What is needed of a TrueType font to place its glyphs, draw them and put some of them into a PDF. */
export interface TrueType {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  box: [number, number, number, number];
  glyphOf(character: string): number;
  /** Advance of a glyph in font units. */
  advance(glyph: number): number;
  contours(glyph: number): Contour[];
  table(name: string): Buffer | undefined;
  glyphBytes(glyph: number): Buffer;
  /** Glyphs that a composite glyph is put together from. */
  parts(glyph: number): { glyph: number; x: number; y: number }[];
  glyphCount: number;
}

/** Reads a font file (OpenType 1.9: head, hhea, maxp, hmtx, cmap format 4, loca, glyf). */
export function readTrueType(path: string): TrueType {
  const file = readFileSync(path);
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16) {
    const offset = file.readUInt32BE(at + 8);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + file.readUInt32BE(at + 12)));
  }
  const need = (name: string): Buffer => {
    const table = tables.get(name);
    if (!table) throw new Error(`${path} has no table ${name}`);
    return table;
  };
  const [head, hhea, hmtx, loca, glyf] = [need('head'), need('hhea'), need('hmtx'), need('loca'), need('glyf')];
  const long = head.readInt16BE(50) === 1;
  const metrics = hhea.readUInt16BE(34);
  const placeOf = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const glyphBytes = (glyph: number) => glyf.subarray(placeOf(glyph), placeOf(glyph + 1));
  const characters = readCharacterMap(need('cmap'));
  const parts = (glyph: number) => readParts(glyphBytes(glyph));
  const contours = (glyph: number): Contour[] => {
    const bytes = glyphBytes(glyph);
    if (bytes.length === 0) return [];
    if (bytes.readInt16BE(0) >= 0) return readContours(bytes);
    return parts(glyph).flatMap((part) =>
      contours(part.glyph).map((contour) =>
        contour.map((point) => ({ ...point, x: point.x + part.x, y: point.y + part.y })),
      ),
    );
  };
  return {
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: (character) => characters.get(character.codePointAt(0) ?? 0) ?? 0,
    advance: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
    contours,
    table: (name) => tables.get(name),
    glyphBytes,
    parts,
    glyphCount: need('maxp').readUInt16BE(4),
  };
}

function readCharacterMap(cmap: Buffer): Map<number, number> {
  const characters = new Map<number, number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const start = cmap.readUInt32BE(4 + record * 8 + 4);
    if (cmap.readUInt16BE(start) !== 4) continue;
    const twice = cmap.readUInt16BE(start + 6);
    for (let segment = 0; segment < twice; segment += 2) {
      const end = cmap.readUInt16BE(start + 14 + segment);
      const first = cmap.readUInt16BE(start + 16 + twice + segment);
      const delta = cmap.readInt16BE(start + 16 + 2 * twice + segment);
      const rangeAt = start + 16 + 3 * twice + segment;
      const range = cmap.readUInt16BE(rangeAt);
      for (let code = first; code <= end && code < 0xffff; code++) {
        const stored = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - first) * 2);
        if (stored !== 0) characters.set(code, (stored + delta) & 0xffff);
      }
    }
  }
  return characters;
}

function readParts(bytes: Buffer): { glyph: number; x: number; y: number }[] {
  const found: { glyph: number; x: number; y: number }[] = [];
  if (bytes.length === 0 || bytes.readInt16BE(0) >= 0) return found;
  for (let at = 10, more = true; more; ) {
    const flags = bytes.readUInt16BE(at);
    const words = (flags & 1) !== 0;
    const x = words ? bytes.readInt16BE(at + 4) : bytes.readInt8(at + 4);
    const y = words ? bytes.readInt16BE(at + 6) : bytes.readInt8(at + 5);
    found.push({ glyph: bytes.readUInt16BE(at + 2), x, y });
    at += words ? 8 : 6;
    at += (flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    more = (flags & 0x20) !== 0;
  }
  return found;
}

function readContours(bytes: Buffer): Contour[] {
  const count = bytes.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(10 + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + bytes.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = bytes.readUInt8(at++);
    const repeat = (flag & 8) !== 0 ? bytes.readUInt8(at++) : 0;
    for (let n = 0; n <= repeat; n++) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? bytes.readUInt8(at++) : -bytes.readUInt8(at++);
      else if ((flag & same) === 0) {
        value += bytes.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) !== 0 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}
