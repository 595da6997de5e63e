import type { SheetShape } from '#renderer/pages/files/sheets/messages.ts';

/** Pixels of a row, of the column of numbers, of a character, and of a column nobody has set. */
export const ROW = 24;
export const NUMBERS = 48;
const CHARACTER = 7;
const USUAL = 72;
const WIDEST = 480;

/** Left edges of the columns, one more at the end: the width of all. */
export function columnEdges({ columns, widths }: Pick<SheetShape, 'columns' | 'widths'>): number[] {
  const given = new Map(widths);
  const edges = [NUMBERS];
  for (let column = 0; column < columns; column += 1) {
    const characters = given.get(column);
    const width = characters === undefined ? USUAL : characters === 0 ? 0 : Math.round(characters * CHARACTER) + 10;
    edges.push((edges[column] ?? 0) + Math.min(WIDEST, width));
  }
  return edges;
}

/** 27 → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}
