import { expect, test } from 'vitest';
import { problemOf } from '#renderer/frame/link-problem.ts';

test('a passing state of the link is no problem of its own', () => {
  expect(problemOf(null)).toBeNull();
  for (const code of ['OFFLINE', 'SERVER_UNREACHABLE', 'GAP', 'UNAUTHENTICATED'])
    expect(problemOf({ code })).toBeNull();
});

test('what passes by itself is calm, what stops the exchange is not', () => {
  expect(problemOf({ code: 'SCOPE_DIVERGED', details: { scopes: 2 } })).toMatchObject({ tone: 'ink' });
  expect(problemOf({ code: 'LIMIT' })).toMatchObject({ tone: 'amber', own: 'LIMIT' });
  expect(problemOf({ code: 'WRONG_PROTOCOL' })).toMatchObject({ tone: 'red', own: 'WRONG_PROTOCOL' });
  const newer = { centre: 1, oldest: 1, workstation: 2 };
  expect(problemOf({ code: 'WRONG_PROTOCOL', details: newer })).toMatchObject({ own: 'CENTRE_OLDER' });
  expect(problemOf({ code: 'MALFORMED' })).toEqual({ tone: 'red', own: null, code: 'MALFORMED' });
  expect(problemOf({ code: 'toString' })).toEqual({ tone: 'red', own: null, code: 'toString' });
});
