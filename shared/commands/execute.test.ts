import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { type CommandName, commandOf, commands } from '#shared/commands/registry.ts';
import {
  administrative,
  centralCommands as central,
  everyCommandRows,
  everyCommandArgs as good,
} from '#tests/fixtures/kernel/every-command.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { blocked, clerk, director, rowId } from '#tests/fixtures/kernel/rows.ts';

const edit = (id: string, patch: object, base: object = {}) => ({ id, patch, base });
const names = Object.keys(commands) as CommandName[];

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  for (const [entity, row] of everyCommandRows()) rows.put(entity, row);
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
