import { zipEntries } from '#shared/formats/zip/entries.ts';
import { readEntryText, ZipFault } from '#shared/formats/zip/read-entry.ts';
import { xmlReader } from '#shared/formats/zip/read-xml.ts';

/** Bytes of the text once it is opened up. */
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_TEXT = 5_000_000;
const paragraphs = new Set(['p', 'h']);

/** The words of a text of OpenDocument (ISO/IEC 26300), its tables in lines. Throws ZipFault; `damaged` for what is none. */
export function odtText(bytes: Uint8Array): string {
  const entries = zipEntries(bytes);
  const content = entries?.find((entry) => entry.name === 'content.xml');
  if (!entries || !content) throw new ZipFault('damaged');
  if (isEncrypted(bytes, entries)) throw new ZipFault('encrypted');
  let text = '';
  let depth = 0;
  let skipped = 0;
  let cells = 0;
  const reader = xmlReader({
    open(name, attribute) {
      // What was deleted while changes were tracked is no part of the text.
      if (name === 'tracked-changes' || name === 'annotation') skipped += 1;
      else if (name === 'table-cell') cells += 1;
      else if (paragraphs.has(name)) depth += 1;
      else if (skipped > 0 || depth === 0) return;
      else if (name === 's') text += ' '.repeat(Math.min(200, Number(attribute('c') ?? 1)));
      else if (name === 'tab') text += '\t';
      else if (name === 'line-break') text += '\n';
    },
    close(name) {
      if (name === 'tracked-changes' || name === 'annotation') skipped -= 1;
      else if (name === 'table-cell') {
        cells -= 1;
        text += '\t';
      } else if (name === 'table-row') text += '\n';
      else if (paragraphs.has(name)) {
        depth -= 1;
        if (depth === 0 && skipped === 0) text += cells > 0 ? ' ' : '\n';
      }
    },
    text(piece) {
      if (depth > 0 && skipped === 0 && text.length < MOST_TEXT) text += piece;
    },
  });
  for (const piece of readEntryText(bytes, content, MOST_BYTES)) reader.write(piece);
  reader.end();
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The manifest tells which parts are encrypted (part 3, 4.4); their bytes alone look damaged. */
function isEncrypted(bytes: Uint8Array, entries: NonNullable<ReturnType<typeof zipEntries>>): boolean {
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml');
  let found = false;
  if (!manifest) return found;
  const reader = xmlReader({
    open(name) {
      if (name === 'encryption-data') found = true;
    },
  });
  for (const piece of readEntryText(bytes, manifest, 4 * 1024 * 1024)) reader.write(piece);
  reader.end();
  return found;
}
