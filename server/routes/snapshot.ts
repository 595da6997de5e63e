import { Readable, type Transform } from 'node:stream';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ServerContext } from '#server/plugins/context.ts';
import type { Identity } from '#server/plugins/tokens.ts';
import { readRaw } from '#server/store/postgres-store.ts';
import type { PostgresReadTx, RawChange } from '#server/store/read-tx.ts';
import { personOf } from '#server/sync/people.ts';
import { Refusal } from '#shared/domain/error.ts';

const query = z.object({
  /** Continues a download that was cut: the last whole row received, `entity/id`. */
  after: z
    .string()
    .regex(/^[a-z_]+\/[0-9a-f-]{36}$/)
    .optional(),
});
const pageSize = 4_000;

/**
 * The first download of a workstation as lines of JSON: a head, then rows as they lie in the database, in order of backfill.
 * A continued download has a head of its own, yet the workstation pulls from the head it got first, so nothing is missed.
 */
export function snapshotRoutes(app: FastifyInstance, context: ServerContext): void {
  const sent = context.metrics.counter('opora_snapshot_rows_total', 'Rows sent in first downloads');
  app.get('/sync/snapshot', async (request, reply) => {
    const identity = context.identify(request);
    const parsed = query.safeParse(request.query);
    if (!parsed.success) throw new Refusal('MALFORMED', {});
    const lines = Readable.from(snapshotLines(context, identity, position(parsed.data.after), sent), {
      objectMode: false,
    });
    const { encoding, compress } = compression(request.headers['accept-encoding'] ?? '');
    reply.header('cache-control', 'no-store').type('application/x-ndjson; charset=utf-8');
    if (!compress) return reply.send(lines);
    reply.header('content-encoding', encoding).header('vary', 'accept-encoding');
    const packed = compress();
    lines.on('error', (error) => packed.destroy(error));
    packed.on('close', () => lines.destroy());
    return reply.send(lines.pipe(packed));
  });
}

type Position = { entity: string; id: string } | null;

/**
 * Text in pieces of a page. Each page is a short transaction of its own, so that a slow link holds nothing in the database: rows
 * written meanwhile come newer than the head says, and once more with the first pull. A scope lost meanwhile is left out.
 */
async function* snapshotLines(
  context: ServerContext,
  { org, userId }: Identity,
  after: Position,
  sent: (rows: number) => void,
): AsyncGenerator<string> {
  const first = await readRaw(context.pool, org, (tx) => headOf(tx, userId));
  yield `${JSON.stringify(first)}\n`;
  for (let place = after; ; ) {
    const page = await readRaw(context.pool, org, async (tx) => {
      const { scopes } = await personOf(tx, userId);
      return tx.backfillRaw(
        first.scopes.filter((scope) => scopes.includes(scope)),
        place,
        pageSize,
      );
    });
    sent(page.length);
    if (page.length > 0) yield page.map(line).join('');
    const last = page.at(-1);
    if (page.length < pageSize || !last) return;
    place = { entity: last.entity, id: last.id };
  }
}

async function headOf(tx: PostgresReadTx, userId: string) {
  const { seq, chainHash, epoch } = await tx.head();
  const { scopes, membershipSeq } = await personOf(tx, userId);
  return { head: { seq, chainHash, epoch }, membershipSeq, scopes, total: await tx.countVisible(scopes) };
}

/** A RowChange of shared/sync: entity and id are plain words, the row is the stored text. */
const line = ({ entity, id, version, at, data }: RawChange): string =>
  `{"e":"${entity}","id":"${id}","v":${version},"at":${at},"row":${data}}\n`;

function position(after: string | undefined): Position {
  const [entity, id] = after?.split('/') ?? [];
  return entity && id ? { entity, id } : null;
}

function compression(accepted: string): { encoding: string; compress: (() => Transform) | null } {
  if (/\bzstd\b/.test(accepted)) {
    const params = { [constants.ZSTD_c_compressionLevel]: 3 };
    return { encoding: 'zstd', compress: () => createZstdCompress({ params }) };
  }
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', compress: () => createGzip({ level: 4 }) };
  return { encoding: 'identity', compress: null };
}
