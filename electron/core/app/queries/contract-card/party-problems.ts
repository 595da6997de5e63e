import type { Policies } from '#shared/domain/organization.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { badAccount, firstBadRequisite } from '#shared/domain/requisite-rules.ts';
import { daysBetween } from '#shared/lib/dates/dates.ts';
import type { CheckProblem, PartyStanding } from '#shared/queries/contract.ts';

export interface PartyFacts {
  party: RowOf<'counterparty'>;
  accounts: readonly RowOf<'bank_account'>[];
  lastCheck: RowOf<'counterparty_check'> | null;
  policies: Policies;
  today: string;
  duplicates: number;
  overdueObligations: number;
  /** Kopecks of contracts with this one. */
  wouldBeCommitted: number;
}

/** What stands against a counterparty, the worst first. Blocking are those that refuse a signature. */
export function problemsOf(facts: PartyFacts): PartyStanding['problems'] {
  const { party, policies, duplicates, overdueObligations, wouldBeCommitted } = facts;
  const limit = party.limitAmount ?? null;
  const demanded = policies.checkBeforeSigning !== null;
  const found: [CheckProblem, boolean, boolean][] = [
    ['stopped', Boolean(party.stopReason), true],
    ...checkProblems(facts, demanded),
    ['over_limit', limit !== null && wouldBeCommitted > limit, false],
    ['overdue', overdueObligations > 0, false],
    ['requisites', hasBadRequisites(facts), false],
    ['duplicate', duplicates > 0, false],
  ];
  return found.flatMap(([problem, stands, blocking]) => (stands ? [{ problem, blocking }] : []));
}

/** The same rules by which a signature is refused; without the company's demand they only warn. */
function checkProblems(
  { lastCheck, policies, today }: PartyFacts,
  demanded: boolean,
): [CheckProblem, boolean, boolean][] {
  if (!lastCheck) return [['no_check', true, demanded]];
  const days = policies.checkBeforeSigning;
  const over = lastCheck.validUntil !== null && lastCheck.validUntil < today;
  const old = over || (days !== null && daysBetween(lastCheck.checkedOn, today) > days);
  return [
    ['check_bad', lastCheck.result !== 'clear', demanded && lastCheck.result === 'refused'],
    ['check_old', old, demanded],
  ];
}

/** A company must have an ИНН; whatever is given must pass its check. */
function hasBadRequisites({ party, accounts }: PartyFacts): boolean {
  if (party.kind === 'foreign') return false;
  if (!party.inn && party.kind !== 'person') return true;
  return firstBadRequisite(party) !== null || accounts.some((one) => badAccount(one.account, one.bik) !== null);
}
