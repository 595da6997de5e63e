import { hash as digest } from 'node:crypto';
import { Accepting, type Sender } from '#server/sync/accept.ts';
import { type Person, personOf } from '#server/sync/people.ts';
import type { AuditEvent, Client, WriteTx } from '#server/sync/store-port.ts';
import type { TailEntry } from '#server/sync/tail-page.ts';
import { centreUser } from '#shared/commands/execute.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';
import { lessened, type Verdict, type WireCommand } from '#shared/sync/command-wire.ts';

export interface PushRequest {
  client: string;
  userId: string;
  device: string;
  deviceName: string;
  epoch: string | null;
  lease: string | null;
  commands: WireCommand[];
}

export type PushReply =
  | { ok: true; verdicts: Verdict[]; lastN: number; lease: string }
  | { ok: false; code: ErrorCode; details?: Record<string, unknown> };

/**
 * Consumes several pushes in one transaction of the lane. Effects, verdicts, lastN and the new lease commit together.
 * Returns the replies in order, every scope that somebody must be woken for, and what the tail keeps of it.
 */
export async function consume(
  tx: WriteTx,
  requests: readonly PushRequest[],
  now: number,
  newLease: () => string,
): Promise<{ replies: PushReply[]; scopes: Set<string>; entry: TailEntry }> {
  const head = await tx.head();
  const accepting = new Accepting(tx, head, now);
  const all = requests.flatMap((request) => request.commands);
  const users = requests.map((request) => request.userId);
  const ids = all.map((command) => command.id);
  // Asked for together, they cost one round trip: a batch of many workstations would else wait for each of them in turn.
  const [known, stored, persons] = await Promise.all([
    tx.known(ids),
    each(
      requests.map((request) => request.client),
      (client) => tx.client(client),
    ),
    each(users, (user) => personOf(tx, user)),
    accepting.prefetch(all, users),
  ]);
  const clients = new Map<string, Client>();
  const replies: PushReply[] = [];
  const events: AuditEvent[] = [];

  for (const request of requests) {
    const before = clients.get(request.client) ?? stored.get(request.client) ?? null;
    const refusal = refusePush(request, before, head.epoch);
    if (refusal) {
      replies.push(refusal);
      if (!refusal.ok && refusal.code === 'CLIENT_FORKED') events.push(eventOf(request, now, 'push.forked', {}));
      continue;
    }
    // A new client may begin anywhere: a workstation that had to take a new name goes on counting.
    const client: Client = before ?? { ...fresh, ...begin(request) };
    const sender: Sender = {
      client: client.id,
      person: persons.get(request.userId) as Person,
      deviceName: request.deviceName,
    };
    const verdicts = await consumeOne(tx, accepting, sender, client, request.commands, known, now);
    for (const { id, code } of verdicts)
      if (code === 'HASH_MISMATCH') events.push(eventOf(request, now, 'command.mismatch', { id }));
    const rotated = { ...client, device: request.device, deviceName: request.deviceName };
    // The lease that was shown stays good, so that any number of lost replies is harmless.
    rotated.previousLease = request.lease;
    rotated.lease = newLease();
    clients.set(client.id, rotated);
    replies.push({ ok: true, verdicts, lastN: rotated.lastN, lease: rotated.lease });
  }

  const rows = await accepting.rows();
  const batch = {
    rows,
    log: accepting.log,
    events,
    head: { ...head, ...accepting.head },
    clients: [...clients.values()].filter(isWorkstation),
  };
  if (clients.size > 0 || events.length > 0) await tx.write(batch);
  const scopes = new Set<string>();
  for (const row of rows) for (const scope of [...row.scopes, ...row.left]) scopes.add(scope);
  const lastN = new Map(batch.clients.map((client) => [client.id, client.lastN]));
  return { replies, scopes, entry: { epoch: head.epoch, from: head, to: accepting.head, rows, lastN } };
}

/** Asks for each of these names once, all at the same time. */
async function each<T>(names: readonly string[], ask: (name: string) => Promise<T>): Promise<Map<string, T>> {
  return new Map(await Promise.all([...new Set(names)].map(async (name) => [name, await ask(name)] as const)));
}

/** What an administrator should know of, whoever was right: a profile that was copied, an id with other contents. */
const eventOf = ({ userId, client, device }: PushRequest, at: number, event: string, more: object): AuditEvent => ({
  at,
  actor: userId,
  event,
  details: { client, device, ...more },
});

/** The centre's own commands come one by one from nowhere: there is no client to remember. */
const isWorkstation = ({ userId }: Client): boolean => userId !== centreUser;

const fresh = { device: '', deviceName: '', lease: '', previousLease: null };
const begin = ({ client, userId, commands }: PushRequest) => ({ id: client, userId, lastN: (commands[0]?.n ?? 1) - 1 });

function refusePush(request: PushRequest, client: Client | null, epoch: string): PushReply | null {
  if (request.epoch !== null && request.epoch !== epoch) return { ok: false, code: 'HISTORY_FORK' };
  if (client && client.userId !== request.userId) return { ok: false, code: 'CLIENT_FORKED' };
  if (!client) return null;
  // Null is the lease of somebody who has never had an answer: good until the first one has arrived.
  const current = request.lease === client.lease || request.lease === client.previousLease;
  return current ? null : { ok: false, code: 'CLIENT_FORKED' };
}

/** Commands of one client in order of n. A gap ends the push: the client sends again from lastN + 1. */
async function consumeOne(
  tx: WriteTx,
  accepting: Accepting,
  sender: Sender,
  client: Client,
  commands: readonly WireCommand[],
  known: Map<string, { verdict: Verdict; argsHash: string }>,
  now: number,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const command of commands) {
    const before = known.get(command.id);
    const hash = digest('sha256', canonicalJson([command.name, command.v, command.args]));
    if (command.n <= client.lastN) {
      verdicts.push({ ...(await said(tx, client, command, before, hash, now)), n: command.n, duplicate: true });
      continue;
    }
    if (command.n > client.lastN + 1) break;
    client.lastN = command.n;
    if (before && isSame(before.argsHash, hash, command.argsHash)) {
      verdicts.push({ ...before.verdict, n: command.n, duplicate: true });
    } else if (before || !agrees(hash, command.argsHash)) {
      verdicts.push({ ...refusedVerdict(command, now), code: before ? 'HASH_MISMATCH' : 'MALFORMED' });
    } else {
      const argsHash = command.argsHash.startsWith(lessened) ? command.argsHash : hash;
      const verdict = await accepting.decide(sender, { ...command, argsHash });
      known.set(command.id, { verdict, argsHash });
      verdicts.push(verdict);
    }
  }
  return verdicts;
}

/** What a workstation says of the hash: all of it, or since protocol 2 at least so much of its beginning. */
const enough = 16;
const agrees = (hash: string, said: string): boolean =>
  said.length >= enough && (said.startsWith(lessened) || hash.startsWith(said));

/**
 * Whether what is offered is the command that is known: by what has come, or, when values were taken out of it since, by the hash that
 * it had whole.
 */
function isSame(stored: string, hash: string, said: string): boolean {
  const known = stored.replace(lessened, '');
  const whole = said.slice(lessened.length);
  const isLess = said.startsWith(lessened) && whole.length >= enough;
  return hash.startsWith(known) || (isLess && (known.startsWith(whole) || whole.startsWith(known)));
}

/** What was said of a number that has been consumed; another id in it tells the client that it has a double. */
async function said(
  tx: WriteTx,
  client: Client,
  command: WireCommand,
  before: { verdict: Verdict; argsHash: string } | undefined,
  hash: string,
  now: number,
): Promise<Verdict> {
  if (before)
    return isSame(before.argsHash, hash, command.argsHash)
      ? before.verdict
      : { ...refusedVerdict(command, now), code: 'HASH_MISMATCH' };
  const logged = (await tx.verdictsAfter(client.id, command.n - 1, 1))[0];
  return logged?.n === command.n ? logged : refusedVerdict(command, now);
}

/** A command that could not be run at all is consumed all the same, so that nothing behind it waits. */
const refusedVerdict = (command: WireCommand, at: number): Verdict => ({
  n: command.n,
  id: command.id,
  status: 'rejected',
  seq: null,
  at,
  code: 'MALFORMED',
});
