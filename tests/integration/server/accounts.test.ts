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

test('it ends every session that was open under the one before, and those of nobody else', async () => {
  const boss = await centre.login('director-one');
  const made = (await (await issue(boss.access, clerk)).json()) as { login: string; password: string };
  const opened = await centre.post('/session', { ...made, device: 'stolen', org: 'one' });
  const { refresh } = (await opened.json()) as { refresh: string };
  expect((await issue(boss.access, clerk)).status).toBe(200);
  const renewed = await centre.post('/session/refresh', { refresh });
  expect([renewed.status, ((await renewed.json()) as { code: string }).code]).toEqual([401, 'UNAUTHENTICATED']);
  expect((await centre.post('/session/refresh', { refresh: boss.refresh })).status).toBe(200);
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
