import type { CellPlace, FromSheets } from '#renderer/pages/files/sheets/messages.ts';
import { MOST_PLACES } from '#renderer/pages/files/viewer/find-text.ts';
import type { SheetLanguage } from '#shared/formats/sheets/cell-text.ts';
import { type Book, openBook, sheetProblemOf } from '#shared/formats/sheets/open-book.ts';
import { emptyReading, readSheet, type SheetReading } from '#shared/formats/sheets/read-sheet.ts';
import { readStrings } from '#shared/formats/sheets/read-strings.ts';

/** Milliseconds of reading before questions that came meanwhile are answered. */
const SLICE = 40;

interface Sheet {
  reading: SheetReading;
  done: boolean;
}

/** A workbook in its thread: sheets are read one after the other, the one a person looks at first, in slices between their questions. */
export class SheetDesk {
  readonly #book: Book;
  readonly #language: SheetLanguage;
  readonly #say: (message: FromSheets) => void;
  readonly #sheets = new Map<number, Sheet>();
  #strings: string[] | null = null;
  #wanted: number[] = [];
  #running = false;
  #search: { query: string; pattern: RegExp } | null = null;

  constructor(bytes: Uint8Array, language: SheetLanguage, say: (message: FromSheets) => void) {
    this.#book = openBook(bytes);
    this.#language = language;
    this.#say = say;
    say({ t: 'opened', sheets: this.#book.sheets.map((sheet) => sheet.name) });
    this.#wanted = this.#book.sheets.map((_, index) => index);
  }

  read(sheet: number): void {
    if (this.#sheets.has(sheet)) this.#tellShape(sheet);
    this.#wanted = [sheet, ...this.#wanted.filter((one) => one !== sheet)];
    if (this.#running) return;
    this.#running = true;
    void this.#run().catch((error: unknown) => this.#say({ t: 'problem', problem: sheetProblemOf(error) }));
  }

  tellRows(sheet: number, from: number, to: number): void {
    const rows = this.#sheets.get(sheet)?.reading.rows ?? [];
    let at = lowest(rows, from);
    const found: SheetReading['rows'] = [];
    for (let row = rows[at]; row && row.row < to; row = rows[at]) {
      found.push(row);
      at += 1;
    }
    this.#say({ t: 'rows', sheet, from, to, rows: found });
  }

  find(query: string, pattern: RegExp | null): void {
    this.#search = pattern && { query, pattern };
    this.#tellFound();
  }

  async #run(): Promise<void> {
    this.#strings ??= await inSlices(readStrings(this.#book), () => undefined);
    for (let sheet = this.#wanted.shift(); sheet !== undefined; sheet = this.#wanted.shift()) {
      const part = this.#book.sheets[sheet];
      if (!part || this.#sheets.get(sheet)?.done) continue;
      const own: Sheet = { reading: emptyReading(), done: false };
      this.#sheets.set(sheet, own);
      const index = sheet;
      const given = { book: this.#book, part, strings: this.#strings, language: this.#language };
      await inSlices(readSheet(given, own.reading), () => this.#tellShape(index));
      own.done = true;
      this.#tellShape(index);
      this.#tellFound();
    }
    this.#running = false;
  }

  #tellShape(sheet: number): void {
    const own = this.#sheets.get(sheet);
    if (!own) return;
    const { rows, columns, widths, merged, cut } = own.reading;
    const shape = {
      sheet,
      rows: (rows.at(-1)?.row ?? -1) + 1,
      columns,
      widths: [...widths],
      merged,
      done: own.done,
      cut,
    };
    this.#say({ t: 'shape', shape });
  }

  #tellFound(): void {
    const search = this.#search;
    if (!search) return;
    const places: CellPlace[] = [];
    for (const [sheet, { reading }] of [...this.#sheets].sort(([a], [b]) => a - b)) {
      for (const { row, cells } of reading.rows) {
        for (const { column, text } of cells) {
          search.pattern.lastIndex = 0;
          if (places.length < MOST_PLACES && search.pattern.test(text)) places.push({ sheet, row, column });
        }
      }
    }
    const more = this.#wanted.length > 0 || [...this.#sheets.values()].some((sheet) => !sheet.done);
    this.#say({ t: 'found', query: search.query, places, more });
  }
}

/** Index of the first row at or below `from`. */
function lowest(rows: SheetReading['rows'], from: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs a reading to its end, with a rest after every slice for messages that wait. */
async function inSlices<Result>(reading: Generator<void, Result>, rested: () => void): Promise<Result> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    rested();
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
}
