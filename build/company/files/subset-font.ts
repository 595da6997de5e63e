import type { TrueType } from '#build/company/files/true-type.ts';

/**
 * The font with only these glyphs left, under their old numbers: the rest is empty, so it packs to a few kilobytes.
 * Tables that a PDF does not read are left out (ISO 32000-1, 9.9).
 */
export function subsetFont(font: TrueType, glyphs: Iterable<number>): Buffer {
  const kept = new Set<number>();
  const keep = (glyph: number): void => {
    if (kept.has(glyph)) return;
    kept.add(glyph);
    for (const part of font.parts(glyph)) keep(part.glyph);
  };
  for (const glyph of [0, ...glyphs]) keep(glyph);
  const places = Buffer.alloc((font.glyphCount + 1) * 4);
  const bodies: Buffer[] = [];
  let length = 0;
  for (let glyph = 0; glyph < font.glyphCount; glyph++) {
    places.writeUInt32BE(length, glyph * 4);
    if (!kept.has(glyph)) continue;
    const body = font.glyphBytes(glyph);
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
    body.copy(padded);
    bodies.push(padded);
    length += padded.length;
  }
  places.writeUInt32BE(length, font.glyphCount * 4);
  const head = Buffer.from(font.table('head') as Buffer);
  head.writeInt16BE(1, 50);
  const tables = new Map<string, Buffer>([
    ['glyf', Buffer.concat(bodies)],
    ['head', head],
    ['loca', places],
  ]);
  tables.set('hmtx', keptMetrics(font, kept));
  for (const name of ['cvt ', 'fpgm', 'hhea', 'maxp', 'prep']) {
    const table = font.table(name);
    if (table) tables.set(name, table);
  }
  return assemble(tables);
}

/** Metrics of the glyphs that are left; zeros for the others. */
function keptMetrics(font: TrueType, kept: ReadonlySet<number>): Buffer {
  const all = font.table('hmtx') as Buffer;
  const metrics = Buffer.alloc(all.length);
  for (const glyph of kept) all.copy(metrics, glyph * 4, glyph * 4, Math.min(all.length, glyph * 4 + 4));
  return metrics;
}

function assemble(tables: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...tables.keys()].sort();
  const header = Buffer.alloc(12 + names.length * 16);
  const power = Math.floor(Math.log2(names.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(names.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((names.length - 2 ** power) * 16, 10);
  const bodies: Buffer[] = [header];
  let offset = header.length;
  for (const [index, name] of names.entries()) {
    const table = tables.get(name) as Buffer;
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    const at = 12 + index * 16;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(checksum(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(bodies);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
