import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';
import { httpStatus } from '#server/plugins/errors.ts';
import { RateLimiter } from '#server/plugins/rate-limit.ts';
import type { Identity } from '#server/plugins/tokens.ts';
import { finishUploads, uploadMetadata } from '#server/routes/finish-upload.ts';
import { sweepUnnamed } from '#server/routes/sweep-unnamed.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { Refusal } from '#shared/domain/error.ts';

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
  const perOrganization = new RateLimiter(context.limits.uploadPerOrganization, context.now);
  mkdirSync(vault.uploads, { recursive: true });
  const store = new FileStore({ directory: vault.uploads });
  const finish = finishUploads(context, vault);

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
      const parsed = uploadMetadata.safeParse(upload.metadata);
      if (!parsed.success || parsed.data.size !== upload.size) throw failure(new Refusal('MALFORMED', {}));
      const person = `${org}/${userId}`;
      const retryAfterMs = Math.max(perUser.wait(person, upload.size), perOrganization.wait(org, upload.size));
      if (retryAfterMs > 0) throw failure(new Refusal('LIMIT', { what: 'upload', retryAfterMs }));
      perUser.take(person, upload.size);
      perOrganization.take(org, upload.size);
      return {};
    },
    onUploadFinish: async (request, upload) => {
      await finish(identityOf(request), upload).catch((error: unknown) => {
        throw error instanceof Refusal ? failure(error) : error;
      });
      return {};
    },
    onResponseError: (_request, error) => {
      if ('body' in error && error.body.startsWith('{')) return error;
      if ('status_code' in error && error.status_code === 413) return failure(new Refusal('FILE_TOO_LARGE', {}));
      return undefined;
    },
  });

  function identityOf(request: { node?: { req?: object }; runtime?: { node?: { req?: object } } }): Identity {
    const identity = identities.get(request.runtime?.node?.req ?? request.node?.req ?? {});
    if (!identity) throw failure(new Refusal('UNAUTHENTICATED', {}));
    return identity;
  }

  /** All bytes came before the server was ended, and nobody has checked them: asking how far they are checks them now. */
  const settleWhole = async (identity: Identity, id: string): Promise<number | null> => {
    if (!id.startsWith(`${ownerOf(identity)}-`)) return null;
    const upload = await store.getUpload(id).catch(() => null);
    if (!upload || upload.offset !== upload.size) return null;
    return finish(identity, upload).then(
      () => upload.size ?? 0,
      () => null,
    );
  };

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const identity = context.identify(request);
    identities.set(request.raw, identity);
    if (request.method === 'HEAD') {
      const whole = await settleWhole(identity, (request.params as { id?: string }).id ?? '');
      if (whole !== null)
        return reply
          .headers({
            'tus-resumable': '1.0.0',
            'upload-offset': whole,
            'upload-length': whole,
            'cache-control': 'no-store',
          })
          .send();
    }
    reply.hijack();
    await server.handle(request.raw, reply.raw).catch((error: unknown) => {
      request.log.error({ err: error }, 'upload failed');
      reply.raw.destroy();
    });
    return reply;
  };
  const sweep = setInterval(() => void vault.sweepUploads(Date.now() - keptFor), day);
  sweep.unref();
  app.addHook('onReady', () => vault.sweepUploads(Date.now() - keptFor));
  app.addHook('onClose', async () => clearInterval(sweep));
  sweepUnnamed(app, context, vault);
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
