import { describe, expect, test } from 'vitest';
import {
  changesOf,
  type Definition,
  earlyNotice,
  faultsOf,
  fieldsFor,
  limits,
  newValues,
  toForm,
} from '#renderer/pages/document/form-values.ts';
import { documentForm } from '#shared/commands/document.ts';

const branchId = '01890000-0000-7000-8000-000000000001';
const filled = () => ({
  ...newValues('incoming', { today: '2026-05-13', branchId, userId: null }),
  subject: 'О поставке',
});

describe('faults', () => {
  test('a new form asks for the subject only', () => {
    const values = newValues('incoming', { today: '2026-05-13', branchId, userId: null });
    expect(faultsOf(values)).toEqual({ subject: { key: 'errorSubject' } });
    expect(faultsOf(filled())).toEqual({});
  });

  test('a title of 100,000 characters is told with both lengths', () => {
    const faults = faultsOf({ ...filled(), subject: 'я'.repeat(100_000) });
    expect(faults.subject).toEqual({ key: 'errorLong', length: 100_000, limit: limits.subject });
  });

  test('spaces are no subject, VAT is no more than the amount, a deadline no earlier than the paper', () => {
    const faults = faultsOf({ ...filled(), subject: ' \u00a0', amount: 100, vatAmount: 101, dueDate: '2026-05-12' });
    expect(Object.keys(faults)).toEqual(['subject', 'vatAmount', 'dueDate']);
    expect(faultsOf({ ...filled(), date: null, branchId: null })).toEqual({
      date: { key: 'errorDate' },
      branchId: { key: 'errorBranch' },
    });
  });
});

test('what has no faults fits the command', () => {
  expect(documentForm.safeParse(toForm(filled())).error).toBeUndefined();
  expect(documentForm.safeParse(toForm({ ...filled(), subject: 'я'.repeat(limits.subject) })).success).toBe(true);
  expect(toForm({ ...filled(), number: '  ', note: ' \n' })).toMatchObject({ number: null, note: null });
});

test('only what was changed is sent, with what was seen before', () => {
  const seen = { ...filled(), number: 'А-1', labels: ['срочно'] };
  expect(changesOf(seen, { ...seen, number: ' А-1 ', subject: 'О возврате', labels: ['срочно', 'суд'] })).toEqual({
    fields: ['subject', 'labels'],
    patch: { subject: 'О возврате', labels: ['срочно', 'суд'] },
    base: { subject: 'О поставке', labels: ['срочно'] },
  });
  expect(changesOf(seen, { ...seen }).fields).toEqual([]);
});

describe('a contract', () => {
  const contract = () => ({
    ...newValues('contract', { today: '2026-05-13', branchId, userId: null }),
    subject: 'Поставка серверов',
  });
  const definition = (key: string, given: Partial<Definition>): Definition => ({
    id: branchId,
    kinds: ['contract'],
    key,
    label: key,
    type: 'text',
    required: false,
    options: [],
    version: 1,
    position: 1,
    archivedAt: null,
    ...given,
  });

  test('does not end before it begins, and its notice is a number of days', () => {
    const values = { ...contract(), effectiveFrom: '2026-05-18', expiresOn: '2026-05-17', noticeDays: 'месяц' };
    expect(faultsOf(values)).toEqual({
      expiresOn: { key: 'errorTerm' },
      noticeDays: { key: 'errorNotice', limit: limits.notice },
    });
    expect(faultsOf({ ...values, expiresOn: '2026-05-18', noticeDays: ' 30 ' })).toEqual({});
    expect(faultsOf({ ...contract(), amount: -1, subject: '\u200b' })).toEqual({
      subject: { key: 'errorSubjectContract' },
      amount: { key: 'errorNegative' },
    });
    // The same fields of another kind are not shown, so they are not checked.
    expect(faultsOf({ ...values, kind: 'invoice' })).toEqual({});
  });

  test('sends its own fields, another kind does not', () => {
    const values = { ...contract(), noticeDays: '30', counterpartyNumber: ' 14/Д ', renewal: 'automatic' as const };
    expect(toForm(values)).toMatchObject({ noticeDays: 30, counterpartyNumber: '14/Д', renewal: 'automatic' });
    expect(documentForm.safeParse(toForm(values)).error).toBeUndefined();
    expect(toForm({ ...values, kind: 'invoice' })).not.toHaveProperty('noticeDays');
  });

  test('checks the fields of the company by their definitions', () => {
    const definitions = [
      definition('цфо', { required: true, type: 'choice', options: ['Склад', 'Офис'], position: 2 }),
      definition('страховка', { type: 'money', position: 1 }),
      definition('старое', { required: true, archivedAt: 1 }),
      definition('чужое', { required: true, kinds: ['invoice'] }),
    ];
    expect(fieldsFor('contract', definitions).map((one) => one.key)).toEqual(['страховка', 'цфо']);
    expect(faultsOf(contract(), definitions)).toEqual({ 'custom.цфо': { key: 'errorCustom_required' } });
    const custom = { цфо: 'Цех', страховка: '12' };
    expect(faultsOf({ ...contract(), custom }, definitions)).toEqual({
      'custom.цфо': { key: 'errorCustom_choice' },
      'custom.страховка': { key: 'errorCustom_type' },
    });
    expect(toForm({ ...contract(), custom: { цфо: 'Склад', страховка: null } }).custom).toEqual({ цфо: 'Склад' });
  });

  test('a field that becomes empty is sent as null, with what was seen', () => {
    const seen = { ...contract(), expiresOn: '2026-12-31', custom: { цфо: 'Склад' } };
    expect(changesOf(seen, { ...seen, expiresOn: null, custom: {} })).toEqual({
      fields: ['expiresOn', 'custom'],
      patch: { expiresOn: null, custom: null },
      base: { expiresOn: '2026-12-31', custom: { цфо: 'Склад' } },
    });
  });
});

test('a notice before the beginning is told with its day', () => {
  const contract = { ...filled(), kind: 'contract' as const, effectiveFrom: '2026-11-26', expiresOn: '2026-11-27' };
  expect(earlyNotice({ ...contract, noticeDays: '30' })).toBe('2026-10-28');
  expect(earlyNotice({ ...contract, noticeDays: '1' })).toBeNull();
  expect(earlyNotice({ ...contract, noticeDays: 'скоро' })).toBeNull();
});

test('a template has a name and a type of contract; nothing else of contracts is sent', () => {
  const template = newValues('template', { today: '2026-05-13', branchId, userId: null });
  expect(faultsOf(template)).toEqual({ subject: { key: 'errorTemplateName' } });
  const form = toForm({ ...template, subject: 'Поставка', contractType: 'supply' });
  expect(form).toMatchObject({ kind: 'template', contractType: 'supply' });
  expect(form).not.toHaveProperty('renewal');
});
