import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { fileForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { attachmentRow, clerk, director, documentRow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

const [paper, other] = [rowId(4, 1), rowId(4, 2)];
let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  for (const id of [paper, other]) rows.put('document', documentRow(id));
});

describe('a signature and a power of attorney', () => {
  const add = (given: object, id = paper) =>
    rows.run('attachment.add', { documentId: id, files: [fileForm('s', 'договор.sig')], ...given }, { as: clerk });
  const text = rowId(6, 1);
  beforeEach(() => rows.put('attachment', attachmentRow(text, paper)));

  test('lie beside the file they belong to, and a newer version of one as well', () => {
    const { ids } = resultOf<{ ids: string[] }>(add({ files: [fileForm('b')], purpose: 'signature', ofId: text }));
    const [id = ''] = ids;
    expect(rows.get('attachment', id)).toMatchObject({ purpose: 'signature', ofId: text });
    expect(rows.all('history')[0]).toMatchObject({
      action: 'attachment.add-signature',
      changes: [{ field: 'files' }, { field: 'ofFile', to: 'скан.pdf' }],
    });
    const order = { documentId: paper, basedOnId: id, file: fileForm('c'), note: null };
    const next = resultOf<{ id: string }>(rows.run('attachment.add-version', order, { as: clerk })).id;
    expect(rows.get('attachment', next)).toMatchObject({ purpose: 'signature', ofId: text });
    resultOf(add({ files: [fileForm('d')], purpose: 'authority', ofId: text }));
  });

  test('are of a file of the same document, and nothing else is of a file', () => {
    const files = [fileForm('b')];
    expect(codeOf(add({ files, purpose: 'signature', ofId: text }, other))).toBe('NOT_FOUND');
    expect(codeOf(add({ files, purpose: 'signature', ofId: rowId(6, 99) }))).toBe('NOT_FOUND');
    expect(codeOf(add({ files, purpose: 'scan', ofId: text }))).toBe('BAD_INPUT');
  });
});

describe('attachment.assign', () => {
  const [text, signature, foreign] = [rowId(6, 1), rowId(6, 2), rowId(6, 3)];
  beforeEach(() => {
    rows.put('attachment', attachmentRow(text, paper, { name: 'договор.pdf' }));
    rows.put('attachment', attachmentRow(signature, paper, { purpose: 'signature', name: 'договор.sig' }));
    rows.put('attachment', attachmentRow(foreign, other));
  });
  const assign = (id: string, ofId: string | null, as = clerk) =>
    rows.run('attachment.assign', { id, documentId: paper, ofId }, { as });

  test('lays a signature beside its file, and takes it away from there', () => {
    resultOf(assign(signature, text));
    expect(rows.get('attachment', signature).ofId).toBe(text);
    expect(rows.all('history').at(-1)).toMatchObject({
      action: 'attachment.assign',
      changes: [
        { field: 'files', to: ['договор.sig'] },
        { field: 'ofFile', to: 'договор.pdf' },
      ],
    });
    expect(assign(signature, text, director)).toMatchObject({ ok: true, changes: [] });
    resultOf(assign(signature, null));
    expect(rows.get('attachment', signature).ofId).toBeNull();
  });

  test('not beside itself, another signature, a file of another paper; and a paper lies beside nothing', () => {
    expect(codeOf(assign(signature, signature))).toBe('BAD_INPUT');
    expect(codeOf(assign(signature, foreign))).toBe('NOT_FOUND');
    expect(codeOf(assign(text, text))).toBe('BAD_INPUT');
    expect(codeOf(assign(signature, text, stranger))).toBe('NOT_FOUND');
    resultOf(rows.run('document.archive', { id: paper }));
    expect(codeOf(assign(signature, text))).toBe('ARCHIVED');
  });
});

describe('attachment.add', () => {
  const add = (files: unknown[], as = clerk, id = paper) =>
    rows.run('attachment.add', { documentId: id, files }, { as });

  test('two people attach files to one paper: all of them are there, unverified', () => {
    const first = resultOf<{ ids: string[] }>(add([fileForm('a', 'счёт.pdf'), fileForm('b', 'акт.pdf')]));
    resultOf(add([fileForm('c', 'письмо.docx')], director));
    expect(first.ids).toHaveLength(2);
    const names = rows.all('attachment').map((row) => [row.name, row.verifiedAt]);
    expect(names.sort()).toEqual([
      ['акт.pdf', null],
      ['письмо.docx', null],
      ['счёт.pdf', null],
    ]);
    expect(rows.all('history')[0]?.changes).toEqual([{ field: 'files', from: null, to: ['счёт.pdf', 'акт.pdf'] }]);
  });

  test.each([
    ['no file at all', [], 'BAD_INPUT'],
    ['a hash that is none', [{ ...fileForm(), sha256: 'A'.repeat(64) }], 'BAD_INPUT'],
    ['a size below nothing', [{ ...fileForm(), size: -1 }], 'BAD_INPUT'],
    ['a name of 256 characters', [fileForm('a', 'я'.repeat(256))], 'TOO_LONG'],
    ['an empty name', [fileForm('a', '')], 'BAD_INPUT'],
    ['201 files', Array.from({ length: 201 }, () => fileForm()), 'TOO_LONG'],
  ])('%s is refused', (_case, files, code) => {
    expect(codeOf(add(files))).toBe(code);
    expect(rows.all('attachment')).toEqual([]);
  });

  test('a paper out of sight or archived takes no files', () => {
    expect(codeOf(add([fileForm()], stranger))).toBe('NOT_FOUND');
    resultOf(rows.run('document.archive', { id: paper }));
    expect(codeOf(add([fileForm()]))).toBe('ARCHIVED');
  });
});

describe('attachment.remove', () => {
  const file = rowId(6, 1);
  beforeEach(() => rows.put('attachment', attachmentRow(file, paper)));
  const remove = (id: string, documentId: string, as = clerk) =>
    rows.run('attachment.remove', { id, documentId }, { as });

  test('takes the file out of sight and says so in the history; the second time nothing happens', () => {
    resultOf(remove(file, paper));
    expect(rows.get('attachment', file).archivedAt).not.toBeNull();
    expect(rows.all('history')[0]?.changes).toEqual([{ field: 'files', from: ['скан.pdf'], to: [] }]);
    expect(remove(file, paper, director)).toMatchObject({ ok: true, changes: [] });
  });

  test('only through its own paper, and only for those who see it', () => {
    expect(codeOf(remove(file, other))).toBe('NOT_FOUND');
    expect(codeOf(remove(file, paper, stranger))).toBe('NOT_FOUND');
    expect(codeOf(remove(rowId(6, 9), paper))).toBe('NOT_FOUND');
    expect(rows.get('attachment', file).archivedAt).toBeNull();
  });
});

describe('attachment.verify', () => {
  const sha256 = 'a'.repeat(64);
  beforeEach(() => {
    rows.put('attachment', attachmentRow(rowId(6, 1), paper, { size: 10 }));
    rows.put('attachment', attachmentRow(rowId(6, 2), other, { size: 10 }));
    rows.put('attachment', attachmentRow(rowId(6, 3), other, { size: 11 }));
    rows.put('attachment', attachmentRow(rowId(6, 4), other, { size: 10, sha256: 'b'.repeat(64) }));
  });

  test('the centre says it of every attachment with these bytes, and of no other', () => {
    const outcome = rows.run('attachment.verify', { sha256, size: 10 }, { as: centreUser, at: 100 });
    expect(resultOf(outcome)).toEqual({ verified: 2 });
    expect(rows.all('attachment').map((row) => row.verifiedAt)).toEqual([105, 105, null, null]);
    const again = rows.run('attachment.verify', { sha256, size: 10 }, { as: centreUser, at: 200 });
    expect(resultOf(again)).toEqual({ verified: 0 });
  });

  test.each([director, clerk])('no person can say it: %s', (as) => {
    expect(codeOf(rows.run('attachment.verify', { sha256, size: 10 }, { as }))).toBe('DENIED');
  });
});
