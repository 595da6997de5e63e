import { outboxRules } from '#electron/core/app/queries/outbox-find.ts';
import { withdrawnRule } from '#electron/core/app/queries/outbox-records.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

export interface OutboxCounts {
  waiting: number;
  accepted: number;
  rejected: number;
  aside: number;
  /** Of those that wait: how many have no effect here at the moment. */
  suspended: number;
}

/** How many changes stand in each state. */
export function outboxCounts(db: Readable): OutboxCounts {
  const count = (rule: string) => prepared(db, `SELECT count(*) FROM outbox WHERE ${rule}`).pluck().get() as number;
  const withdrawn = countWithdrawn(db);
  // Counted by their indexes alone: what was taken back is told apart without reading what waits.
  const waiting = count(`state = 'waiting'`) - withdrawn;
  const rejected = count(outboxRules.rejected);
  const aside = count(outboxRules.aside) + withdrawn;
  // What is neither waiting nor refused is accepted: counted so, the longest state costs an index and no rows.
  const accepted = count('1') - waiting - rejected - aside;
  return { waiting, accepted, rejected, aside, suspended: count(`state = 'waiting' AND suspended = 1`) };
}

/** Changes taken back whose mark has not reached the centre: nothing of them waits to be sent. */
export const countWithdrawn = (db: Readable): number =>
  prepared(db, `SELECT count(*) FROM outbox WHERE ${withdrawnRule}`).pluck().get() as number;

/** A frame of the wire around a command's own bytes: ids, hash, number. */
const frameBytes = 230;

/** Bytes that wait to travel, with the files that waiting commands bring along. */
export function waitingBytes(db: Readable): number {
  const sql = `SELECT coalesce(sum(octet_length(args) + octet_length(base_versions) + ${frameBytes}), 0)
    FROM outbox WHERE state = 'waiting'`;
  const files = `SELECT name, args FROM outbox WHERE state = 'waiting' AND name LIKE 'attachment.%'`;
  const attached = prepared(db, files).all() as { name: string; args: string }[];
  return attached.reduce((sum, { args }) => sum + bytesIn(args), prepared(db, sql).pluck().get() as number);
}

function bytesIn(args: string): number {
  const { files, file } = JSON.parse(args) as { files?: unknown; file?: unknown };
  const named = Array.isArray(files) ? files : file ? [file] : [];
  return named.reduce<number>((sum, one: { size?: unknown }) => sum + (Number(one.size) || 0), 0);
}
