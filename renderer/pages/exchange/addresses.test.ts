import { expect, test } from 'vitest';
import { addressOf, conflictAddress } from '#renderer/pages/exchange/addresses.ts';
import { commands } from '#shared/commands/registry.ts';
import type { ConflictLine, OutboxLine } from '#shared/queries/exchange.ts';

const line = (given: Partial<OutboxLine>): OutboxLine => ({
  ...{ n: 1, id: 'order', command: 'document.update', args: {}, enteredAt: 1, state: 'waiting', seq: null },
  ...{ decidedAt: null, code: null, details: null, size: 1, names: {}, taskKind: null },
  ...{ suspended: null, inDoubt: false, conflictId: null, aside: null },
  about: { entity: 'document', id: 'd', title: null, number: null, here: true },
  ...given,
});
const refused = (command: string, code: string) => addressOf(line({ command, code, state: 'rejected' }));

test('a change opens the part of the card that it speaks of', () => {
  expect(addressOf(line({}))).toBe('/documents/d');
  expect(addressOf(line({ command: 'decision.make' }))).toBe('/documents/d?tab=approval');
  expect(addressOf(line({ command: 'obligation.add' }))).toBe('/documents/d?tab=obligations');
  expect(addressOf(line({ command: 'attachment.add-version' }))).toBe('/documents/d?tab=files');
});

test('a refusal opens where it can be put right', () => {
  expect(refused('document.update', 'APPROVED_LOCKED')).toBe('/documents/d?tab=links');
  expect(refused('contract.advance', 'NOT_APPROVED')).toBe('/documents/d?tab=approval');
  expect(refused('decision.make', 'CHECK_REQUIRED')).toBe('/documents/d');
  expect(refused('substitution.create', 'SUBSTITUTE_AWAY')).toBe('/substitutions');
  expect(refused('attachment.add', 'FILE_TOO_LARGE')).toBe('/documents/d?tab=files');
});

test('what is not here has no page, what the company keeps always has', () => {
  const away = { entity: 'document', id: 'd', title: null, number: null, here: false };
  expect(addressOf(line({ about: away }))).toBeNull();
  expect(addressOf(line({ command: 'employee.create', about: null }))).toBe('/admin/employees');
  for (const name of Object.keys(commands).filter((one) => one.endsWith('.create')))
    if (!/^(document|counterparty)\./.test(name))
      expect(addressOf(line({ command: name, about: null }))).not.toBeNull();
});

test('a conflict opens the record it is about, or what that record belongs to', () => {
  const of = (objectEntity: string, given: object) =>
    conflictAddress({ conflict: { objectEntity }, documentId: null, counterpartyId: null, ...given } as ConflictLine);
  expect(of('document', { documentId: 'd' })).toBe('/documents/d');
  expect(of('obligation', { documentId: 'd' })).toBe('/documents/d?tab=obligations');
  expect(of('key_date', { documentId: 'd' })).toBe('/documents/d');
  expect(of('protocol_item', { documentId: 'd' })).toBe('/documents/d?tab=files');
  expect(of('bank_account', { counterpartyId: 'c' })).toBe('/counterparties/c');
  expect(of('counterparty', { counterpartyId: 'c' })).toBe('/counterparties/c');
  for (const entity of ['branch', 'employee', 'clause', 'service', 'queue', 'article', 'vacation_grant'])
    expect(of(entity, {})).not.toBeNull();
});
