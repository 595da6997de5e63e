import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { hostConfig } from '#build/vite.host.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId, password } from '#tests/integration/server/company.ts';
import { cuttingProxy } from '#tests/integration/workstations/cutting-proxy.ts';

/** What was done and what came of it. */
export interface Killed {
  files: number;
  bytes: number;
  killsUp: number;
  killsDown: number;
  centreRestarts: number;
  /** Transfers that went on past the first byte after a kill. */
  goneOn: { up: number; down: number };
  wrong: number;
}

const paper = documentId(2);

/** A program in a process of its own, to be killed without a word of warning. */
function startProgram(settings: Record<string, unknown>) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'core-process.ts'), {
    env: { ...process.env, OPORA_TEST_CORE: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (reply: { ok: boolean; value?: unknown; error?: { code: string } }) => void>();
  let next = 0;
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: { t: string; id: number; reply: never }) => {
      if (message.t === 'ready') resolve();
      else waiting.get(message.id)?.(message.reply);
    });
  });
  return {
    async ask<T>(channel: string, payload: unknown = {}): Promise<T> {
      await ready;
      next += 1;
      const id = next;
      const reply = await new Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, channel, payload });
      });
      if (!reply.ok) throw new Error(`${channel}: ${reply.error?.code}`);
      return reply.value as T;
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/**
 * Sends files from one workstation and fetches them at another, both programs killed whenever so many bytes have passed, the centre
 * restarted in between; goes on until the time (milliseconds) is over. Every file has to arrive with its hash.
 */
export async function killAtAnyByte(time: number, chance: () => number): Promise<Killed> {
  const killed: Killed = {
    files: 0,
    bytes: 0,
    killsUp: 0,
    killsDown: 0,
    centreRestarts: 0,
    goneOn: { up: 0, down: 0 },
    wrong: 0,
  };
  const centre: Centre = await startCentre({ now: Date.now, demo: true });
  const cable = await cuttingProxy(centre.url);
  const folder = await mkdtemp(join(tmpdir(), 'opora-files-killed-'));
  const bundle = join(folder, 'bundle');
  await symlink(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'));
  await build({ ...hostConfig(bundle), logLevel: 'silent' });
  const settingsOf = (name: string) => ({
    ...{ profileDir: join(folder, name), bundle, key: randomBytes(32).toString('hex'), serverUrl: cable.url },
    ...{ deviceName: name, demo: true, version: 'test' },
  });
  const places = { sender: settingsOf('sender'), reader: settingsOf('reader') };
  let wire = 0;
  cable.passed = (bytes) => {
    wire += bytes;
  };

  const fileAt = async (program: ReturnType<typeof startProgram>, sha256: string) => {
    const card = await program.ask<{ attachments: AttachmentInfo[] }>('query.run', {
      name: 'document.card',
      args: { id: paper },
    });
    return card?.attachments.find((one) => one.sha256 === sha256);
  };
  const until = async (condition: () => Promise<boolean>, limit = 120_000): Promise<void> => {
    const end = Date.now() + limit;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error('it did not come true in time');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  /** Runs the program, kills it after so many bytes on the wire, starts it again, as often as there are points. */
  const withKills = async (
    settings: Record<string, unknown>,
    points: readonly number[],
    begin: (program: ReturnType<typeof startProgram>) => Promise<unknown>,
    isDone: (program: ReturnType<typeof startProgram>) => Promise<boolean>,
  ): Promise<number> => {
    let program = startProgram(settings);
    let kills = 0;
    await begin(program);
    for (const point of points) {
      const from = wire;
      let done = false;
      await until(async () => {
        done = await isDone(program);
        return done || wire - from >= point;
      });
      if (done) break;
      await program.kill();
      kills += 1;
      if (chance() < 0.3) {
        await centre.restart();
        cable.turnTo(centre.url);
        killed.centreRestarts += 1;
      }
      program = startProgram(settings);
    }
    await until(() => isDone(program));
    await program.kill();
    return kills;
  };

  try {
    for (const settings of Object.values(places)) {
      const program = startProgram(settings);
      await program.ask('session.login', { login: 'director-one', password });
      await program.kill();
    }
    const end = Date.now() + time;
    while (Date.now() < end) {
      const size = Math.floor(chance() ** 2 * 12_000_000) + 1;
      const bytes = randomBytes(size);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const given = join(folder, 'given');
      await writeFile(given, bytes);
      const points = () =>
        Array.from({ length: 1 + Math.floor(chance() * 3) }, () => Math.floor(chance() * size * 0.7));
      const files = [{ handle: given, name: 'скан.pdf' }];
      killed.killsUp += await withKills(
        places.sender,
        points(),
        (program) => program.ask('files.attach', { documentId: paper, files }),
        async (program) => (await fileAt(program, sha256))?.verifiedAt != null,
      );
      const fetching = async (program: ReturnType<typeof startProgram>) => {
        await until(async () => (await fileAt(program, sha256))?.verifiedAt != null);
        await program.ask('files.fetch', { attachmentId: (await fileAt(program, sha256))?.id });
      };
      killed.killsDown += await withKills(
        places.reader,
        points(),
        fetching,
        async (program) => (await fileAt(program, sha256))?.place === 'here',
      );
      const arrived = await readFile(join(places.reader.profileDir, 'files', sha256.slice(0, 2), sha256));
      if (!arrived.equals(bytes)) killed.wrong += 1;
      killed.files += 1;
      killed.bytes += size;
    }
    killed.goneOn = cable.goneOn;
    return killed;
  } finally {
    await cable.close();
    await centre.close();
    await rm(folder, { recursive: true, force: true });
  }
}
