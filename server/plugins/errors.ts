import type { FastifyError, FastifyInstance } from 'fastify';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';

/** HTTP status of a refusal; what is not listed is the caller's mistake. */
const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  WRONG_PASSWORD: 401,
  DENIED: 403,
  BLOCKED: 403,
  WRONG_ORGANIZATION: 403,
  NOT_FOUND: 404,
  FILE_NOT_HERE: 404,
  ALREADY_EXISTS: 409,
  FILE_TOO_LARGE: 413,
  FILE_DAMAGED: 422,
  FILE_REFUSED: 422,
  LIMIT: 429,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL: 500,
  SERVER_UNREACHABLE: 503,
};

export const httpStatus = (code: ErrorCode): number => statusOf[code] ?? 400;

/** Every answer that is a refusal is `{code, details}` from shared/domain/error.ts; what went wrong inside stays in the log. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'NOT_FOUND', details: {} }));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'INTERNAL') request.log.error({ err: error }, 'request failed');
    const retryAfter = refusal.details['retryAfterMs'];
    if (typeof retryAfter === 'number') reply.header('retry-after', Math.ceil(retryAfter / 1_000));
    return reply.code(httpStatus(refusal.code)).send({ code: refusal.code, details: refusal.details });
  });
}

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('TOO_LONG', {});
  if (error.statusCode !== undefined && error.statusCode < 500) return new Refusal('MALFORMED', {});
  return new Refusal('INTERNAL', {});
}
