import { describe, expect, test } from 'vitest';
import { down } from '#shared/sync/down.ts';
import { up } from '#shared/sync/up.ts';

const place = { epoch: null, client: 'client', lease: null };
const command = {
  id: 'x',
  n: 1,
  name: 'document.create',
  v: 1,
  args: {},
  argsHash: 'h',
  baseVersions: {},
  occurredAt: 5,
};
const push = { t: 'push', ref: 1, commands: [command], ...place };
const pull = {
  t: 'pull',
  ref: 1,
  cursor: 0,
  chainHash: null,
  membershipSeq: 0,
  scopes: [],
  ackN: 0,
  limit: 100,
  after: null,
  ...place,
};

describe('what the centre accepts from a stranger', () => {
  test.each([push, pull, { t: 'ping', ref: 1 }])('%j', (message) => {
    expect(up.safeParse(message).success).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a kind that does not exist', { t: 'drop' }],
    ['an inherited kind', { t: 'toString' }],
    ['no commands', { ...push, commands: undefined }],
    ['2,001 commands', { ...push, commands: Array.from({ length: 2_001 }, () => command) }],
    ['a number below one', { ...push, commands: [{ ...command, n: 0 }] }],
    ['half a number', { ...push, commands: [{ ...command, n: 1.5 }] }],
    ['an id of 61 characters', { ...push, commands: [{ ...command, id: 'x'.repeat(61) }] }],
    ['no id', { ...push, commands: [{ ...command, id: '' }] }],
    ['versions that are none', { ...push, commands: [{ ...command, baseVersions: { a: 'b' } }] }],
    ['a page without end', { ...pull, limit: 20_001 }],
    ['a page of nothing', { ...pull, limit: 0 }],
    ['201 scopes', { ...pull, scopes: Array.from({ length: 201 }, () => 's') }],
    ['a place that is no number', { ...pull, cursor: Number.NaN }],
  ])('%s is refused', (_case, message) => {
    expect(up.safeParse(message).success).toBe(false);
  });

  test('a member that a newer workstation has added does not stop the message', () => {
    expect(up.safeParse({ ...push, tomorrow: 1 }).success).toBe(true);
    expect(down.safeParse({ t: 'wake', seq: 1, tomorrow: 1 }).success).toBe(true);
  });
});
