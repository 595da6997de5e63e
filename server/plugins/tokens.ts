import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who an access token speaks for. `until` is in milliseconds since 1970 by the centre's clock. */
export interface Identity {
  org: string;
  userId: string;
  /** The refresh session it came from. */
  session: string;
  until: number;
}

/** Signs and reads access tokens: `base64url(JSON).base64url(HMAC-SHA-256)`. Nothing is stored for them; they live for minutes. */
export interface AccessTokens {
  sign(identity: Identity): string;
  /** null: forged, cut, or over. */
  read(token: string, now: number): Identity | null;
}

export function createAccessTokens(secret: Buffer): AccessTokens {
  const seal = (body: string): Buffer => createHmac('sha256', secret).update(body).digest();
  return {
    sign(identity) {
      const body = Buffer.from(JSON.stringify(identity)).toString('base64url');
      return `${body}.${seal(body).toString('base64url')}`;
    },
    read(token, now) {
      const [body, sealed, ...rest] = token.split('.');
      if (!body || !sealed || rest.length > 0) return null;
      const [given, right] = [Buffer.from(sealed, 'base64url'), seal(body)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const identity = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Identity;
      return identity.until > now ? identity : null;
    },
  };
}

/** A refresh token: the id of its session and 256 random bits, of which only the hash is kept. */
export function newRefreshToken(session: string): { token: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `${session}.${secret}`, hash: hashOf(secret) };
}

export function readRefreshToken(token: string): { session: string; hash: string } | null {
  const found = /^([A-Za-z0-9_-]{16,40})\.([A-Za-z0-9_-]{43})$/.exec(token);
  return found?.[1] && found[2] ? { session: found[1], hash: hashOf(found[2]) } : null;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
