import { describe, expect, test } from 'vitest';
import {
  byPurpose,
  comparedPair,
  filesOf,
  hasText,
  likelyPurpose,
  previousVersion,
  sameNamed,
} from '#renderer/pages/files/file-groups.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const file = (id: string, more: Partial<AttachmentInfo> = {}): AttachmentInfo => ({
  id,
  name: 'Договор.docx',
  size: 1,
  mime: '',
  sha256: '',
  authorName: null,
  createdAt: 0,
  verifiedAt: null,
  archivedAt: null,
  place: 'here',
  group: id,
  version: 1,
  note: null,
  purpose: 'text',
  ofId: null,
  superseded: false,
  parallel: false,
  ...more,
});
const first = file('a');
const second = file('b', { group: 'a', version: 2, createdAt: 5 });
const third = file('c', { group: 'a', version: 3, createdAt: 9 });
const scan = file('s', { purpose: 'scan', name: 'Скан.pdf' });

describe('versions of files', () => {
  test('stand together, the newest first, whatever the order they came in', () => {
    const [text] = filesOf([second, scan, third, first]);
    expect(text?.versions.map((one) => one.id)).toEqual(['c', 'b', 'a']);
    expect(text?.newest.id).toBe('c');
  });

  test('a removed version leaves the others, a removed file leaves nothing', () => {
    const [text] = filesOf([first, second, { ...third, archivedAt: 1 }]);
    expect(text?.newest.id).toBe('b');
    expect(filesOf([{ ...first, archivedAt: 1 }])).toEqual([]);
  });

  test('the previous version is the nearest one that is left', () => {
    const [text] = filesOf([first, { ...second, archivedAt: 1 }, third]);
    if (!text) throw new Error('no file');
    expect(previousVersion(text, third)?.id).toBe('a');
    expect(previousVersion(text, first)).toBeNull();
  });

  test('the older one is at the left; files that are no versions of each other by time', () => {
    expect(comparedPair(third, first).map((one) => one.id)).toEqual(['a', 'c']);
    expect(comparedPair(file('x', { createdAt: 7 }), second).map((one) => one.id)).toEqual(['b', 'x']);
  });
});

test('purposes come in the order people look for them, unused ones are left out', () => {
  expect(byPurpose(filesOf([scan, first])).map((part) => part.purpose)).toEqual(['text', 'scan']);
});

test('a new file is taken for what it most likely is', () => {
  expect(likelyPurpose('Договор поставки.docx', [])).toBe('text');
  expect(likelyPurpose('Спецификация.docx', filesOf([first]))).toBe('appendix');
  expect(likelyPurpose('Протокол разногласий.docx', [])).toBe('protocol');
  expect(likelyPurpose('подписан.JPG', filesOf([first]))).toBe('scan');
  expect(sameNamed('договор.docx', filesOf([first, second]))?.group).toBe('a');
  expect(sameNamed('Йод.docx'.normalize('NFD'), filesOf([file('n', { name: 'йод.docx' })]))?.group).toBe('n');
  expect(sameNamed('Другой.docx', filesOf([first]))).toBeUndefined();
});

test('only files with a text are compared', () => {
  expect(['a.docx', 'a.PDF', 'a.txt', 'a.png', 'a.xlsx'].map((name) => hasText({ name }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
