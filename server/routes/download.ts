import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';
import { visibleAttachment } from '#server/routes/visible-attachment.ts';
import { hasFileProof } from '#server/store/file-proofs.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { Refusal } from '#shared/domain/error.ts';

type FileRequest = FastifyRequest<{ Params: { sha256: string }; Querystring: { attachment?: string } }>;

/** Bytes of one file, whole or a range (RFC 9110, section 14), for whoever sees the attachment. Never shown, only saved. */
export function downloadRoutes(app: FastifyInstance, context: ServerContext): void {
  const vault = new FileVault(context.dataDir);
  const sent = context.metrics.counter('opora_download_bytes_total', 'Bytes of files sent');

  const handle = async (request: FileRequest, reply: FastifyReply) => {
    const identity = context.identify(request);
    const { sha256 } = request.params;
    const row = await visibleAttachment(context, identity, sha256, request.query.attachment);
    const size = await vault.size(identity.org, sha256);
    if (size === null || !(await isEntitled(context, identity, row))) throw new Refusal('FILE_NOT_HERE', { sha256 });
    const range = isSame(request.headers['if-range'], sha256) ? rangeOf(request.headers.range, size) : null;
    reply
      .header('accept-ranges', 'bytes')
      .header('etag', `"${sha256}"`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name.toWellFormed())}`)
      .type('application/octet-stream');
    if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
    const [start, end] = range ?? [0, size - 1];
    const length = end - start + 1;
    if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
    reply.header('content-length', length);
    if (request.method === 'HEAD' || length === 0) return reply.send();
    sent(length);
    return reply.send(createReadStream(vault.path(identity.org, sha256), { start, end }));
  };
  app.get('/files/:sha256', { exposeHeadRoute: false }, handle);
  app.head('/files/:sha256', handle);
}

/**
 * Verified rows may be read by whoever sees them. For a row that is not verified yet only a person who has sent these very bytes is
 * entitled; asking then verifies it, which settles an upload that was faster than its command.
 */
async function isEntitled(
  context: ServerContext,
  { org, userId }: { org: string; userId: string },
  row: { sha256: string; size: number; verifiedAt: number | null },
): Promise<boolean> {
  if (row.verifiedAt !== null) return true;
  if (!(await hasFileProof(context.pool, org, row.sha256, userId))) return false;
  await context.lanes.issue(org, { name: 'attachment.verify', v: 1, args: { sha256: row.sha256, size: row.size } });
  return true;
}

/** A range of another file than this one means nothing (RFC 9110, section 13.1.5); the hash is the strong tag of its bytes. */
const isSame = (condition: string | string[] | undefined, sha256: string): boolean =>
  condition === undefined || condition === `"${sha256}"`;

/** First and last byte; null: the whole file. Of several ranges, or a range that cannot be read, the whole is sent. */
export function rangeOf(header: string | undefined, size: number): [number, number] | 'unsatisfiable' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const [from, to] = [found[1] ?? '', found[2] ?? ''];
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : [start, end];
}
