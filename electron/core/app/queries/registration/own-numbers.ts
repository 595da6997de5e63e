import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/**
 * Numbers of a journal that this workstation may give by itself, lowest first. One that stands in a change on its way to the centre is not
 * among them, even while that change has no effect here.
 */
export function ownNumbers(db: Readable, journalId: string, period: string): { blockId: string; seq: number }[] {
  const client = readMeta(db, 'client');
  if (client === undefined) return [];
  // Most blocks of a year are used up: only the others are looked into.
  const held = `WHERE journalId = ? AND period = ? AND client = ? AND returnedAt IS NULL AND
    (SELECT count(*) FROM registration WHERE blockId = number_block.id) <= "to" - "from" ORDER BY "from"`;
  return rowsOf(db, 'number_block', held, journalId, period, client).flatMap(({ id, from, to }) => {
    const used = usedIn(db, id);
    const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    return all.filter((seq) => !used.has(seq)).map((seq) => ({ blockId: id, seq }));
  });
}

function usedIn(db: Readable, blockId: string): Set<number> {
  const sql = `SELECT seq FROM registration WHERE blockId = ? UNION
    SELECT json_extract(args, '$.seq') FROM outbox
    WHERE state = 'waiting' AND name = 'document.register' AND json_extract(args, '$.blockId') = ?`;
  return new Set(prepared(db, sql).pluck().all(blockId, blockId) as number[]);
}
