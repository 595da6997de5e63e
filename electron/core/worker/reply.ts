import { Refusal } from '#shared/domain/error.ts';
import type { Reply } from '#shared/ipc/bridge.ts';

/** The answer of a handler as it travels: a refusal with its code, a fault of the program as INTERNAL with a short text. */
export async function replyOf(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    return { ok: false, error: explain(error) };
  }
}

export function explain(error: unknown): { code: string; details: Record<string, unknown> } {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { code: 'DISK_FULL', details: {} };
  if (code === 'SQLITE_CORRUPT') return { code: 'DATABASE_CORRUPT', details: {} };
  if (code === 'SQLITE_BUSY') return { code: 'DATABASE_BUSY', details: {} };
  return { code: 'INTERNAL', details: { reason: error instanceof Error ? error.message : String(error) } };
}
