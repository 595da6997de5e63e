import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Refusal = 'HOST' | 'ORIGIN';

/**
 * Why a request is not from our own page, or undefined when it may be. A foreign Host is a DNS name that somebody points at loopback;
 * a foreign Origin is another site's page in the same browser. Neither knows the token, but neither gets as far.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const own = `127.0.0.1:${port}`;
  if (request.headers.host !== own) return 'HOST';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${own}`) return 'ORIGIN';
  const site = request.headers['sec-fetch-site'];
  const isOpened = request.headers['sec-fetch-mode'] === 'navigate';
  // A link from elsewhere may open the page (it holds nothing without the token); nothing else may be read from another site.
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpened) return 'ORIGIN';
  return undefined;
}

/** Compares in constant time; the hashes make the lengths equal. */
export function isToken(token: string, claimed: unknown): boolean {
  if (typeof claimed !== 'string') return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(token), digest(claimed));
}
