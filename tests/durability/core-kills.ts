import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { hostConfig } from '#build/vite.host.ts';
import { places } from '#electron/core/profile/places.ts';
import { rememberPerson, writeWorkstation } from '#electron/core/profile/workstation.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import type { Reply } from '#shared/ipc/bridge.ts';
import { checkProfile, isClean } from '#tests/durability/check-profile.ts';
import type { Kills } from '#tests/durability/kills.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { clerk, company } from '#tests/fixtures/kernel/rows.ts';
import { fixtureKey as key } from '#tests/migrations/write-fixture.ts';
import { Chance } from '#tests/simulation/chance.ts';

/** The program as it is delivered, bundled into a folder beside its modules. */
export async function bundleCore(folder: string): Promise<string> {
  const bundle = join(folder, 'host');
  await build(hostConfig(bundle));
  return bundle;
}

/** Kills whole cores, threads and all, while a person saves one thing after the other; what the core called saved must be there. */
export async function killCores(bundle: string, folder: string, count: number, seed: number): Promise<Kills> {
  const result: Kills = { kills: 0, late: 0, saved: 0, failures: [] };
  const chance = new Chance(seed);
  const profileDir = mkdtempSync(join(folder, 'core-'));
  const path = profileOf(profileDir);
  const told: string[] = [];
  for (; result.kills < count; result.kills += 1) {
    await live(bundle, profileDir, chance.below(200), told);
    const verdict = checkProfile(path, key, told, true);
    if (!isClean(verdict)) result.failures.push({ seed: result.kills, verdict });
  }
  result.saved = told.length;
  rmSync(profileDir, { recursive: true, force: true });
  return result;
}

/** A workstation at which somebody works who needs no centre. */
function profileOf(profileDir: string): string {
  const path = places(profileDir).database(clerk);
  mkdirSync(dirname(path), { recursive: true });
  const db = openWritable({ path, key });
  createTables(db, { indexes: true });
  introduce(db, { org: 'org', userId: clerk, device: 'device', deviceName: 'МСК-01' });
  for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
  db.close();
  const person = { userId: clerk, login: 'clerk', fullName: 'Иванова Анна Петровна', org: 'org' };
  const facts = rememberPerson({ device: 'device', people: [], open: null }, person, 'word');
  writeWorkstation(profileDir, { ...facts, open: { userId: clerk, locked: false } });
  return path;
}

async function live(bundle: string, profileDir: string, after: number, told: string[]): Promise<void> {
  const settings = { profileDir, bundle, key: key.toString('hex'), serverUrl: null };
  const child: ChildProcess = fork(join(import.meta.dirname, '../integration/workstations/core-process.ts'), {
    env: {
      ...process.env,
      OPORA_TEST_CORE: JSON.stringify({ ...settings, deviceName: 'МСК-01', demo: false, version: 'test' }),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let n = 0;
  const save = (): void => {
    n += 1;
    const payload = { name: 'document.create', args: documentForm({ note: 'Согласен. '.repeat(n % 50) }) };
    if (child.connected) child.send({ id: n, channel: 'command.run', payload }, () => undefined);
  };
  let refused: string | null = null;
  child.on('message', (message: { t: string; reply: Reply }) => {
    if (message.t === 'ready') {
      setTimeout(() => child.kill('SIGKILL'), after);
    } else if (message.reply.ok) {
      told.push(`saved ${(message.reply.value as { id: string }).id}`);
    } else {
      refused = message.reply.error.code;
      child.kill('SIGKILL');
    }
    save();
  });
  await new Promise<void>((resolve) => child.on('exit', () => resolve()));
  if (refused !== null) throw new Error(`a save was refused: ${refused}`);
}
