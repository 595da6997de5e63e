import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';

/** The probe of every workstation, about every two seconds: no database, no login. */
export function healthRoutes(app: FastifyInstance, context: ServerContext): void {
  app.get('/health', async (_request, reply) => {
    const ok = !context.stopping();
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, version: context.version, time: context.now(), demo: context.demo });
  });
}
