import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';
import { auditHeadOf } from '#server/store/audit.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Where the audit log of the administrator's organization stands: to be noted somewhere else, and compared later. */
export function auditRoutes(app: FastifyInstance, { identify, store, pool, now }: ServerContext): void {
  app.get('/audit/head', async (request, reply) => {
    const { org, userId } = identify(request);
    const found = await store.read(org, (tx) => tx.getMany('employee', [userId]));
    const actor = found.get(userId)?.row as RowOf<'employee'> | undefined;
    if (actor?.state !== 'active' || !actor.roles.includes('administrator')) throw new Refusal('DENIED', {});
    return reply.header('cache-control', 'no-store').send(await auditHeadOf(pool, org, now()));
  });
}
