import { hashValue } from '#shared/lib/canonical.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';

/**
 * A workstation of protocol 1, as the centre sees it: today's client behind a translator. It shows whole hashes, takes no page with a
 * verdict, and always says in full where it stands. Returns what travels up, or what the workstation hears at once.
 */
export function asOldUp(message: Up): { up: Up } | { down: Down } {
  if (message.t === 'hello') return { up: { ...message, proto: 1 } };
  if (message.t === 'next') return { down: { t: 'again', ref: message.ref } };
  if (message.t === 'check') return { down: { t: 'checked', ref: message.ref, differ: null } };
  if (message.t !== 'push') return { up: message };
  const { cursor: _cursor, ...push } = message;
  const commands = push.commands.map((one) => ({ ...one, argsHash: hashValue([one.name, one.v, one.args]) }));
  return { up: { ...push, commands } };
}

export function fromOldDown(message: Down): Down {
  if (message.t !== 'pushed') return message;
  const { ref, lease, lastN, verdicts } = message;
  return { t: 'taken', ref, lease, lastN, at: 0, words: verdicts };
}
