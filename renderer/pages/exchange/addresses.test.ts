import { expect, test } from 'vitest';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import { commands } from '#shared/commands/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

const line = (given: Partial<OutboxLine>): OutboxLine => ({
  ...{ n: 1, id: 'order', command: 'document.update', args: {}, enteredAt: 1, state: 'waiting', seq: null },
  ...{ decidedAt: null, code: null, details: null, size: 1, names: {}, taskKind: null },
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
