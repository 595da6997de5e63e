import { expect, test } from 'vitest';
import { checkPassword, hashPassword } from './passwords.ts';

test('a password fits its own hash only, however its letters were composed', async () => {
  const kept = await hashPassword('пароль Ёж');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await checkPassword('пароль Ёж'.normalize('NFD'), kept)).toBe(true);
  expect(await checkPassword('пароль ёж', kept)).toBe(false);
  expect(await checkPassword('пароль Ёж', await hashPassword('другой'))).toBe(false);
});

test('equal passwords have different hashes, and rubbish fits nothing', async () => {
  expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
  for (const rubbish of ['', 'a', '$argon2id$v=19$m=1,t=1,p=1$$', '$2b$10$abc'])
    expect(await checkPassword('a', rubbish)).toBe(false);
});
