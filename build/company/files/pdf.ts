import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Mark, type Page, pageHeight, pageWidth } from '#build/company/files/sheet.ts';
import { subsetFont } from '#build/company/files/subset-font.ts';
import { typeface, type Weight } from '#build/company/files/typeface.ts';

/*
 * Why not the library that the application prints with: it embeds a newly cut font into every file (20 to 50 ms each) and
 * works only asynchronously. Two hundred files of the demo take half a second here, and their bytes are always the same.
 */

const characters = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...Array.from({ length: 64 }, (_, index) => String.fromCharCode(0x410 + index)),
  ...'ЁёU№«»—–„“”’…·×²³°±§₽\u00a0',
];

interface EmbeddedFont {
  objects: { program: Buffer; length: number; unicode: Buffer };
  widths: string;
  descriptor: string;
}

const embedded = new Map<Weight, EmbeddedFont>();

function embed(weight: Weight): EmbeddedFont {
  const known = embedded.get(weight);
  if (known) return known;
  const face = typeface(weight);
  const glyphs = new Map(characters.map((character) => [face.glyphOf(character), character]));
  const scale = (units: number) => Math.round((units * 1_000) / face.unitsPerEm);
  const program = subsetFont(face, glyphs.keys());
  const widths = [...glyphs.keys()].map((glyph) => `${glyph} [${scale(face.advance(glyph))}]`).join(' ');
  const pairs = [...glyphs].map(([glyph, character]) => `<${hex(glyph)}> <${hex(character.charCodeAt(0))}>`);
  const unicode = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /U def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    // A block of a character map holds at most a hundred pairs.
    ...chunks(pairs, 100).map((block) => `${block.length} beginbfchar ${block.join('\n')} endbfchar`),
    'endcmap end end',
  ].join('\n');
  const descriptor = `/Flags 32 /FontBBox [${face.box.map(scale).join(' ')}] /ItalicAngle 0 /Ascent ${scale(face.ascent)} /Descent ${scale(face.descent)} /CapHeight 711 /StemV ${weight === 'bold' ? 120 : 80}`;
  const font = {
    objects: { program: deflateSync(program, { level: 9 }), length: program.length, unicode: deflateSync(unicode) },
    widths,
    descriptor,
  };
  embedded.set(weight, font);
  return font;
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');
const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/** A PDF 1.7 of these pages, searchable, with its fonts inside; the same pages give the same bytes. */
export function makePdf(pages: readonly Page[], title: string): Uint8Array {
  const objects: (string | Buffer)[] = [];
  const add = (body: string | Buffer): number => objects.push(body);
  const stream = (bytes: Buffer, extra = ''): Buffer =>
    Buffer.concat([
      Buffer.from(`<< /Length ${bytes.length} /Filter /FlateDecode ${extra}>>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R /Lang (ru-RU) >>');
  add('');
  const fonts = (['regular', 'bold'] as const).map((weight) => {
    const { objects: parts, widths, descriptor } = embed(weight);
    const name = weight === 'regular' ? 'OPORAA+Roboto' : 'OPORAB+Roboto-Medium';
    const program = add(stream(parts.program, `/Length1 ${parts.length} `));
    const unicode = add(stream(parts.unicode));
    const described = add(`<< /Type /FontDescriptor /FontName /${name} ${descriptor} /FontFile2 ${program} 0 R >>`);
    const family = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${described} 0 R /CIDToGIDMap /Identity /DW 500 /W [${widths}] >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${family} 0 R] /ToUnicode ${unicode} 0 R >>`,
    );
  });
  const kids = pages.map((page) => {
    const content = add(stream(deflateSync(Buffer.from(page.map(operators).join('\n')))));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${content} 0 R /Resources << /Font << /F0 ${fonts[0]} 0 R /F1 ${fonts[1]} 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const info = add(`<< /Title <feff${[...title].map((one) => hex(one.charCodeAt(0))).join('')}> /Producer (Opora) >>`);
  return assemble(objects, catalog, info);
}

function operators(mark: Mark): string {
  const color = [16, 8, 0].map((shift) => (((mark.color >> shift) & 255) / 255).toFixed(3)).join(' ');
  if (mark.type === 'line') {
    const [from, to] = [`${at(mark.x1)} ${at(pageHeight - mark.y1)}`, `${at(mark.x2)} ${at(pageHeight - mark.y2)}`];
    return `${color} RG ${mark.width} w ${from} m ${to} l S`;
  }
  const face = typeface(mark.weight);
  const glyphs = [...mark.text].map((character) => hex(face.glyphOf(character))).join('');
  const font = mark.weight === 'regular' ? 'F0' : 'F1';
  return `BT ${color} rg /${font} ${mark.size} Tf ${at(mark.x)} ${at(pageHeight - mark.y)} Td <${glyphs}> Tj ET`;
}

const at = (value: number): string => value.toFixed(2);

function assemble(objects: readonly (string | Buffer)[], catalog: number, info: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const places: number[] = [];
  for (const [index, body] of objects.entries()) {
    places.push(length);
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    parts.push(bytes);
    length += bytes.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const id = createHash('md5').update(Buffer.concat(parts)).digest('hex');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
