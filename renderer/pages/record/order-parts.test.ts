import { describe, expect, test } from 'vitest';
import { changesOf, fileBytes, titleIn } from '#renderer/pages/record/order-parts.ts';

describe('changesOf', () => {
  test('an edit tells what was seen and what is wanted', () => {
    const args = { id: 'x', patch: { amount: 12000, note: 'b' }, base: { amount: 10000 } };
    expect(changesOf('document.update', args)).toEqual([
      { field: 'amount', from: 10000, to: 12000 },
      { field: 'note', to: 'b' },
    ]);
  });

  test('a former value that was empty is told as empty, not as unknown', () => {
    expect(changesOf('counterparty.update', { patch: { phone: '1' }, base: { phone: null } })).toEqual([
      { field: 'phone', from: null, to: '1' },
    ]);
  });

  test('a former value that may not be seen any more is neither told nor called empty', () => {
    const args = { patch: { amount: 5, phone: '1' }, base: { amount: null } };
    expect(changesOf('document.update', args, true)).toEqual([
      { field: 'amount', to: 5, hidden: true },
      { field: 'phone', to: '1' },
    ]);
  });

  test('a new record tells only what it holds, in a fixed order', () => {
    const args = { subject: 'Письмо', number: null, kind: 'incoming', amount: 0, note: '' };
    expect(changesOf('document.create', args)).toEqual([
      { field: 'kind', to: 'incoming' },
      { field: 'subject', to: 'Письмо' },
      { field: 'amount', to: 0 },
    ]);
  });

  test('files are told by name, an imported paper by the number of its lines', () => {
    const files = {
      documentId: 'd',
      files: [
        { name: 'а.pdf', size: 5 },
        { name: 'б.pdf', size: 7 },
      ],
    };
    expect(changesOf('attachment.add', files)).toEqual([{ field: 'files', to: ['а.pdf', 'б.pdf'] }]);
    expect(changesOf('document.import', { kind: 'upd', lines: [{}, {}] })).toContainEqual({ field: 'lines', to: 2 });
  });

  test('a decision tells what was chosen; unreadable arguments tell nothing', () => {
    expect(changesOf('conflict.resolve', { id: 'c', choices: { amount: 1 } })).toEqual([{ field: 'amount', to: 1 }]);
    expect(changesOf('document.update', null)).toEqual([]);
    expect(changesOf('document.archive', { id: 'x' })).toEqual([]);
  });
});

test('a new record is called by its subject or name', () => {
  expect(titleIn({ subject: 'Письмо' })).toBe('Письмо');
  expect(titleIn({ name: 'Автопарк 54' })).toBe('Автопарк 54');
  expect(titleIn({ id: 'x' })).toBeNull();
});

test('bytes of files are those of the attachments or of the imported file', () => {
  expect(fileBytes('attachment.add', { files: [{ size: 5 }, { size: 7 }] })).toBe(12);
  expect(fileBytes('document.import', { file: { size: 9 } })).toBe(9);
  expect(fileBytes('document.import', { file: null })).toBe(0);
  expect(fileBytes('comment.add', { text: 'x' })).toBe(0);
});
