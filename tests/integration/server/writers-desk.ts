import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { News } from '#server/store/news.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { Lanes } from '#server/sync/lane.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Wakes } from '#server/sync/wakes.ts';

/** Part of one server process that serves writers and readers. */
export interface Desk {
  store: ServerStore;
  lanes: Lanes;
  wakes: Wakes;
  pool: Pool;
}

/** Opens what a server process has, without its routes; `onTransaction` is told of every commit that moved a head. */
export function openDesk(url: string, onTransaction: () => void): { desk: Desk; close(): Promise<void> } {
  const pool = createPool(url, { max: 8 });
  const wakes = new Wakes();
  const news = new News({
    pool,
    listen: true,
    pollEvery: 2_000,
    organizations: () => wakes.organizations(),
    scopesOf: (org) => wakes.scopesOf(org),
    heard: (org, scopes, seq) => wakes.wakeFromElsewhere(org, scopes, seq),
  });
  wakes.onListening((org, seen) => news.watch(org, seen));
  wakes.onOwn((org, scopes, seq) => news.announce(org, scopes, seq));
  const store = createPostgresStore(pool, (org, from, to) => {
    onTransaction();
    news.committed(org, from, to);
  });
  const lanes = new Lanes({ store, wakes, now: Date.now, random: (bytes) => randomBytes(bytes) });
  news.start();
  return { desk: { store, lanes, wakes, pool }, close: () => news.stop().then(() => pool.end()) };
}
