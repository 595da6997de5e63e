import { beforeEach, expect, test } from 'vitest';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { lawyer, Office, party, signer, step } from '#tests/fixtures/kernel/office.ts';
import { counterpartyRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';

const [beside, above] = [rowId(3, 20), rowId(3, 21)];
let office: Office;

beforeEach(() => {
  office = new Office();
  for (const id of [party, beside, above]) office.put('counterparty', whole('counterparty', counterpartyRow(id)));
  resultOf(office.submit([step([lawyer]), step([signer], { kind: 'sign' })]));
  resultOf(office.say(lawyer));
  for (const id of [beside, party])
    resultOf(office.run('counterparty.merge', { id, intoId: above, patch: {}, base: {} }));
});

const sign = () => office.say(signer, 'approve', { at: Date.UTC(2026, 4, 28, 9) });

test('of merged records each is the company: a reason to stop counts wherever it stands', () => {
  office.put('counterparty', { ...office.get('counterparty', beside), stopReason: 'Не платит' });
  expect(sign()).toMatchObject({ code: 'STOP_LISTED', details: { reason: 'Не платит' } });
  resultOf(office.run('counterparty.unmerge', { id: beside }));
  resultOf(sign());
});

test('and so does a check', () => {
  const policies = { checkBeforeSigning: 30, approvalBeforeSigning: false };
  const standing = office.get('organization', rowId(0, 1)).policies ?? null;
  const edit = { id: rowId(0, 1), patch: { policies }, base: { policies: standing } };
  resultOf(office.run('organization.update', edit));
  const look = (result: 'clear' | 'refused', n: number) =>
    office.put('counterparty_check', {
      ...{ id: rowId(26, n), counterpartyId: beside, source: 'ЕГРЮЛ', checkedOn: `2026-05-2${n}`, validUntil: null },
      ...{ result, comment: null, authorId: lawyer, createdAt: 1 },
    });
  expect(codeOf(sign())).toBe('CHECK_REQUIRED');
  look('refused', 1);
  expect(sign()).toMatchObject({ code: 'CHECK_REQUIRED', details: { result: 'refused' } });
  look('clear', 2);
  resultOf(sign());
});
