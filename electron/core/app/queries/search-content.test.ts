import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachmentRow, documentRow, SmallOffice } from '#electron/core/app/queries/fixture/small-office.ts';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import { drainSearch, markDirty } from '#electron/core/store/search/drain-search.ts';
import {
  dropUnnamedTexts,
  inParts,
  nextUnread,
  PART_LENGTH,
  packPart,
  saveFileText,
} from '#electron/core/store/search/file-texts.ts';

const letter = documentRow(1, { subject: 'Письмо', number: 'ВХ-1' });
const scan = { ...attachmentRow(1, letter.id, 1), name: 'Условия.pdf' };
const sha256 = String(scan.sha256);
/** Of more than one part; the last words stand in the last one. */
const words = `${'Поставщик передаёт товар по накладной. '.repeat(900)}В конце стоят особые\nусловия договоров поставки щебня.`;

let office: SmallOffice;
const find = (text: string) => office.query('search', { text, limit: 20 }).hits;
const drain = (): void => {
  while (drainSearch(office.writer, searchSource(office.writer), 50).left);
};
const left = (sql: string): unknown => office.writer.prepare(sql).pluck().get();

beforeEach(() => {
  office = new SmallOffice();
  office.put('document', letter);
  markDirty(office.writer, 'document', letter.id);
  office.put('attachment', scan);
  markDirty(office.writer, 'attachment', scan.id);
  saveFileText(office.writer, sha256, { state: 'text', parts: inParts(words).map(packPart) });
  drain();
});
afterEach(() => office.close());

test('a document is found by words inside of its file, in any form, with what surrounds them and what to look for there', () => {
  expect(inParts(words).length).toBeGreaterThan(1);
  expect(find('договор поставка щебень')).toMatchObject([
    {
      id: letter.id,
      fragment: { from: 'content', attachmentId: scan.id, name: 'Условия.pdf', find: 'договоров поставки щебня' },
    },
  ]);
  const [hit] = find('особый');
  expect(hit?.fragment?.text).toContain('особые условия');
  const sort = { column: 'date', direction: 'desc' } as const;
  const listed = office.query('document.list', { filter: { text: 'щебень' }, sort, start: 0, end: 20 });
  expect(listed.rows.map((row) => row.id)).toEqual([letter.id]);
});

test('a file that has been removed is not found by its words any more, and is again once it is back', () => {
  const put = (archivedAt: number | null) => {
    office.put('attachment', { ...scan, archivedAt });
    markDirty(office.writer, 'attachment', scan.id);
    drain();
  };
  put(5);
  expect(find('щебень')).toEqual([]);
  put(null);
  expect(find('щебень')).toHaveLength(1);
});

test('of a lost attachment neither words nor their places in the index remain', () => {
  office.writer.prepare('DELETE FROM attachment WHERE id = ?').run(scan.id);
  markDirty(office.writer, 'attachment', scan.id);
  drain();
  dropUnnamedTexts(office.writer);
  // A reading that ends only now brings nothing back.
  saveFileText(office.writer, sha256, { state: 'text', parts: inParts(words).map(packPart) });
  drain();
  expect(find('щебень')).toEqual([]);
  expect(left(`SELECT count(*) FROM search_row WHERE entity = 'content'`)).toBe(0);
  expect(left('SELECT count(*) FROM file_text')).toBe(0);
  expect(left('SELECT count(*) FROM file_read')).toBe(0);
});

test('a statement is not read for the payments made from it: each would be found by the words of all the others', () => {
  const unread = () => nextUnread(office.writer, '').file?.name;
  office.writer.prepare('DELETE FROM file_read').run();
  office.writer
    .prepare(`INSERT OR REPLACE INTO file (sha256, size, here, uploaded, added_at) VALUES (?, 5, 1, 0, 1)`)
    .run(sha256);
  expect(unread()).toBe('Условия.pdf');
  office.put('document', { ...letter, sourceFormat: 'client-bank 1.03' });
  expect(unread()).toBeUndefined();
});

test('a text is cut between words, and nothing of it is lost', () => {
  const parts = inParts(words);
  expect(parts.join('')).toBe(words);
  expect(parts.every((part) => part.length <= PART_LENGTH)).toBe(true);
  expect(parts.slice(1).every((part) => /^\s/.test(part))).toBe(true);
  expect(inParts('x'.repeat(PART_LENGTH * 2 + 1)).map((part) => part.length)).toEqual([PART_LENGTH, PART_LENGTH, 1]);
});

test('files that are here and have not been read come one after the other, however many have been', () => {
  const db = office.writer;
  const put = db.prepare('INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, 1, ?, 1, 1)');
  db.transaction(() => {
    for (let n = 0; n < 1_000; n += 1) put.run(String(n).padStart(64, '0'), 1);
  })();
  const fresh = { ...attachmentRow(2, letter.id, 1), sha256: 'e'.repeat(64), name: 'Новый.docx' };
  office.put('attachment', fresh);
  put.run(fresh.sha256, 1);
  const found: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { file, next } = nextUnread(db, after);
    if (file) found.push(file.name);
    after = next;
  }
  expect(found).toEqual(['Новый.docx']);
});
