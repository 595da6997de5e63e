import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '#server/plugins/demo.ts';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { type Centre, type SessionReply, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, password } from '#tests/integration/server/company.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(() => centre?.close());

const refresh = async (token: string): Promise<{ status: number; reply: SessionReply }> => {
  const response = await centre.post('/session/refresh', { refresh: token });
  return { status: response.status, reply: (await response.json()) as SessionReply };
};

test('a login answers with tokens, the organization and the person, in any letter case', async () => {
  const response = await centre.post('/session', { login: ' Director-ONE ', password, device: 'pc' });
  expect(response.status).toBe(200);
  const reply = (await response.json()) as SessionReply;
  expect(reply).toMatchObject({ org: 'one', user: { id: director, login: 'director-one' } });
  expect(reply.accessUntil).toBeGreaterThan(centre.clock.now);
  expect((await centre.get('/sync/snapshot', reply.access)).status).toBe(200);
});

test('a wrong password, an unknown login and rubbish are told apart from nothing', async () => {
  const ask = (body: unknown) =>
    centre.post('/session', body).then(async (response) => [response.status, await response.json()]);
  const wrong = [401, { code: 'WRONG_PASSWORD', details: {} }];
  expect(await ask({ login: 'director-one', password: 'нет', device: 'pc' })).toEqual(wrong);
  expect(await ask({ login: "nobody' OR 1=1 --\u0000", password, device: 'pc' })).toEqual(wrong);
  expect(await ask({ login: 'director-one' })).toEqual([400, { code: 'MALFORMED', details: {} }]);
  expect(await ask({ login: 'x', password: 'y'.repeat(2_000_000), device: 'pc' })).toEqual([
    400,
    { code: 'TOO_LONG', details: {} },
  ]);
});

test('a blocked employee gets no session', async () => {
  const response = await centre.post('/session', { login: 'blocked-one', password, device: 'pc' });
  expect(await response.json()).toEqual({ code: 'BLOCKED', details: {} });
});

test('renewal survives a lost reply: the token in use stays good until its successor is used', async () => {
  const { refresh: first } = await centre.login('clerk-one');
  const lost = await refresh(first);
  const second = await refresh(first);
  expect([lost.status, second.status]).toEqual([200, 200]);
  const third = await refresh(second.reply.refresh);
  expect(third.status).toBe(200);
  expect((await refresh(lost.reply.refresh)).status).toBe(401);
  expect((await refresh(third.reply.refresh)).status).toBe(200);
});

test('a token from before the last renewal is a copy in other hands: the session ends for both', async () => {
  const { refresh: first } = await centre.login('clerk-one');
  const second = await refresh(first);
  const third = await refresh(second.reply.refresh);
  expect(third.status).toBe(200);
  expect((await refresh(first)).status).toBe(401);
  expect((await refresh(third.reply.refresh)).status).toBe(401);
});

test('two renewals at once leave one session that goes on', async () => {
  const { refresh: first } = await centre.login('clerk-two');
  const answers = await Promise.all([refresh(first), refresh(first), refresh(first)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  const again = await Promise.all(answers.map((answer) => refresh(answer.reply.refresh)));
  expect(again.filter((answer) => answer.status === 200)).toHaveLength(1);
});

test('an ended session is over; an access token is over with its time; a forged one never was', async () => {
  const { refresh: token, access } = await centre.login('clerk-one');
  await centre.post('/session/end', { refresh: token });
  expect((await refresh(token)).status).toBe(401);
  const [body, seal] = access.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify({ org: 'one', userId: director, session: 'x', until: 9e15 })).toString(
    'base64url',
  );
  for (const bad of [`${forged}.${seal}`, body, `${body}.`, `${body}.${seal}.x`, '', 'null.null']) {
    expect((await centre.get('/sync/snapshot', bad)).status).toBe(401);
  }
  const before = centre.clock.now;
  centre.clock.now += 16 * 60_000;
  expect((await centre.get('/sync/snapshot', access)).status).toBe(401);
  centre.clock.now = before;
});

test('guessing a password is stopped per login, and the right one waits as well', async () => {
  const guess = (word: string) => centre.post('/session', { login: 'clerk-two', password: word, device: 'pc' });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) statuses.push((await guess(`${n}`)).status);
  expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
  expect(statuses.slice(10)).toEqual([429, 429]);
  const refused = await guess(password);
  expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  centre.clock.now += 60_000;
  expect((await guess(password)).status).toBe(200);
});

test('the demo password opens nothing on a server that is no demo, and there is no list of people', async () => {
  const passwordHash = await hashPassword(demoPassword);
  await saveAccounts(centre.pool, [{ org: 'one', employeeId: clerk, login: 'clerk-one', passwordHash }], 1);
  const response = await centre.post('/session', { login: 'clerk-one', password: demoPassword, device: 'pc' });
  expect(response.status).toBe(401);
  expect((await centre.get('/demo/accounts')).status).toBe(404);
});
