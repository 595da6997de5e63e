import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { blocked, clerk, director, idAt } from '#tests/integration/server/company.ts';

let centre: Centre;

beforeAll(async () => {
  centre = await startCentre();
});
afterAll(() => centre.close());

const issue = (access: string, employeeId: string): Promise<Response> =>
  fetch(`${centre.url}/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${access}` },
    body: JSON.stringify({ employeeId }),
  });

test('an administrator issues a password that opens the account, and the one before does not', async () => {
  const { access } = await centre.login('director-one');
  const response = await issue(access, clerk);
  expect(response.status).toBe(200);
  const { login, password } = (await response.json()) as { login: string; password: string };
  expect(login).toBe('clerk-one');
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  expect((await centre.post('/session', { login, password, device: 'new', org: 'one' })).status).toBe(200);
  await expect(centre.login('clerk-one')).rejects.toThrow('WRONG_PASSWORD');
});

test('nobody else does, and nobody without a session', async () => {
  const { access } = await centre.login('clerk-two');
  const refused = await issue(access, director);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'DENIED']);
  expect((await issue('nobody', director)).status).toBe(401);
});

test('somebody who is not there, or who is blocked, gets none', async () => {
  const { access } = await centre.login('director-one');
  const codes = await Promise.all(
    [idAt(999), blocked].map(async (id) => ((await (await issue(access, id)).json()) as { code: string }).code),
  );
  expect(codes).toEqual(['NOT_FOUND', 'BLOCKED']);
});
