import type { CoreEvent, Reply } from '#shared/ipc/bridge.ts';

/** What the main thread says to a worker. */
export type ToWorker =
  | { t: 'call'; id: number; channel: string; payload: unknown }
  /** For the reader: which database is open now, and whose it is. */
  | { t: 'opened'; path: string | null; userId: string | null }
  | { t: 'changed'; changes: { entity: string; ids?: string[] }[] }
  | { t: 'sending'; range: { from: number; to: number } | null }
  | { t: 'close' };

/** What a worker says to the main thread. */
export type FromWorker =
  | { t: 'ready' }
  | { t: 'failed'; code: string; details: Record<string, unknown> }
  | { t: 'reply'; id: number; reply: Reply }
  | { t: 'event'; event: CoreEvent }
  | { t: 'opened'; path: string | null; userId: string | null }
  | { t: 'sending'; range: { from: number; to: number } | null }
  | { t: 'closed' };
