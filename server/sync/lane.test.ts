import { expect, test } from 'vitest';
import { Lanes } from '#server/sync/lane.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Wakes } from '#server/sync/wakes.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

test('a lane that has too much waiting asks to come back later, and takes everything that it had taken on', async () => {
  const store = createMemoryStore();
  await store.createOrganization('org', 'epoch');
  let open = (): void => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow: ServerStore = {
    ...store,
    write: async (org, work) => {
      await closed;
      return store.write(org, work);
    },
  };
  const lanes = new Lanes({
    store: slow,
    wakes: new Wakes(),
    now: () => 5,
    random: (length) => new Uint8Array(length),
  });
  const command = { name: 'document.burn', v: 1, args: {}, argsHash: 'h', baseVersions: {}, occurredAt: 5 };
  const push = (client: string) => {
    const commands = Array.from({ length: 2_000 }, (_, n) => ({ ...command, id: `${client}-${n}`, n: n + 1 }));
    const place = { device: 'd', deviceName: 'd', epoch: null, lease: null, userId: 'somebody' };
    return lanes.push('org', { ...place, client, commands });
  };
  const taken = Array.from({ length: 12 }, (_, n) => push(`client-${n}`));
  expect(await push('late')).toEqual({ ok: false, code: 'LIMIT', details: { retryAfterMs: 2_000 } });
  open();
  for (const reply of await Promise.all(taken)) expect(reply).toMatchObject({ ok: true, lastN: 2_000 });
  expect(await push('later')).toMatchObject({ ok: true });
});
