import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ServerContext } from '#server/plugins/context.ts';
import { httpStatus } from '#server/plugins/errors.ts';
import { RateLimiter } from '#server/plugins/rate-limit.ts';
import type { Identity } from '#server/plugins/tokens.ts';
import { addFileProof } from '#server/store/file-proofs.ts';
import { FileVault, headOf } from '#server/store/file-vault.ts';
import { Refusal } from '#shared/domain/error.ts';
import { harmOf, headLength } from '#shared/formats/harmful.ts';

const metadata = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.coerce.number().int().nonnegative(),
  name: z.string().max(500).nullish(),
});
const day = 24 * 60 * 60_000;
/** Unfinished uploads are kept for a workstation that comes back after holidays, in milliseconds. */
const keptFor = 14 * day;

/**
 * Resumable upload (tus 1.0) at /files/upload with metadata `sha256`, `size` and `name`. After the last byte hash, size and kind are
 * checked; then the centre says so by its own command. Answers of tus carry its status codes, refusals of ours `{code, details}`.
 */
export function uploadRoutes(app: FastifyInstance, context: ServerContext): void {
  const vault = new FileVault(context.dataDir);
  const identities = new WeakMap<object, Identity>();
  const perUser = new RateLimiter(context.limits.uploadPerUser, context.now);
  const received = context.metrics.counter('opora_upload_files_total', 'Files received and verified');
  const damaged = context.metrics.counter('opora_upload_damaged_total', 'Files put into quarantine');
  mkdirSync(vault.uploads, { recursive: true });
  const store = new FileStore({ directory: vault.uploads });

  const server = new Server({
    path: '/files/upload',
    datastore: store,
    maxSize: context.limits.file,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: (request) => `${ownerOf(identityOf(request))}-${randomBytes(16).toString('hex')}`,
    // An upload belongs to whoever began it: its name starts with a hash of the person.
    onIncomingRequest: async (request, id) => {
      if (!id.startsWith(`${ownerOf(identityOf(request))}-`)) throw failure(new Refusal('NOT_FOUND', {}));
    },
    onUploadCreate: async (request, upload) => {
      const { org, userId } = identityOf(request);
      const parsed = metadata.safeParse(upload.metadata);
      if (!parsed.success || parsed.data.size !== upload.size) throw failure(new Refusal('MALFORMED', {}));
      const retryAfterMs = perUser.take(`${org}/${userId}`, upload.size);
      if (retryAfterMs > 0) throw failure(new Refusal('LIMIT', { what: 'upload', retryAfterMs }));
      return {};
    },
    onUploadFinish: async (request, upload) => {
      const { org, userId } = identityOf(request);
      const { sha256, size, name } = metadata.parse(upload.metadata);
      const path = join(vault.uploads, upload.id);
      const head = await headOf(path, headLength);
      const harm = (await namesOf(org, sha256)).concat(name ?? '').find((one) => harmOf(one, head) !== null);
      if (harm !== undefined) {
        await vault.quarantine(org, path, sha256);
        await rm(`${path}.json`, { force: true });
        damaged();
        throw failure(new Refusal('FILE_REFUSED', { sha256, name: harm, why: harmOf(harm, head) }));
      }
      const isGood = await vault.take(org, path, { sha256, size });
      await rm(`${path}.json`, { force: true });
      if (!isGood) {
        damaged();
        throw failure(new Refusal('FILE_DAMAGED', { sha256 }));
      }
      received();
      await addFileProof(context.pool, { org, sha256, employeeId: userId, size, at: context.now() });
      await context.lanes.issue(org, { name: 'attachment.verify', v: 1, args: { sha256, size } });
      return {};
    },
    onResponseError: (_request, error) => {
      if ('body' in error && error.body.startsWith('{')) return error;
      if ('status_code' in error && error.status_code === 413) return failure(new Refusal('FILE_TOO_LARGE', {}));
      return undefined;
    },
  });

  /** What the bytes are called where they are attached: an upload may call them otherwise. */
  const namesOf = (org: string, sha256: string): Promise<string[]> =>
    context.store.read(org, async (tx) => {
      const stored = await tx.byKey('attachment', 'sha256', sha256, 100, false);
      return stored.map(({ row }) => String(row?.['name'] ?? ''));
    });

  function identityOf(request: { node?: { req?: object }; runtime?: { node?: { req?: object } } }): Identity {
    const identity = identities.get(request.runtime?.node?.req ?? request.node?.req ?? {});
    if (!identity) throw failure(new Refusal('UNAUTHENTICATED', {}));
    return identity;
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    identities.set(request.raw, context.identify(request));
    reply.hijack();
    await server.handle(request.raw, reply.raw).catch((error: unknown) => {
      request.log.error({ err: error }, 'upload failed');
      reply.raw.destroy();
    });
  };
  const sweep = setInterval(() => void vault.sweepUploads(Date.now() - keptFor), day);
  sweep.unref();
  app.addHook('onReady', () => vault.sweepUploads(Date.now() - keptFor));
  app.addHook('onClose', async () => clearInterval(sweep));
  app.register(async (scope) => {
    // The bytes go straight to the file: Fastify must not read them.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    for (const url of ['/files/upload', '/files/upload/:id']) {
      scope.route({ method: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'], url, handler: handle });
    }
  });
}

const ownerOf = ({ org, userId }: Identity): string =>
  createHash('sha256').update(`${org}/${userId}`).digest('hex').slice(0, 24);

/** A refusal in the form that the upload server passes on. */
const failure = ({ code, details }: Refusal): Error & { status_code: number; body: string } =>
  Object.assign(new Error(code), { status_code: httpStatus(code), body: JSON.stringify({ code, details }) });
