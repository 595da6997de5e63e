import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { NotedHead } from '#server/ops/check-audit.ts';
import type { NotedHeads } from '#server/ops/check-database.ts';
import { auditHeadOf } from '#server/store/audit.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';

const line = z.object({
  at: z.number(),
  org: z.string(),
  n: z.number(),
  hash: z.string(),
  seq: z.number(),
  chainHash: z.string(),
});

/**
 * Notes heads in a file outside the database, a line each, when they have moved: whoever rewrites the log afterwards cannot rewrite
 * what was noted elsewhere. Put the file where the database's own administrator cannot write.
 */
export class HeadNotes {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #noted = new Map<string, string>();

  constructor(pool: Pool, path: string) {
    this.#pool = pool;
    this.#path = path;
  }

  /** Returns how many lines were added. */
  async note(at: number): Promise<number> {
    const lines: string[] = [];
    for (const org of await organizationsForJobs(this.#pool)) {
      const head = await auditHeadOf(this.#pool, org, at);
      if (head.n === 0 || this.#noted.get(org) === head.hash) continue;
      this.#noted.set(org, head.hash);
      lines.push(`${JSON.stringify(head)}\n`);
    }
    if (lines.length === 0) return 0;
    await mkdir(dirname(this.#path), { recursive: true });
    await appendFile(this.#path, lines.join(''), { mode: 0o600 });
    return lines.length;
  }
}

/** What was noted in such a file. A line that cannot be read is told, not passed over. */
export async function readHeadNotes(path: string): Promise<NotedHeads> {
  const heads = (await readFile(path, 'utf8'))
    .split('\n')
    .filter((text) => text !== '')
    .map((text, n) => {
      const parsed = line.safeParse(json(text));
      if (!parsed.success) throw new Error(`${path}: line ${n + 1} is no head`);
      return parsed.data;
    });
  const found = new Map<string, NotedHead[]>();
  for (const { org, n, hash } of heads) found.set(org, [...(found.get(org) ?? []), { n, hash }]);
  return found;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
