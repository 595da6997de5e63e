import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';

/** Numbers for Prometheus; they name nobody, and are served to the machine itself only. */
export function metricsRoutes(app: FastifyInstance, context: ServerContext): void {
  const { metrics, pool } = context;
  metrics.gauge('opora_database_connections', 'Open connections to PostgreSQL', () => pool.totalCount);
  metrics.gauge('opora_database_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  metrics.gauge('opora_resident_bytes', 'Resident memory of the process', () => process.memoryUsage.rss());
  metrics.gauge('opora_uptime_seconds', 'Seconds since the process started', () => Math.round(process.uptime()));
  app.get('/metrics', async (request, reply) => {
    if (!isLoopback(request.socket.remoteAddress)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text());
  });
}

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
