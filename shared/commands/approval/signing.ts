import { actedAt } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import type { Context } from '#shared/commands/command.ts';
import { familyOf } from '#shared/commands/counterparty-chain.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { defaultPolicies, type Policies } from '#shared/domain/organization.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { daysBetween } from '#shared/lib/dates/dates.ts';

export function* policiesOf(tx: Transaction): Reading<Policies> {
  const [organization] = yield* tx.list('organization', 'all', 'all', 1);
  return { ...defaultPolicies, ...(organization?.policies ?? {}) };
}

/** Refuses to sign with a counterparty on the stop list, or, where the company demands it, without a fresh check of it. */
export function* checkSigning(tx: Transaction, context: Context, document: RowOf<'document'>): Reading<void> {
  if (!document.counterpartyId) return;
  const party = yield* tx.get('counterparty', document.counterpartyId);
  if (typeof party === 'string') return;
  // Of merged records each may carry a reason or a check: they are one company.
  const family = yield* familyOf(tx, party);
  const stopped = family.find((one) => one.stopReason);
  if (stopped) throw new Refusal('STOP_LISTED', { name: stopped.name, reason: stopped.stopReason });
  const { checkBeforeSigning: days } = yield* policiesOf(tx);
  if (days === null) return;
  const checks: RowOf<'counterparty_check'>[] = [];
  for (const one of family) checks.push(...(yield* tx.list('counterparty_check', 'counterparty', one.id, 200, true)));
  // The newest look counts, whenever it was written down.
  const last = checks.sort((one, other) => (one.checkedOn < other.checkedOn ? -1 : 1)).at(-1);
  const today = yield* todayIn(tx, document.branchId, actedAt(context));
  if (last && last.result !== 'refused' && isFresh(last, today, days)) return;
  throw new Refusal('CHECK_REQUIRED', {
    name: (family[0] ?? party).name,
    checkedOn: last?.checkedOn ?? null,
    result: last?.result ?? null,
  });
}

const isFresh = (check: RowOf<'counterparty_check'>, today: string, days: number): boolean =>
  daysBetween(check.checkedOn, today) <= days && (check.validUntil === null || today <= check.validUntil);
