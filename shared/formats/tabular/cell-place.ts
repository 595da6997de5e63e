/** The letters of a column counted from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The column of a reference, from 0: `AB12` → 27; -1 without letters. */
export function columnIndex(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** `B7`: the column counted from 0, the row from 1. */
export const placeOf = (column: number, row: number): string => `${columnLetters(column)}${row}`;
