import { expect, test } from 'vitest';
import { approval as en } from '#renderer/i18n/en/approval.ts';
import { approval as ru } from '#renderer/i18n/ru/approval.ts';
import { fingerprint, ruleOf } from '#renderer/pages/approval/rule-words.ts';

const filled = (words: Record<string, string>, ...args: Parameters<typeof ruleOf>) => {
  const { key, total, need } = ruleOf(...args);
  return (words[key] ?? '').replace('{{total}}', String(total)).replace('{{need}}', String(need));
};

test('the rule of a step in words', () => {
  expect(filled(ru, 'sequence', null, 3)).toBe('по порядку');
  expect(filled(ru, 'all', null, 3)).toBe('одновременно, нужны все 3');
  expect(filled(ru, 'all', null, 2)).toBe('одновременно, нужны оба');
  expect(filled(ru, 'any', null, 2)).toBe('любой из двух');
  expect(filled(ru, 'any', null, 7)).toBe('любой из 7');
  expect(filled(ru, 'quorum', 2, 3)).toBe('2 из 3');
  expect(filled(en, 'any', null, 2)).toBe('either of two');
});

test('a step of one person has no rule, a quorum of everybody is everybody', () => {
  for (const mode of ['sequence', 'all', 'any', 'quorum'] as const) expect(ruleOf(mode, 1, 1).key).toBe('ruleOne');
  expect(ruleOf('quorum', 9, 3).key).toBe('ruleAll');
  expect(ruleOf('quorum', null, 2).key).toBe('ruleBoth');
});

test('a fingerprint is the beginning of the hash in groups of four', () => {
  expect(fingerprint('7f3a91c204be77aa')).toBe('7F3A 91C2 04BE');
  expect(fingerprint('7f3a91c204be77aa', 2)).toBe('7F3A 91C2');
});
