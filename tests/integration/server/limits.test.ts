import { expect, test } from 'vitest';
import { checkDatabase } from '#server/ops/check-database.ts';
import { startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

const note = (text: string) => ({
  name: 'document.update',
  args: { id: documentId(1), base: { note: null }, patch: { note: text } },
});

test('a device over its limit waits and loses nothing, also when it comes by another connection', async () => {
  const centre = await startCentre({ limits: { commandsPerDevice: { burst: 3, perSecond: 1 } } });
  const { access } = await centre.login('director-one');
  const first = new Workstation(centre.url, 'limited');
  await first.hello(access);
  await first.push([note('а'), note('б'), note('в')]);
  first.close();
  await first.closed;
  const again = new Workstation(centre.url, 'limited');
  const { lastN } = await again.hello(access);
  expect(lastN).toBe(3);
  await expect(again.push([note('г'), note('д')])).rejects.toThrow('LIMIT');
  expect(again.received.at(-1)).toMatchObject({ code: 'LIMIT', details: { what: 'device', retryAfterMs: 2_000 } });
  // Other devices of the person go on meanwhile.
  const other = new Workstation(centre.url, 'other');
  await other.hello(access);
  expect((await other.push([note('е')])).verdicts[0]?.status).toBe('accepted');
  centre.clock.now += 2_000;
  const late = new Workstation(centre.url, 'limited-2');
  await late.hello(access);
  expect((await late.push([note('г'), note('д')])).verdicts.map((one) => one.status)).toEqual(['accepted', 'accepted']);
  expect((await checkDatabase(centre.pool)).problems).toEqual([]);
  for (const desk of [again, other, late]) desk.close();
  await centre.close();
});

test('a person is limited over all devices, in bytes, and an organization over all people; others feel nothing', async () => {
  const centre = await startCentre({ limits: { bytesPerUser: { burst: 6_000, perSecond: 1_000 } } });
  const long = note('я'.repeat(1_500));
  const join = async (login: string, client: string): Promise<Workstation> => {
    const desk = new Workstation(centre.url, client);
    await desk.hello((await centre.login(login)).access);
    return desk;
  };
  const [pc, laptop, clerk] = [
    await join('director-one', 'pc'),
    await join('director-one', 'laptop'),
    await join('clerk-one', 'c'),
  ];
  await pc.push([long]);
  await expect(laptop.push([long])).rejects.toThrow('LIMIT');
  expect(laptop.received.at(-1)).toMatchObject({ details: { what: 'user', retryAfterMs: expect.any(Number) } });
  expect((await clerk.push([long])).verdicts[0]?.code).toBe('NOT_FOUND');
  for (const desk of [pc, laptop, clerk]) desk.close();
  await centre.close();
});
