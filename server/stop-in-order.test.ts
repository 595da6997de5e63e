import { expect, test } from 'vitest';
import { stopInOrder } from '#server/stop-in-order.ts';

test('one thing after the other; what fails or does not end keeps nothing behind it from ending', async () => {
  const [ended, troubles]: [string[], string[]] = [[], []];
  const undos = [
    async () => ended.push('first'),
    () => new Promise(() => undefined),
    () => Promise.reject(new Error('no connection')),
    async () => ended.push('last'),
  ];
  await stopInOrder(undos, 20, (error) => troubles.push(String(error)));
  expect(ended).toEqual(['first', 'last']);
  expect(troubles).toEqual(['Error: did not stop within 20 ms', 'Error: no connection']);
});
