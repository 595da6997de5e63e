import { MOST_CELL, MOST_STRINGS_BYTES } from '#shared/formats/sheets/limits.ts';
import type { Book } from '#shared/formats/sheets/open-book.ts';
import { readEntryText } from '#shared/formats/zip/read-entry.ts';
import { xmlReader } from '#shared/formats/zip/read-xml.ts';

/** Texts that cells refer to by number; yields between pieces so that the caller can do something else meanwhile. */
export function* readStrings(book: Book): Generator<void, string[]> {
  const strings: string[] = [];
  if (!book.strings) return strings;
  let text = '';
  let taken = false;
  let hint = 0;
  const reader = xmlReader({
    open(name) {
      if (name === 'si') text = '';
      // How a word is read aloud stands beside it in Japanese books.
      else if (name === 'rPh') hint += 1;
      else if (name === 't') taken = hint === 0;
    },
    close(name) {
      if (name === 't') taken = false;
      else if (name === 'rPh') hint -= 1;
      else if (name === 'si') strings.push(text);
    },
    text(piece) {
      if (taken && text.length < MOST_CELL) text += piece.slice(0, MOST_CELL);
    },
  });
  for (const piece of readEntryText(book.bytes, book.strings, MOST_STRINGS_BYTES)) {
    reader.write(piece);
    yield;
  }
  reader.end();
  return strings;
}
