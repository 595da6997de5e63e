import { beforeEach, describe, expect, test } from 'vitest';
import { blankField, type Form } from '#shared/domain/form/form.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, employeeRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const [lawyer, administrator, signer] = [rowId(2, 31), rowId(2, 32), rowId(2, 33)];
const form: Form = {
  sections: [{ key: 'main', title: '', hint: null, fields: [blankField('city', 'text', 'Город')] }],
};
const file = { name: 'текст.docx', size: 3, mime: 'text/plain', sha256: 'a'.repeat(64) };

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  rows.put('employee', employeeRow(lawyer, { roles: ['lawyer'] }));
  rows.put('employee', employeeRow(signer, { roles: ['manager'] }));
  rows.put('employee', employeeRow(administrator, { roles: ['administrator'] }));
});

/** A published kind with rights. */
function made(given: object): string {
  const plain = { base: 'memo', label: 'Досье', labelEn: null, icon: 'lock', position: 1, draft: form };
  const { id } = resultOf<{ id: string }>(rows.run('document_kind.create', { key: 'dossier', ...plain, ...given }));
  resultOf(rows.run('document_kind.publish', { id, note: '' }));
  return id;
}

const create = (kindId: string, as: string, given: object = {}) =>
  rows.run('document.create', documentForm({ kind: 'memo', kindId, ...given }), { as });
const filed = (kindId: string, as: string): string => resultOf<{ id: string }>(create(kindId, as)).id;
const patch = (id: string, values: object, base: object, as: string) =>
  rows.run('document.update', { id, patch: values, base }, { as });

describe('who creates documents of a kind', () => {
  test('the roles it names and administrators; everybody while it names none', () => {
    const id = made({ createRoles: ['lawyer'] });
    expect(create(id, clerk)).toMatchObject({ code: 'DENIED', details: { ownKind: 'Досье', right: 'create' } });
    for (const as of [lawyer, administrator]) filed(id, as);
    resultOf(rows.run('document_kind.update', { id, patch: { createRoles: null }, base: { createRoles: ['lawyer'] } }));
    filed(id, clerk);
  });

  test('also when they come out of a table, or become of the kind later', () => {
    const kindId = made({ createRoles: ['lawyer'] });
    const row = (as: string) =>
      rows.run(
        'document.import-row',
        { key: `row-${as}`, format: 'table', values: documentForm({ kind: 'memo', kindId }) },
        { as },
      );
    expect(codeOf(row(clerk))).toBe('DENIED');
    resultOf(row(lawyer));
    const { id } = resultOf<{ id: string }>(rows.run('document.create', documentForm({ kind: 'memo' }), { as: clerk }));
    expect(codeOf(patch(id, { kindId, custom: {} }, { kindId: null, custom: null }, clerk))).toBe('DENIED');
    expect(rows.get('document', id).kindId ?? null).toBeNull();
    resultOf(patch(id, { kindId, custom: {} }, { kindId: null, custom: null }, administrator));
  });

  test('no role at all is no list: nobody could be meant', () => {
    const plain = { key: 'x', base: 'memo', label: 'Х', labelEn: null, icon: 'lock', position: 1, draft: form };
    for (const field of ['createRoles', 'editRoles'])
      expect(codeOf(rows.run('document_kind.create', { ...plain, [field]: [] }))).toBe('BAD_INPUT');
  });
});

describe('who changes documents of a kind', () => {
  test('the roles it names and administrators, whoever wrote them', () => {
    const id = filed(made({ editRoles: ['lawyer'] }), clerk);
    const denied = { code: 'DENIED', details: { ownKind: 'Досье', right: 'edit' } };
    const subject = rows.get('document', id).subject;
    expect(patch(id, { subject: 'Иное' }, { subject }, clerk)).toMatchObject(denied);
    for (const name of ['document.archive', 'document.restore'] as const)
      expect(rows.run(name, { id }, { as: clerk })).toMatchObject(denied);
    expect(rows.get('document', id)).toMatchObject({ subject, archivedAt: null });
    resultOf(patch(id, { subject: 'Иное' }, { subject }, lawyer));
    resultOf(patch(id, { subject: 'Третье' }, { subject: 'Иное' }, administrator));
    resultOf(rows.run('document.archive', { id }, { as: lawyer }));
  });

  test('also when the same row of a table comes again after it was put away', () => {
    const kindId = made({ editRoles: ['lawyer'] });
    const order = { key: 'row', format: 'table', values: documentForm({ kind: 'memo', kindId }) };
    const { id } = resultOf<{ id: string }>(rows.run('document.import-row', order, { as: lawyer }));
    resultOf(rows.run('document.archive', { id }, { as: lawyer }));
    expect(codeOf(rows.run('document.import-row', order, { as: clerk }))).toBe('DENIED');
    expect(rows.get('document', id).archivedAt).not.toBeNull();
    expect(resultOf(rows.run('document.import-row', order, { as: lawyer }))).toMatchObject({ outcome: 'restored' });
  });

  test('files are added by them and by the author, who makes the document with its files', () => {
    const id = filed(made({ editRoles: ['lawyer'] }), clerk);
    const add = (as: string, purpose: 'signature' | null = null) =>
      rows.run('attachment.add', { documentId: id, files: [file], purpose }, { as });
    resultOf(add(clerk));
    resultOf(add(lawyer));
    expect(codeOf(add(signer))).toBe('DENIED');
    // Whoever signs changes nothing of what it says.
    resultOf(add(signer, 'signature'));
  });

  test('the author decides who else sees it, as of any document', () => {
    const id = filed(made({ editRoles: ['lawyer'] }), clerk);
    resultOf(patch(id, { readers: [signer] }, { readers: null }, clerk));
    expect(codeOf(patch(id, { readers: [], note: 'и ещё' }, { readers: [signer], note: null }, clerk))).toBe('DENIED');
  });
});

describe('a confidential kind', () => {
  test('makes documents confidential whatever was asked; later they may be opened', () => {
    const kindId = made({ isConfidential: true });
    const { id } = resultOf<{ id: string }>(create(kindId, clerk, { isConfidential: false }));
    expect(rows.get('document', id).isConfidential).toBe(true);
    resultOf(patch(id, { isConfidential: false }, { isConfidential: true }, clerk));
    expect(rows.get('document', id).isConfidential).toBe(false);
  });

  test('a document that becomes of it is confidential from then on', () => {
    const kindId = made({ isConfidential: true });
    const { id } = resultOf<{ id: string }>(rows.run('document.create', documentForm({ kind: 'memo' }), { as: clerk }));
    resultOf(patch(id, { kindId, custom: {} }, { kindId: null, custom: null }, clerk));
    expect(rows.get('document', id).isConfidential).toBe(true);
  });
});
