import { crc32, deflateSync } from 'node:zlib';
import { type Page, pageHeight, pageWidth } from '#build/company/files/sheet.ts';
import type { Contour, TrueType } from '#build/company/files/true-type.ts';
import { typeface } from '#build/company/files/typeface.ts';
import type { Random } from '#build/company/random.ts';

/** Pixels to a point: 120 dpi. */
const scale = 120 / 72;
const [width, height] = [Math.round(pageWidth * scale), Math.round(pageHeight * scale)];

type Turn = (x: number, y: number) => [number, number];

/** A page as an office scanner sees it: grey, a little askew, with specks. PNG, 8 bits. */
export function scanPage(page: Page, random: Random): Uint8Array {
  const angle = (random.next() - 0.5) * 0.018;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn: Turn = (x, y) => [
    (x - pageWidth / 2) * scale * cos - (y - pageHeight / 2) * scale * sin + width / 2,
    (x - pageWidth / 2) * scale * sin + (y - pageHeight / 2) * scale * cos + height / 2,
  ];
  const cover = new Float32Array(width * height + 2);
  for (const mark of page) {
    if (mark.type === 'line') drawLine(cover, mark, turn);
    else drawText(cover, mark, typeface(mark.weight), turn);
  }
  const pixels = Buffer.alloc((width + 1) * height);
  let ink = 0;
  for (let index = 0; index < width * height; index++) {
    const column = index % width;
    if (column === 0) ink = 0;
    ink += cover[index] ?? 0;
    pixels[Math.floor(index / width) * (width + 1) + 1 + column] = 246 - Math.round(Math.min(1, Math.abs(ink)) * 205);
  }
  for (let speck = 0; speck < 90; speck++) {
    pixels[random.below(height) * (width + 1) + 1 + random.below(width)] = random.between(90, 200);
  }
  return encodePng(pixels);
}

function drawLine(
  cover: Float32Array,
  line: { x1: number; y1: number; x2: number; y2: number; width: number },
  turn: Turn,
): void {
  const half = Math.max(line.width, 0.6) / 2;
  const flat = line.y1 === line.y2;
  const [dx, dy] = flat ? [0, half] : [half, 0];
  const corners = [
    turn(line.x1 - dx, line.y1 - dy),
    turn(line.x2 - dx, line.y2 - dy),
    turn(line.x2 + dx, line.y2 + dy),
    turn(line.x1 + dx, line.y1 + dy),
  ];
  for (const [index, corner] of corners.entries()) edge(cover, corner, corners[(index + 1) % 4] as [number, number]);
}

function drawText(
  cover: Float32Array,
  mark: { x: number; y: number; size: number; text: string },
  face: TrueType,
  turn: Turn,
): void {
  const unit = mark.size / face.unitsPerEm;
  let pen = mark.x;
  for (const character of mark.text) {
    const glyph = face.glyphOf(character);
    for (const contour of face.contours(glyph)) {
      const points = flatten(contour).map(([x, y]) => turn(pen + x * unit, mark.y - y * unit));
      for (const [index, point] of points.entries())
        edge(cover, point, points[(index + 1) % points.length] as [number, number]);
    }
    pen += face.advance(glyph) * unit;
  }
}

/** A contour as straight pieces: three to a curve are enough at this size. */
function flatten(contour: Contour): [number, number][] {
  const points: [number, number][] = [];
  for (const [index, point] of contour.entries()) {
    const before = contour[(index + contour.length - 1) % contour.length] as Contour[number];
    const after = contour[(index + 1) % contour.length] as Contour[number];
    if (point.on) {
      points.push([point.x, point.y]);
      continue;
    }
    const start = before.on ? before : { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 };
    const end = after.on ? after : { x: (after.x + point.x) / 2, y: (after.y + point.y) / 2 };
    for (const t of [1 / 3, 2 / 3, 1]) {
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      points.push([a * start.x + b * point.x + c * end.x, a * start.y + b * point.y + c * end.y]);
    }
  }
  return points;
}

/** Adds an edge to the signed area covered in each pixel; the sum along a row is then the ink in it. */
function edge(cover: Float32Array, from: [number, number], to: [number, number]): void {
  if (from[1] === to[1]) return;
  const down = from[1] < to[1];
  const [[x0, y0], [x1, y1]] = down ? [from, to] : [to, from];
  const direction = down ? 1 : -1;
  const slope = (x1 - x0) / (y1 - y0);
  for (let row = Math.max(0, Math.floor(y0)); row < Math.min(height, Math.ceil(y1)); row++) {
    const [top, bottom] = [Math.max(row, y0), Math.min(row + 1, y1)];
    if (bottom <= top) continue;
    const covered = (bottom - top) * direction;
    const middle = Math.min(width - 1.001, Math.max(0, x0 + slope * ((top + bottom) / 2 - y0)));
    const column = Math.floor(middle);
    const share = middle - column;
    const index = row * width + column;
    cover[index] = (cover[index] ?? 0) + covered * (1 - share);
    cover[index + 1] = (cover[index + 1] ?? 0) + covered * share;
  }
}

/** PNG (ISO 15948), greyscale, filter 0: each row begins with its filter's byte. */
function encodePng(rows: Buffer): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 7 });
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
  );
}
