import type { SyncStatus } from '#shared/ipc/contract.ts';

/** Told in words of the bar itself, each with how much it asks: it passes by itself, it needs care, the exchange stands still. */
const told = {
  SCOPE_DIVERGED: 'ink',
  LIMIT: 'amber',
  DISK_FULL: 'amber',
  HISTORY_FORK: 'ink',
  CLIENT_FORKED: 'ink',
  WRONG_PROTOCOL: 'red',
  /** The other way round: the program is newer than the centre. */
  CENTRE_OLDER: 'red',
  WRONG_ORGANIZATION: 'red',
  BLOCKED: 'red',
} as const;
export type ToldProblem = keyof typeof told;

/** No more than a passing state of the link, or said by the link itself. */
const settled = new Set(['UNAUTHENTICATED', 'OFFLINE', 'SERVER_UNREACHABLE', 'GAP']);

export interface LinkProblem {
  tone: 'ink' | 'amber' | 'red';
  /** The problem has words of its own; null: those of the table of refusals. */
  own: ToldProblem | null;
  code: string;
}

/** What the bar has to say of a problem of the exchange; null when the state of the link says it all. */
export function problemOf(problem: SyncStatus['problem']): LinkProblem | null {
  if (!problem || settled.has(problem.code)) return null;
  const { code, details } = problem;
  if (code === 'WRONG_PROTOCOL' && Number(details?.['workstation']) > Number(details?.['centre']))
    return { tone: 'red', own: 'CENTRE_OLDER', code };
  if (!Object.hasOwn(told, code)) return { tone: 'red', own: null, code };
  const own = code as ToldProblem;
  return { tone: told[own], own, code };
}
