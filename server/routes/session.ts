import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ServerContext } from '#server/plugins/context.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import { checkNothing, checkPassword } from '#server/plugins/passwords.ts';
import { RateLimiter } from '#server/plugins/rate-limit.ts';
import { newRefreshToken, readRefreshToken } from '#server/plugins/tokens.ts';
import { type Account, accountsByLogin, foldLogin } from '#server/store/accounts.ts';
import { writeAudit } from '#server/store/audit.ts';
import { appendAudit } from '#server/store/audit-chain.ts';
import { createSessionRow, type SessionChange, type StoredSession, withSession } from '#server/store/sessions.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const loginBody = z.object({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  device: z.string().min(1).max(200),
  /** Only where one server holds organizations that use the same logins. */
  org: z.string().max(100).optional(),
});
const refreshBody = z.object({ refresh: z.string().max(200) });

/** Login, renewal and end of a session. The reply of the first two is the same. */
export function sessionRoutes(app: FastifyInstance, context: ServerContext): void {
  const { limits, now, pool } = context;
  const perLogin = new RateLimiter(limits.loginsPerLogin, now);
  const perAddress = new RateLimiter(limits.loginsPerAddress, now);
  const failed = context.metrics.counter('opora_login_failures_total', 'Logins with a wrong login or password');

  app.post('/session', async (request) => {
    const { login, password, device, org } = parse(loginBody, request.body);
    const name = `${org ?? ''}/${foldLogin(login)}`;
    const retryAfterMs = Math.max(perAddress.take(request.ip), perLogin.take(name));
    if (retryAfterMs > 0) throw new Refusal('TOO_MANY_ATTEMPTS', { retryAfterMs });
    const { account, refusedBy } = await findAccount(context, login, password, org);
    if (!account) {
      failed();
      const event = {
        at: now(),
        actor: foldLogin(login),
        event: 'login.refused',
        details: { device, address: request.ip },
      };
      for (const each of refusedBy) await writeAudit(pool, each, event);
      throw new Refusal('WRONG_PASSWORD', {});
    }
    perLogin.forgive(name);
    const employee = await activeEmployee(context, account.org, account.employeeId);
    const id = randomBytes(18).toString('base64url');
    const { token, hash } = newRefreshToken(id);
    const at = now();
    const session = {
      org: account.org,
      id,
      employeeId: employee.id,
      device,
      current: hash,
      at,
      expiresAt: at + limits.refreshLife,
    };
    await createSessionRow(pool, session);
    return sessionReply(context, account.org, id, employee, token);
  });

  app.post('/session/refresh', async (request) => {
    const given = readRefreshToken(parse(refreshBody, request.body).refresh);
    if (!given) throw new Refusal('UNAUTHENTICATED', {});
    const renewed = await withSession(pool, given.session, now(), async (session, client) => {
      const { token, hash } = newRefreshToken(session.id);
      const change = rotate(session, given.hash, hash, now(), limits.refreshLife);
      if (change === 'end') {
        request.log.warn({ session: session.id, user: session.employeeId }, 'session ended at renewal');
        const why = given.hash === session.retired ? 'token used twice' : 'expired';
        const details = { session: session.id, why };
        await appendAudit(client, session.org, {
          at: now(),
          actor: session.employeeId,
          event: 'session.ended',
          details,
        });
      }
      return { change, value: change === null || change === 'end' ? null : { session, token } };
    });
    if (!renewed) throw new Refusal('UNAUTHENTICATED', {});
    const { session, token } = renewed;
    const employee = await activeEmployee(context, session.org, session.employeeId);
    return sessionReply(context, session.org, session.id, employee, token);
  });

  app.post('/session/end', async (request) => {
    const given = readRefreshToken(parse(refreshBody, request.body).refresh);
    const known = (session: StoredSession): boolean =>
      given !== null && [session.current, session.next].includes(given.hash);
    if (given) {
      await withSession(pool, given.session, now(), async (session) => ({
        change: known(session) ? 'end' : null,
        value: null,
      }));
    }
    return { ok: true };
  });
}

/**
 * What a renewal does with a session. The token in use stays good until the one handed out for it is used, since that reply may
 * have been lost; a token from before that is a copy in other hands, and ends the session.
 */
export function rotate(
  session: StoredSession,
  given: string,
  fresh: string,
  now: number,
  life: number,
): SessionChange | null {
  if (session.expiresAt <= now || given === session.retired) return 'end';
  const expiresAt = now + life;
  if (given === session.current) return { current: session.current, next: fresh, retired: session.retired, expiresAt };
  if (given === session.next) return { current: given, next: fresh, retired: session.current, expiresAt };
  return null;
}

async function findAccount(
  context: ServerContext,
  login: string,
  password: string,
  org?: string,
): Promise<{ account: Account | null; refusedBy: string[] }> {
  const accounts = await accountsByLogin(context.pool, login);
  const candidates = accounts.filter((account) => org === undefined || account.org === org);
  const forbidden = password === demoPassword && !context.demo;
  const refusedBy = candidates.map((account) => account.org);
  if (candidates.length === 0 || forbidden) {
    await checkNothing(password);
    return { account: null, refusedBy };
  }
  for (const account of candidates)
    if (await checkPassword(password, account.passwordHash)) return { account, refusedBy: [] };
  return { account: null, refusedBy };
}

async function activeEmployee(context: ServerContext, org: string, id: string): Promise<RowOf<'employee'>> {
  const found = await context.store.read(org, (tx) => tx.getMany('employee', [id]));
  const employee = found.get(id)?.row as RowOf<'employee'> | undefined;
  if (employee?.state !== 'active') throw new Refusal('BLOCKED', {});
  return employee;
}

function sessionReply(
  context: ServerContext,
  org: string,
  session: string,
  employee: RowOf<'employee'>,
  refresh: string,
) {
  const accessUntil = context.now() + context.limits.accessLife;
  const access = context.tokens.sign({ org, userId: employee.id, session, until: accessUntil });
  const { id, login, fullName } = employee;
  return { access, accessUntil, refresh, org, user: { id, login, fullName } };
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal('MALFORMED', {});
  return parsed.data;
}
