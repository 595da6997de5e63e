import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from '#electron/core/profile/places.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { startCore } from '#electron/core/start.ts';
import { openReadable } from '#electron/core/store/open.ts';
import type { CommandReply } from '#shared/ipc/contract.ts';
import type { FromStation, StationSettings, ToStation } from '#tests/chaos/station-talk.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { actOnce } from '#tests/simulation/deeds.ts';
import type { Device } from '#tests/simulation/device.ts';

// A core in a process of its own with a person at it, to be killed at any moment. Started with the channel of its parent.
const given = JSON.parse(process.env['OPORA_CHAOS_STATION'] ?? '{}') as StationSettings;
const { bundle, key, person, ...rest } = given;
const settings: CoreSettings = { ...rest, key: Buffer.from(key, 'hex') };
const thread = (name: string): URL => pathToFileURL(join(bundle, `${name}.mjs`));
const tell = (message: FromStation): void => void process.send?.(message);

const core = await startCore(settings, { writer: thread('writer'), reader: thread('reader') });

interface Order {
  name: string;
  args: Record<string, unknown>;
}

/** What the person does next by what stands on the disk; they look with eyes of their own and close them again. */
function decideWhatToDo(chance: Chance): Order[] {
  const path = places(settings.profileDir).database(person);
  if (!existsSync(path)) return [];
  const orders: Order[] = [];
  const eyes = openReadable({ path, key: Buffer.from(key, 'hex') });
  const enter = (name: string, args: Record<string, unknown>): null => {
    orders.push({ name, args });
    return null;
  };
  try {
    const device = { db: eyes, person, wire: null, enter } as unknown as Device;
    actOnce(device, chance, chance.pick(manners));
  } finally {
    eyes.close();
  }
  return orders;
}

const manners = [
  { approvals: 4, tickets: 4 },
  { approvals: 4, tickets: 4 },
  { approvals: 70, tickets: 4 },
  { approvals: 4, tickets: 70 },
] as const;

/** A file with real bytes, most of them small, under a name of its own. */
function makeFile(chance: Chance): { handle: string; name: string } {
  const folder = join(settings.profileDir, '..', 'scans');
  mkdirSync(folder, { recursive: true });
  const size = chance.happens(10) ? chance.below(3_000_000) : chance.below(60_000);
  const piece = createHash('sha256').update(chance.bytes(16)).digest('hex');
  const text = `Приложение ${piece}\n`.repeat(1 + Math.floor(size / 80));
  const name = `скан-${piece.slice(0, 8)}.txt`;
  const handle = join(folder, name);
  writeFileSync(handle, text);
  return { handle, name };
}

async function perform({ name, args }: Order, chance: Chance): Promise<CommandReply | null> {
  const { documentId, purpose, basedOnId } = args;
  if (name === 'attachment.add')
    return ask('files.attach', { documentId, files: [makeFile(chance)], ...(purpose ? { purpose } : {}) });
  if (name === 'attachment.add-version')
    return ask('files.add-version', { documentId, basedOnId, file: makeFile(chance), note: null });
  return ask('command.run', { name, args: name === 'document.import' ? { ...args, file: null } : args });
}

async function ask<T>(channel: string, payload: unknown): Promise<T> {
  const reply = await core.call(channel, payload);
  if (!reply.ok) throw Object.assign(new Error(channel), { code: reply.error.code });
  return reply.value as T;
}

async function act(seed: number, times: number): Promise<void> {
  const chance = new Chance(seed);
  for (let n = 0; n < times; n += 1) {
    for (const order of decideWhatToDo(chance)) {
      try {
        const reply = await perform(order, chance);
        if (reply) tell({ t: 'saved', id: reply.id, n: reply.n, name: order.name });
      } catch (error) {
        tell({ t: 'refused', name: order.name, code: (error as { code?: string }).code ?? String(error) });
      }
    }
  }
}

process.on('message', (message: ToStation) => {
  if (message.t === 'call')
    void core.call(message.channel, message.payload).then((reply) => tell({ t: 'reply', id: message.id, reply }));
  else
    void act(message.seed, message.times).then(
      () => tell({ t: 'acted', id: message.id }),
      (error: unknown) => tell({ t: 'acted', id: message.id, trouble: String(error) }),
    );
});
// Whoever broke us on purpose has gone: nobody would ever end us.
process.on('disconnect', () => process.exit(0));
tell({ t: 'ready' });
