import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostConfig } from '#build/vite.host.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { branchScope } from '#shared/domain/entity.ts';
import type { Reply } from '#shared/ipc/bridge.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { moscow, password } from '#tests/integration/server/company.ts';
import { letter } from '#tests/integration/workstations/forms.ts';

/** A long proof asks for more: OPORA_KILLS=200. */
const kills = Number(process.env['OPORA_KILLS'] ?? 20);
const running = new Set<ChildProcess>();

/** The program in a process of its own, to be killed without a word of warning. */
function startProgram(settings: Record<string, unknown>) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'core-process.ts'), {
    env: { ...process.env, OPORA_TEST_CORE: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  const waiting = new Map<number, (reply: Reply) => void>();
  let next = 0;
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: { t: string; id: number; reply: Reply }) => {
      if (message.t === 'ready') resolve();
      else waiting.get(message.id)?.(message.reply);
    });
  });
  const ask = async <T>(channel: string, payload: unknown = {}): Promise<T> => {
    await Promise.race([ready, gone]);
    next += 1;
    const id = next;
    const answer = new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, channel, payload });
    });
    const reply = await Promise.race([answer, gone]);
    if (!reply) throw new Error(`${channel}: the program has ended by itself`);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`);
    return reply.value as T;
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    running.delete(child);
  };
  return { ask, kill };
}

describe('kill -9 right after "saved"', () => {
  let centre: Centre;
  let profileDir: string;
  let bundleDir: string;
  const bundle = () => join(bundleDir, 'host');
  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    profileDir = await mkdtemp(join(tmpdir(), 'opora-kill-'));
    // As it is delivered: dozens of starts from a thousand source files would take minutes on a busy machine.
    bundleDir = await mkdtemp(join(tmpdir(), 'opora-kill-bundle-'));
    await symlink(join(import.meta.dirname, '../../../node_modules'), join(bundleDir, 'node_modules'));
    await build(hostConfig(bundle()));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await centre.close();
    for (const folder of [profileDir, bundleDir]) await rm(folder, { recursive: true, force: true });
  });

  it(`loses nothing and doubles nothing, ${kills} times`, { timeout: 480_000 }, async () => {
    const key = randomBytes(32).toString('hex');
    const settings = {
      profileDir,
      bundle: bundle(),
      key,
      serverUrl: centre.url,
      deviceName: 'МСК-01',
      demo: true,
      version: 'test',
    };
    const saved: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const program = startProgram(settings);
      if (round === 0) await program.ask('session.login', { login: 'director-one', password });
      // Offline, online, and in the middle of the first exchange after a start: the kill comes wherever it comes.
      if (round % 3 === 0) await program.ask('sync.cut', { cut: true });
      for (let n = 0; n <= round % 4; n += 1) {
        const args = letter({ subject: `Письмо ${round}-${n}` });
        const made = await program.ask<{ result: { id: string } }>('command.run', { name: 'document.create', args });
        saved.push(made.result.id);
        if (round % 3 === 2 && n === 0)
          await program.ask('sync.cut', { cut: true }).then(() => program.ask('sync.cut', { cut: false }));
      }
      await program.kill();
    }

    const program = startProgram(settings);
    await expect
      .poll(async () => (await program.ask<{ waiting: number }>('sync.status')).waiting, { timeout: 60_000 })
      .toBe(0);
    for (const id of saved) {
      const card = await program.ask<QueryResult<'document.card'>>('query.run', {
        name: 'document.card',
        args: { id },
      });
      expect(card?.receipt.state, id).toBe('ok');
    }
    await program.kill();
    const store = createPostgresStore(centre.pool);
    const rows = await store.read('one', (tx) => tx.backfill([branchScope(moscow)], null, 100_000));
    const letters = rows.filter(
      (one) =>
        one.e === 'document' && String(one.row?.['subject']).startsWith('Письмо ') && one.row?.['number'] === 'ВХ-1',
    );
    expect(letters.map((one) => one.id).sort()).toEqual([...saved].sort());
  });
});
