import { describe, expect, test } from 'vitest';
import { contentOf, fingerprint, isContentField } from '#shared/domain/approval/content-hash.ts';
import { attachmentRow, documentRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';

const paper = documentRow(rowId(4, 1));
const file = (n: number, given: object = {}) => attachmentRow(rowId(6, n), paper.id, given);
const hash = (row = paper, files: ReturnType<typeof file>[] = []): string => contentOf(row, files).hash;

describe('contentOf', () => {
  test.each([
    ['subject', 'Иное'],
    ['amount', 1],
    ['counterpartyId', rowId(3, 1)],
    ['expiresOn', '2027-01-01'],
    ['custom', { object: 'Склад' }],
    ['dueDate', '2026-06-01'],
  ])('%s is what people agree to', (field, value) => {
    expect(isContentField(field)).toBe(true);
    expect(hash({ ...paper, [field]: value })).not.toBe(hash());
  });

  test.each([
    ['number', '15'],
    ['note', 'Позвонить'],
    ['labels', ['срочно']],
    ['state', 'sign'],
    ['responsibleId', rowId(2, 1)],
    ['participants', [rowId(2, 1)]],
    ['signedOn', '2026-05-28'],
    ['registeredAt', 5],
    ['approvalId', rowId(22, 1)],
    ['archivedAt', 5],
  ])('%s comes beside it', (field, value) => {
    expect(isContentField(field)).toBe(false);
    expect(hash({ ...paper, [field]: value })).toBe(hash());
  });

  test('a field that an old row lacks is the same as null', () => {
    expect(hash(whole('document', paper) as unknown as typeof paper)).toBe(hash());
  });

  test('the newest version of a file counts, whatever the order in which they are read', () => {
    const [first, second] = [file(1), file(2, { groupId: rowId(6, 1), version: 2, sha256: 'b'.repeat(64) })];
    expect(hash(paper, [first, second])).toBe(hash(paper, [second, first]));
    expect(contentOf(paper, [first, second]).files).toMatchObject([{ attachmentId: second.id, group: first.id }]);
    expect(hash(paper, [first, { ...second, archivedAt: 5 }])).toBe(hash(paper, [first]));
    expect(hash(paper, [first, second])).not.toBe(hash(paper, [first]));
  });

  test('name and bytes of texts and appendices count; scans, marked-up copies and protocols do not', () => {
    const one = file(1);
    expect(hash(paper, [{ ...one, name: 'иной.docx' }])).not.toBe(hash(paper, [one]));
    expect(hash(paper, [{ ...one, sha256: 'c'.repeat(64) }])).not.toBe(hash(paper, [one]));
    expect(hash(paper, [one, file(2, { purpose: 'appendix' })])).not.toBe(hash(paper, [one]));
    for (const purpose of ['scan', 'markup', 'protocol'])
      expect(hash(paper, [one, file(2, { purpose })])).toBe(hash(paper, [one]));
  });

  test('is verified when the centre has the bytes of every file that counts', () => {
    const [here, away] = [file(1, { verifiedAt: 1 }), file(2)];
    expect(contentOf(paper, []).verified).toBe(true);
    expect(contentOf(paper, [here]).verified).toBe(true);
    expect(contentOf(paper, [here, away]).verified).toBe(false);
    expect(contentOf(paper, [here, { ...away, purpose: 'scan' }]).verified).toBe(true);
    expect(contentOf(paper, [here, { ...away, archivedAt: 5 }]).verified).toBe(true);
  });
});

test('the fingerprint is the first twelve digits in fours', () => {
  expect(fingerprint(`7f3a91c204be${'0'.repeat(52)}`)).toBe('7F3A 91C2 04BE');
});
