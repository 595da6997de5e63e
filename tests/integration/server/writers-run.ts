import { director } from '#tests/integration/server/company.ts';
import { type Desk, openDesk } from '#tests/integration/server/writers-desk.ts';
import { Reader } from '#tests/integration/server/writers-reader.ts';
import { Writer } from '#tests/integration/server/writers-writer.ts';

export interface WritersOptions {
  /** A migrated database with the company `org`. */
  url: string;
  org: string;
  seconds: number;
  writers?: number;
  readers?: number;
  /** Server processes: each has a pool, lanes and wakes of its own, and hears of the others as real ones do. */
  processes?: number;
  /** Commands of one push. */
  batch?: number;
  onProgress?(commits: number): void;
}

export interface WritersResult {
  seconds: number;
  writers: number;
  readers: number;
  processes: number;
  /** Accepted commands; each is one seq of the history. */
  commits: number;
  /** Transactions of the lanes that carried them. */
  transactions: number;
  commitsPerSecond: number;
  /** Accepted commands that some reader never saw a row of. */
  missed: number;
  /** Rows that some reader was given a second time. */
  duplicated: number;
  /** Differences between what writers were answered and the history: a seq twice, or one that nobody was told of. */
  misnumbered: number;
}

/**
 * Many writers at once on real PostgreSQL through several server processes, while readers pull by cursor: every accepted command has to
 * reach every reader exactly once.
 */
export async function runWriters(options: WritersOptions): Promise<WritersResult> {
  const { url, org, seconds, writers: wanted = 32, readers: watching = 4, processes = 4, batch = 1 } = options;
  let transactions = 0;
  const opened = Array.from({ length: processes }, () => openDesk(url, () => (transactions += 1)));
  const deskOf = (n: number): Desk => (opened[n % processes] as (typeof opened)[number]).desk;
  const start = await deskOf(0).store.read(org, (tx) => tx.head());
  const readers = Array.from({ length: watching }, (_, n) => new Reader(deskOf(n), org, director, `reader-${n}`));
  await Promise.all(readers.map((reader) => reader.begin()));

  const begun = performance.now();
  const until = begun + seconds * 1_000;
  const writers = Array.from({ length: wanted }, (_, n) => new Writer(deskOf(n), org, director, n, batch));
  const following = readers.map((reader) => reader.follow());
  const progress = setInterval(() => options.onProgress?.(sum(writers, (one) => one.seqs.length)), 10_000);
  await Promise.all(writers.map((writer) => writer.write(until)));
  clearInterval(progress);
  const spent = (performance.now() - begun) / 1_000;

  const end = await deskOf(0).store.read(org, (tx) => tx.head());
  for (const reader of readers) reader.finishAt(end.seq);
  await Promise.all(following);
  for (const { close } of opened) await close();

  const commits = end.seq - start.seq;
  return {
    seconds: Math.round(spent * 10) / 10,
    writers: wanted,
    readers: watching,
    processes,
    commits,
    transactions,
    commitsPerSecond: Math.round(commits / spent),
    missed: sum(readers, (reader) => reader.missed(start.seq, end.seq)),
    duplicated: sum(readers, (reader) => reader.duplicated),
    misnumbered: misnumbered(
      writers.flatMap((writer) => writer.seqs),
      start.seq,
      end.seq,
    ),
  };
}

/** How many seqs of a stretch were answered not exactly once. */
function misnumbered(seqs: readonly number[], start: number, end: number): number {
  const told = new Uint8Array(end - start);
  for (const seq of seqs) told[seq - start - 1] = (told[seq - start - 1] ?? 0) + 1;
  return told.reduce((wrong, times) => wrong + (times === 1 ? 0 : 1), 0);
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
