import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import type { RouteCondition, RouteMember } from '#shared/domain/approval/route.ts';

/** Members and conditions of a route as people say them. */
export function useRouteWords(setup: Setup) {
  const t = useWords('admin');
  const session = useWords('session');
  const status = useWords('status');
  const contract = useWords('contract');
  const member = (one: RouteMember): string => {
    if (one.type === 'employee')
      return setup.employees.find((person) => person.id === one.employeeId)?.fullName ?? t('someone');
    if (one.type === 'role')
      return t(one.where === 'branch' ? 'roleInBranch' : 'roleAnywhere', { role: session(`role_${one.role}`) });
    return t(`member_${one.type}`);
  };
  const condition = (one: RouteCondition): string => {
    if (one.field === 'amount') {
      const from = one.from === null ? null : t('amountFrom', { amount: formatMoney(one.from, 'RUB') });
      const below = one.below === null ? null : t('amountBelow', { amount: formatMoney(one.below, 'RUB') });
      return [t('amount'), from, below].filter(Boolean).join(' ');
    }
    if (one.field === 'kind') return one.in.map((kind) => status(`kind_${kind}`)).join(', ');
    if (one.field === 'branchId')
      return one.in.map((id) => setup.branches.find((branch) => branch.id === id)?.name ?? '').join(', ');
    return one.in.map((type) => contract(`${type}Type`)).join(', ');
  };
  return {
    member,
    condition,
    conditions: (all: readonly RouteCondition[]): string =>
      all.length === 0 ? t('always') : all.map(condition).join('; '),
  };
}
