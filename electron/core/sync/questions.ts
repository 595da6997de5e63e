import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { firstUndecided } from '#electron/core/store/outbox.ts';
import { hashOnTheWire } from '#electron/core/sync/short-answers.ts';
import type { WireCommand } from '#shared/sync/command-wire.ts';
import type { Hello, Pull, Push } from '#shared/sync/up.ts';
import { protocolVersion, schemaVersion } from '#shared/sync/version.ts';

/** Pushes of no more commands than this go without the versions of what they read. */
const few = 3;

/** Which history, which installation, and what it was shown last. */
function place(db: Readable): Pick<Hello, 'epoch' | 'client' | 'lease'> {
  const [epoch, lease] = [readMeta(db, 'epoch') ?? null, readMeta(db, 'lease') ?? null];
  return { epoch, client: readMeta(db, 'client') ?? '', lease };
}

export function helloOf(db: Readable, token: string, deviceName: string): Hello {
  const [org, device] = [readMeta(db, 'org') ?? null, readMeta(db, 'device') ?? ''];
  const versions = { proto: protocolVersion, schema: schemaVersion };
  return { t: 'hello', ...versions, org, token, device, deviceName, ...place(db) };
}

/** `cursor`: the answer may bring the page that follows it. */
export function pushOf(db: Readable, ref: number, waiting: readonly WireCommand[], cursor: number | null): Push {
  // Few commands read few rows: naming them for a prefetch costs more bytes than it spares the centre.
  const bare = waiting.length > few ? {} : { baseVersions: {} };
  const commands = waiting.map((one) => ({ ...one, argsHash: hashOnTheWire(one.argsHash), ...bare }));
  return { t: 'push', ref, commands, ...(cursor === null ? {} : { cursor }), ...place(db) };
}

/** Everything that the centre needs to know of where this workstation stands. */
export function pullOf(db: Readable, ref: number, after: string | null, limit: number): Pull {
  return {
    t: 'pull',
    ref,
    cursor: readMeta(db, 'cursor') ?? 0,
    chainHash: readMeta(db, 'chainHash') ?? null,
    membershipSeq: readMeta(db, 'membershipSeq') ?? 0,
    scopes: readMeta(db, 'scopes') ?? [],
    ackN: (firstUndecided(db) ?? (readMeta(db, 'issuedN') ?? 0) + 1) - 1,
    limit,
    after,
    ...place(db),
  };
}
