import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { type CommandName, commandOf, commands } from '#shared/commands/registry.ts';
import { counterpartyForm, documentForm, fileForm, importForm } from '#tests/fixtures/kernel/forms.ts';
import { contractArgs, contractRows } from '#tests/fixtures/kernel/good-arguments.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { portalArgs, portalRows } from '#tests/fixtures/kernel/portal-arguments.ts';
import {
  attachmentRow,
  bankAccountRow,
  blocked,
  clerk,
  counterpartyRow,
  director,
  documentRow,
  rowId,
} from '#tests/fixtures/kernel/rows.ts';

const [paper, party, account, file] = [rowId(4, 1), rowId(3, 1), rowId(5, 1), rowId(6, 1)];
const edit = (id: string, patch: object, base: object = {}) => ({ id, patch, base });
const view = { id: null, page: 'documents', name: 'Мои', settings: {}, position: 0 };
const own = { account: '40702810400000000009', bik: null, bankName: null, corrAccount: null, currency: 'RUB' };

/** Arguments with which every command succeeds for somebody who may issue it. */
const good: Record<CommandName, unknown> = {
  'document.create': documentForm(),
  'document.update': edit(paper, { amount: 1 }, { amount: 100_000 }),
  'document.archive': { id: paper },
  'document.restore': { id: paper },
  'document.import': importForm(),
  'attachment.add': { documentId: paper, files: [fileForm('b')] },
  'attachment.remove': { id: file, documentId: paper },
  'attachment.verify': { sha256: 'a'.repeat(64), size: 10 },
  'comment.add': { objectEntity: 'document', objectId: paper, text: 'Да' },
  'counterparty.create': counterpartyForm(),
  'counterparty.update': edit(party, { name: 'Иная' }, { name: 'Сибирские технологии' }),
  'counterparty.archive': { id: party },
  'counterparty.restore': { id: party },
  'bank_account.add': { ...own, counterpartyId: party },
  'bank_account.update': edit(account, { bankName: 'Банк' }, { bankName: null }),
  'bank_account.archive': { id: account },
  'conflict.resolve': { id: rowId(8, 1), choices: { amount: 3 } },
  'view.save': view,
  'view.remove': { id: rowId(9, 1) },
  'sync.withdraw': { id: rowId(7, 1) },
  'attachment.add-version': { documentId: paper, basedOnId: file, file: fileForm('c'), note: null },
  ...contractArgs,
  ...portalArgs,
};
const central: readonly CommandName[] = [
  'attachment.verify',
  'approval.escalate',
  'substitution.begin',
  'substitution.end',
  'ticket.check',
  'ticket.recur',
];
/** Commands of the company's own arrangements, which a clerk may not issue. */
const administrative =
  /^(organization|working_calendar|branch|department|employee|approval_route|field_definition|clause|service|queue|sla_policy|vacation_grant)\./;
const names = Object.keys(commands) as CommandName[];

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  for (const [entity, row] of [...contractRows(), ...portalRows()]) rows.put(entity, row);
  rows.put('document', documentRow(paper));
  rows.put('counterparty', counterpartyRow(party));
  rows.put('bank_account', bankAccountRow(account, { counterpartyId: party }));
  rows.put('attachment', attachmentRow(file, paper));
  rows.put('saved_view', {
    id: rowId(9, 1),
    ownerId: clerk,
    page: 'documents',
    name: 'Мои',
    settings: {},
    position: 0,
  });
  rows.put('conflict', {
    id: rowId(8, 1),
    objectEntity: 'document',
    objectId: paper,
    authorId: clerk,
    deviceName: null,
    occurredAt: 1,
    theirsById: null,
    theirsAt: null,
    fields: [{ field: 'amount', base: 1, mine: 3, theirs: 100_000 }],
    merged: [],
    state: 'open',
    resolvedById: null,
    resolvedAt: null,
  });
});

describe.each(names)('%s', (name) => {
  const actor = central.includes(name) ? centreUser : administrative.test(name) ? director : clerk;

  test('stands in the registry under its own name and version', () => {
    expect(commandOf(name, commands[name].version)).toBe(commands[name]);
  });

  test(name === 'sync.withdraw' ? 'never does anything' : 'succeeds for who may issue it', () => {
    const outcome = rows.run(name, good[name], { as: actor });
    if (name === 'sync.withdraw') expect(codeOf(outcome)).toBe('WITHDRAWN');
    else expect(outcome.ok).toBe(true);
  });

  test('a blocked employee, an unknown one, and one named like the centre’s own jobs', () => {
    const before = [...rows.rows];
    const own = central.includes(name);
    expect(codeOf(rows.run(name, good[name], { as: blocked }))).toBe(own ? 'DENIED' : 'BLOCKED');
    expect(codeOf(rows.run(name, good[name], { as: rowId(2, 77) }))).toBe(own ? 'DENIED' : 'NOT_FOUND');
    expect(codeOf(rows.run(name, good[name], { as: 'Centre' }))).toBe(own ? 'DENIED' : 'NOT_FOUND');
    if (administrative.test(name)) expect(codeOf(rows.run(name, good[name], { as: clerk }))).toBe('DENIED');
    expect([...rows.rows]).toEqual(before);
  });

  test.each([undefined, null, 7, 'text', [], {}, { id: 7 }, { id: { $ne: null } }])('arguments %j', (args) => {
    expect(codeOf(rows.run(name, args, { as: actor }))).toBe('BAD_INPUT');
  });

  test('another version of it is not known', () => {
    expect(codeOf(rows.run(name, good[name], { as: actor, version: 99 }))).toBe('UNKNOWN_COMMAND');
  });

  test('the same command over the same rows decides the same, to the last id', () => {
    const order = { id: '0190a000-1111-7000-8000-000000000001', name, v: commands[name].version, args: good[name] };
    const [first, second] = [rows.decide(order, { as: actor, at: 5 }), rows.decide(order, { as: actor, at: 5 })];
    expect(second).toEqual(first);
  });

  test('nothing but the rows and the arguments is looked at: every key it names is a row or an index', () => {
    const order = { id: '0190a000-1111-7000-8000-000000000001', name, v: commands[name].version, args: good[name] };
    const outcome = rows.decide(order, { as: actor, at: 5 });
    const named = outcome.ok ? [...outcome.reads, ...outcome.writes] : outcome.reads;
    for (const key of named) expect(key).toMatch(/^[a-z_]+(\/|#[a-zA-Z0-9]+\/)/);
    if (actor !== centreUser) expect(outcome.reads).toContain(`employee/${actor}`);
  });
});

test('an unknown command is refused with its name', () => {
  expect(rows.run('document.burn', {})).toMatchObject({
    ok: false,
    code: 'UNKNOWN_COMMAND',
    details: { name: 'document.burn' },
  });
  expect(codeOf(rows.run('__proto__', {}))).toBe('UNKNOWN_COMMAND');
});

test('too long a text names the field and its limit; other faults name the field', () => {
  const long = rows.run('document.create', documentForm({ subject: 'я'.repeat(100_000) }));
  expect(long).toMatchObject({ code: 'TOO_LONG', details: { field: 'subject', maximum: 1_000 } });
  const bad = rows.run('document.create', documentForm({ date: 'вчера' }));
  expect(bad).toMatchObject({ code: 'BAD_INPUT', details: { issues: [{ path: 'date' }] } });
});

test('an amount beyond what can be counted exactly is a fault of the input, not a text that is too long', () => {
  expect(codeOf(rows.run('document.create', documentForm({ amount: 1e300 })))).toBe('BAD_INPUT');
});

test('a clock in 2099 does no harm', () => {
  const at = Date.UTC(2099, 0, 1);
  const { id } = resultOf<{ id: string }>(rows.run('document.create', documentForm(), { at }));
  expect(rows.get('document', id).createdAt).toBe(at);
  resultOf(rows.run('document.update', edit(id, { amount: 2 }, rows.get('document', id)), { at: -1, as: director }));
});
