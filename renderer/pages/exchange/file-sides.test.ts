import { expect, test } from 'vitest';
import { sidesOf } from '#renderer/pages/exchange/file-sides.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const file = (id: string, group: string, version: number, authorName: string): AttachmentInfo => ({
  ...{ id, name: `${group}.docx`, size: 1, mime: '', sha256: '', authorName, createdAt: version, verifiedAt: null },
  ...{
    archivedAt: null,
    place: 'here',
    group,
    version,
    note: null,
    purpose: 'text',
    ofId: null,
    superseded: false,
    parallel: false,
  },
});

test('the latest version of each side stands beside the other; files of one side come after', () => {
  const files = [
    file('scan', 'Скан', 1, 'Павел'),
    file('a1', 'Договор', 1, 'Павел'),
    file('a2', 'Договор', 2, 'Анна'),
    file('a3', 'Договор', 3, 'Павел'),
    file('a4', 'Договор', 4, 'Анна'),
    { ...file('gone', 'Лишнее', 1, 'Анна'), archivedAt: 5 },
  ];
  expect(sidesOf(files, 'Анна').map((one) => [one.name, one.mine?.id, one.theirs?.id])).toEqual([
    ['Договор.docx', 'a4', 'a3'],
    ['Скан.docx', undefined, 'scan'],
  ]);
  expect(sidesOf(files.slice(2, 3), null)[0]).toMatchObject({ mine: null, theirs: { id: 'a2' } });
});
