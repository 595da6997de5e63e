import { randomBytes } from 'node:crypto';
import type { Core, CoreEvent, Reply } from '#shared/ipc/bridge.ts';
import type { SessionState } from '#shared/ipc/contract.ts';
import { recoveryChannels, type TroubleCode, troubleCodes } from '#shared/ipc/recovery-channels.ts';

/** The keys of one profile as its host keeps them. */
export interface ProfileKeys {
  readonly home: 'system' | 'passphrase' | 'file';
  /** The raw key; rejects with `{ code: 'DATABASE_KEY', reason }`. A new one is made only for a profile that has no data. */
  read(): Promise<Uint8Array>;
  /** From now on this is the key; a former file of it stays under another name. */
  keep(key: Uint8Array, passphrase?: string): Promise<void>;
  /** What the person typed in the window; absent where keys are not made of passphrases. */
  take?(passphrase: string): void;
}

export interface KeptParts {
  keys: ProfileKeys;
  /** Whether a key is this profile's; undefined when nothing tells. */
  fits(key: Uint8Array): boolean | undefined;
  /** The profile key that the groups of a recovery key open. */
  unseal(groups: readonly string[]): { ok: true; key: Uint8Array } | { ok: false; wrong: readonly number[] };
  /** With a reason, the key is not the profile's and opens nothing. */
  start(key: Uint8Array, keyTrouble?: string): Promise<Core>;
  isErrorCode(code: string): boolean;
  report(error: unknown): void;
}

type Outcome =
  | { core: Core; keyTrouble: string | undefined }
  | { refused: { code: string; details?: Record<string, unknown> } };

/**
 * The core as windows see it, whatever happens to it: calls wait while it starts; without a key it comes up in trouble; when it cannot come up
 * at all, the window still learns why and can try again. What needs the key or another start is answered here.
 */
export function keptCore(parts: KeptParts): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const tell = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  /** A key that the host could not keep: it opens the profile until the program ends. */
  let held: Uint8Array | undefined;

  async function begin(): Promise<Outcome> {
    try {
      const { key, reason } = await keyOrReason();
      const core = await parts.start(key, reason);
      core.on(tell);
      return { core, keyTrouble: reason };
    } catch (error) {
      parts.report(error);
      return { refused: refusalOf(error, parts.isErrorCode) };
    }
  }

  async function keyOrReason(): Promise<{ key: Uint8Array; reason: string | undefined }> {
    try {
      const key = held ?? (await parts.keys.read());
      if (parts.fits(key) !== false) return { key, reason: undefined };
      return { key: nothing(), reason: 'FOREIGN' };
    } catch (error) {
      parts.report(error);
      const { reason } = error as { reason?: unknown };
      return { key: nothing(), reason: typeof reason === 'string' ? reason : 'UNREADABLE' };
    }
  }

  let settled = begin();
  const again = async (): Promise<Outcome> => {
    const former = settled;
    settled = former.then(async (outcome) => {
      if ('core' in outcome) await outcome.core.close();
      return begin();
    });
    const outcome = await settled;
    tell({ type: 'session' });
    return outcome;
  };

  const own: Record<string, (payload: never) => Promise<Reply>> = {
    async 'recovery.use-key'({ groups, passphrase }: { groups: string[]; passphrase?: string }) {
      const unsealed = parts.unseal(groups);
      if (!unsealed.ok) return { ok: true, value: unsealed };
      await parts.keys.keep(unsealed.key, passphrase).catch((error: unknown) => {
        parts.report(error);
        held = unsealed.key;
      });
      await again();
      return { ok: true, value: { ok: true } };
    },
    async 'recovery.use-passphrase'({ passphrase }: { passphrase: string }) {
      parts.keys.take?.(passphrase);
      const outcome = await again();
      const open = 'core' in outcome && outcome.keyTrouble === undefined;
      return { ok: true, value: open ? { ok: true } : { ok: false, wrong: [] } };
    },
    async 'recovery.anew'(payload: { passphrase?: string }) {
      const outcome = await settled;
      if (!('core' in outcome)) return { ok: false, error: outcome.refused };
      const reply = await outcome.core.call('recovery.anew', payload);
      if (!reply.ok) return reply;
      if (payload.passphrase) parts.keys.take?.(payload.passphrase);
      await again();
      return reply;
    },
    async 'recovery.retry'(payload: unknown) {
      const outcome = await settled;
      if ('core' in outcome && outcome.keyTrouble === undefined) return outcome.core.call('recovery.retry', payload);
      const next = await again();
      return { ok: true, value: { open: 'core' in next && next.keyTrouble === undefined } };
    },
  };

  return {
    async call(channel, payload): Promise<Reply> {
      if (Object.hasOwn(own, channel)) {
        const parsed = recoveryChannels[channel as keyof typeof recoveryChannels].safeParse(payload);
        if (!parsed.success) return { ok: false, error: { code: 'BAD_INPUT', details: { channel } } };
        return (own[channel] as (payload: unknown) => Promise<Reply>)(parsed.data);
      }
      const outcome = await settled;
      if ('core' in outcome) return outcome.core.call(channel, payload);
      if (channel === 'session.state') return { ok: true, value: troubled(outcome.refused) };
      if (channel === 'settings.read') return { ok: true, value: {} };
      return { ok: false, error: outcome.refused };
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      const outcome = await settled;
      if ('core' in outcome) await outcome.core.close();
    },
  };
}

/** Random bytes in the place of a key: they open nothing, and nothing is made with them. */
const nothing = (): Uint8Array => new Uint8Array(randomBytes(32));

/** What the window is told when there is no core to ask. */
function troubled({ code, details = {} }: { code: string; details?: Record<string, unknown> }): SessionState {
  const known: TroubleCode = troubleCodes.find((one) => one === code) ?? 'INTERNAL';
  const trouble = { code: known, details, person: null };
  return { stage: 'trouble', user: null, known: [], download: null, trouble, keyDue: false };
}

function refusalOf(
  error: unknown,
  isErrorCode: (code: string) => boolean,
): { code: string; details?: Record<string, unknown> } {
  const { code, details, reason } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  // A code of the system or of SQLite, and what a fault says of itself, is for the log: a window knows the words of our own table only.
  if (typeof code !== 'string' || code === 'INTERNAL' || !isErrorCode(code)) return { code: 'INTERNAL' };
  const parameters = typeof details === 'object' && details !== null ? details : reason === undefined ? {} : { reason };
  return { code, details: parameters as Record<string, unknown> };
}
