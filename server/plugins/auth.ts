import type { FastifyRequest } from 'fastify';
import { type Rate, RateLimiter } from '#server/plugins/rate-limit.ts';
import type { AccessTokens, Identity } from '#server/plugins/tokens.ts';
import { Refusal } from '#shared/domain/error.ts';

/** Reads `Authorization: Bearer …` and counts the person's requests. */
export function createGate(tokens: AccessTokens, rate: Rate, now: () => number): (request: FastifyRequest) => Identity {
  const limiter = new RateLimiter(rate, now);
  return (request) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const identity = token ? tokens.read(token, now()) : null;
    if (!identity) throw new Refusal('UNAUTHENTICATED', {});
    const retryAfterMs = limiter.take(`${identity.org}/${identity.userId}`);
    if (retryAfterMs > 0) throw new Refusal('LIMIT', { what: 'requests', retryAfterMs });
    return identity;
  };
}
