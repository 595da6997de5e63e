import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ServerContext } from '#server/plugins/context.ts';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const body = z.object({ employeeId: z.string().max(100) });
// Without letters and digits that people take for one another.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that an administrator hands to an employee. It is said once, in the reply, and kept only as its hash. */
export function accountRoutes(app: FastifyInstance, { identify, store, pool, now }: ServerContext): void {
  app.post('/accounts', async (request) => {
    const { org, userId } = identify(request);
    const parsed = body.safeParse(request.body);
    if (!parsed.success) throw new Refusal('MALFORMED', {});
    const { employeeId } = parsed.data;
    const found = await store.read(org, (tx) => tx.getMany('employee', [userId, employeeId]));
    const actor = found.get(userId)?.row as RowOf<'employee'> | undefined;
    if (actor?.state !== 'active' || !actor.roles.includes('administrator')) throw new Refusal('DENIED', {});
    const employee = found.get(employeeId)?.row as RowOf<'employee'> | undefined;
    if (!employee) throw new Refusal('NOT_FOUND', { entity: 'employee', id: employeeId });
    if (employee.state !== 'active') throw new Refusal('BLOCKED', {});
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    const event = { at: now(), actor: userId, event: 'password.issued', details: { employee: employeeId } };
    await saveAccounts(pool, [{ org, employeeId, login: employee.login, passwordHash }], now(), event);
    request.log.warn({ user: userId, employee: employeeId }, 'a password was issued');
    return { login: employee.login, password };
  });
}

/** Twelve letters in three groups: 59 bits, and readable over a telephone. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}
