import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(() => centre?.close());

const note = (document: number, text: string) => ({
  name: 'document.update',
  args: { id: documentId(document), base: { note: null }, patch: { note: text } },
});

async function join(login: string, client: string): Promise<{ desk: Workstation; head: number }> {
  const { access } = await centre.login(login);
  const desk = new Workstation(centre.url, client);
  const { head } = await desk.hello(access);
  return { desk, head };
}

test('a change of one workstation wakes another and reaches it, and a third that may not see it hears nothing', async () => {
  const [moscow, boss, kazan] = await Promise.all([
    join('director-one', 'wake-a'),
    join('director-one', 'wake-b'),
    join('clerk-one', 'wake-c'),
  ]);
  const woken = boss.desk.next('wake');
  const { verdicts } = await moscow.desk.push([note(1, 'Срочно')]);
  expect(verdicts).toMatchObject([{ status: 'accepted', n: 1 }]);
  expect((await woken).seq).toBe(verdicts[0]?.seq);
  const { changes } = await boss.desk.pull({ cursor: boss.head, scopes: await scopesOf(boss.desk) });
  expect(changes.find((change) => change.e === 'document')?.row).toMatchObject({ id: documentId(1), note: 'Срочно' });
  await kazan.desk.ask({ t: 'ping', ref: 1 }, 'pong');
  expect(kazan.desk.received.some((message) => message.t === 'wake')).toBe(false);
  for (const { desk } of [moscow, boss, kazan]) desk.close();
});

/** All scopes of the person, as the first pull of an empty workstation names them. */
async function scopesOf(desk: Workstation): Promise<string[]> {
  return (await desk.pull({ limit: 1 })).scopeAdds;
}

test('a push that comes twice has one effect and the same verdicts', async () => {
  const { desk } = await join('director-one', 'twice');
  const first = await desk.push([note(3, 'один раз')]);
  const again = new Workstation(centre.url, 'twice-again');
  await again.hello((await centre.login('director-one')).access);
  const second = await again.push([{ ...note(3, 'один раз'), id: first.verdicts[0]?.id as string }]);
  expect(second.verdicts[0]).toMatchObject({ status: 'accepted', seq: first.verdicts[0]?.seq, duplicate: true });
  for (const one of [desk, again]) one.close();
});

test('what a person does not see cannot be changed, nor told apart from what does not exist', async () => {
  const { desk } = await join('clerk-one', 'foreign');
  const { verdicts } = await desk.push([note(1, 'чужое'), note(77, 'нет такого'), note(2, 'своё')]);
  expect(verdicts.map((verdict) => [verdict.status, verdict.code])).toEqual([
    ['rejected', 'NOT_FOUND'],
    ['rejected', 'NOT_FOUND'],
    ['accepted', undefined],
  ]);
  desk.close();
});

test('a stranger, a wrong company and rubbish are refused with a code and closed', async () => {
  const stranger = new Workstation(centre.url, 'stranger');
  await expect(stranger.hello('no token')).rejects.toThrow('UNAUTHENTICATED');
  expect(await stranger.closed).toEqual({ code: 4_001, reason: 'UNAUTHENTICATED' });
  const { access } = await centre.login('director-one');
  const lost = new Workstation(centre.url, 'lost');
  await expect(lost.hello(access, 'two')).rejects.toThrow('WRONG_ORGANIZATION');
  expect((await lost.closed).code).toBe(4_001);
  for (const rubbish of ['{', '[]', '{"t":"push"}', '{"t":"drop table"}', '\u0000']) {
    const noisy = new Workstation(centre.url, 'noisy');
    await once(noisy.socket, 'open');
    noisy.socket.send(rubbish);
    expect(await noisy.closed).toEqual({ code: 1007, reason: 'MALFORMED' });
  }
});

test('a web page cannot open a socket, and nothing else is upgraded', async () => {
  const base = centre.url.replace('http', 'ws');
  for (const [path, headers] of [
    ['/sync', { origin: 'https://evil.example' }],
    ['/other', {}],
  ] as const) {
    const socket = new WebSocket(base + path, { headers });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('404');
  }
});

test('a small edit travels in few bytes once the connection is warm', async () => {
  const { desk } = await join('director-one', 'bytes');
  await desk.push([note(5, 'первая')]);
  const sent = (): number => (desk.socket as unknown as { _socket: { bytesWritten: number } })._socket.bytesWritten;
  const got = (): number => (desk.socket as unknown as { _socket: { bytesRead: number } })._socket.bytesRead;
  const before = [sent(), got()] as const;
  await desk.push([note(5, 'вторая правка того же документа')]);
  expect(sent() - before[0]).toBeLessThan(300);
  expect(got() - before[1]).toBeLessThan(300);
  desk.close();
});

test('commands above the rate are refused with the time to wait, and nothing of them happens', async () => {
  const limited = await startCentre({ limits: { commandsPerOrganization: { burst: 2, perSecond: 0.5 } } });
  const desk = new Workstation(limited.url, 'limited');
  await desk.hello((await limited.login('director-one')).access);
  await desk.push([note(1, 'а'), note(3, 'б')]);
  await expect(desk.push([note(5, 'в')])).rejects.toThrow('LIMIT');
  const refused = desk.received.at(-1);
  expect(refused).toMatchObject({ t: 'refused', code: 'LIMIT', details: { retryAfterMs: 2_000 } });
  desk.close();
  await limited.close();
});

test('a stop finishes what the lane holds, tells the workstations, and a restart goes on from there', async () => {
  const { desk } = await join('director-one', 'restart');
  const pushed = desk.push([note(1, 'перед остановкой')]);
  const stopped = centre.restart();
  expect((await desk.closed).code).toBe(1012);
  await stopped;
  const answered = await Promise.race([pushed, Promise.resolve(null)]);
  const again = await join('director-one', 'restart-2');
  expect(again.head).toBeGreaterThan(0);
  const id = answered?.verdicts[0]?.id;
  const [verdict] = (await again.desk.push([{ ...note(1, 'перед остановкой'), ...(id ? { id } : {}) }])).verdicts;
  expect(verdict?.status).toBe('accepted');
  if (answered) expect(verdict).toMatchObject({ duplicate: true, seq: answered.verdicts[0]?.seq });
  again.desk.close();
});

test('people of two companies with the same ids see and change only their own', async () => {
  const [one, two] = await Promise.all([join('director-one', 'org'), join('director-two', 'org')]);
  await one.desk.push([note(1, 'только первая')]);
  const scopes = await scopesOf(two.desk);
  const { changes, lastN } = await two.desk.pull({ cursor: 0, scopes });
  expect(lastN).toBe(0);
  const document = changes.find((change) => change.id === documentId(1));
  expect(document?.row).toMatchObject({ note: null, authorId: director });
  expect(changes.some((change) => change.id === clerk)).toBe(true);
  for (const { desk } of [one, two]) desk.close();
});
