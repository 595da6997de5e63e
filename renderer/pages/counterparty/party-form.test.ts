import { expect, test } from 'vitest';
import { draftOf, editOf, emptyParty, faultsOf, formOf } from '#renderer/pages/counterparty/party-form.ts';

const stored = {
  ...formOf({ ...emptyParty, name: 'Автопарк 54', legalForm: 'ООО', inn: '7707083893', kpp: '773601001' }),
  phone: '+7 383 200-41-07',
};

test('an untouched form changes nothing', () => {
  expect(editOf(stored, draftOf(stored))).toEqual({ patch: {}, base: {} });
});

test('an edit carries the changed fields with what was seen in them', () => {
  const draft = { ...draftOf(stored), phone: '', name: 'Автопарк 55 ' };
  expect(editOf(stored, draft)).toEqual({
    patch: { name: 'Автопарк 55', phone: null },
    base: { name: 'Автопарк 54', phone: '+7 383 200-41-07' },
  });
});

test('codes lose the spaces they were pasted with', () => {
  const form = formOf({ ...emptyParty, name: 'Х', inn: '77 0708 3893\u200b', kpp: '7736ab001' });
  expect(form).toMatchObject({ inn: '7707083893', kpp: '7736AB001', ogrn: null });
});

test('faults stand at their fields; a right form has none', () => {
  expect(faultsOf(draftOf(stored))).toEqual({});
  expect(Object.keys(faultsOf({ ...emptyParty, inn: '123', ogrn: '1' }))).toEqual(['name', 'inn', 'ogrn']);
});
