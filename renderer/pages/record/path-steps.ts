import type { Receipt } from '#shared/queries/receipt.ts';
import type { PathStep } from '#shared/queries/record.ts';

/** A station of a record on its way to the centre; the windows word it. */
export interface Station {
  key:
    | 'saved'
    | 'elsewhere'
    | 'waits'
    | 'queued'
    | 'sending'
    | 'doubt'
    | 'accepted'
    | 'rejected'
    | 'conflict'
    | 'files';
  state: 'done' | 'now' | 'ahead' | 'refused';
  at: number | null;
  /** Code of the refusal. */
  code?: string;
}

/**
 * Where a record stands: сохранено → ждёт связи → принято центром → файлы сверены.
 * `away`: there is no link now. Without steps the record was entered at another workstation, lately
 * at the instant `elsewhereAt`. Without files nothing is left to compare.
 */
export function stationsOf(
  receipt: Receipt,
  steps: readonly PathStep[],
  away: boolean,
  hasFiles = true,
  elsewhereAt: number | null = null,
): Station[] {
  const last = steps.at(-1);
  const first: Station = last
    ? { key: 'saved', state: 'done', at: last.enteredAt }
    : { key: 'elsewhere', state: 'done', at: elsewhereAt };
  const accepted = receipt.state === 'ok' || receipt.state === 'full';
  const stations = [first];
  if (receipt.state === 'out') stations.push({ key: away ? 'waits' : 'queued', state: 'now', at: null });
  if (receipt.state === 'send') stations.push({ key: receipt.inDoubt ? 'doubt' : 'sending', state: 'now', at: null });
  if (receipt.state === 'rej') {
    const code = receipt.code ?? last?.code;
    stations.push({ key: 'rejected', state: 'refused', at: last?.decidedAt ?? null, ...(code ? { code } : {}) });
    return stations;
  }
  if (receipt.state === 'conf') {
    stations.push({ key: 'accepted', state: 'done', at: receipt.at }, { key: 'conflict', state: 'now', at: null });
    return stations;
  }
  // A message or a file changes no version of the record: the receipt of the last change is the later of the two.
  const at = accepted && receipt.at !== null ? Math.max(receipt.at, last?.decidedAt ?? 0) : null;
  stations.push({ key: 'accepted', state: accepted ? 'done' : 'ahead', at });
  if (hasFiles) stations.push({ key: 'files', state: receipt.state === 'full' ? 'done' : 'ahead', at: null });
  return stations;
}
