import { openBook } from '#shared/formats/sheets/open-book.ts';
import { emptyReading, readSheet } from '#shared/formats/sheets/read-sheet.ts';
import { readStrings } from '#shared/formats/sheets/read-strings.ts';

/** Characters of a workbook after which no more of it is read. */
const MOST_TEXT = 1_500_000;

/** The words of a workbook: names of sheets, rows in lines. Throws SheetFault or ZipFault. */
export function sheetWords(bytes: Uint8Array): string {
  const book = openBook(bytes);
  const reading = readStrings(book);
  let step = reading.next();
  while (!step.done) step = reading.next();
  const words: string[] = [];
  let length = 0;
  for (const part of book.sheets) {
    words.push(part.name);
    const into = emptyReading();
    for (const _ of readSheet({ book, part, strings: step.value, language: 'ru' }, into)) {
      // Rows that are in the text need no second place in the memory.
      for (const { cells } of into.rows.splice(0)) {
        const line = cells.map((cell) => cell.text).join(' ');
        words.push(line);
        length += line.length;
      }
      if (length > MOST_TEXT) return words.join('\n');
    }
    for (const { cells } of into.rows) words.push(cells.map((cell) => cell.text).join(' '));
  }
  return words.join('\n');
}
