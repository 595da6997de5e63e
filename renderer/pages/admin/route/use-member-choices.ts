import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { memberKey } from '#renderer/pages/admin/route/route-draft.ts';
import { useRouteWords } from '#renderer/pages/admin/route/use-route-words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import type { RouteMember } from '#shared/domain/approval/route.ts';
import { roles } from '#shared/domain/employee.ts';

/** Everybody who can be asked in a step, in groups. */
export function useMemberChoices(setup: Setup) {
  const t = useWords('admin');
  const words = useRouteWords(setup);
  const choice = (member: RouteMember) => ({ value: memberKey(member), label: words.member(member) });
  const byRole = roles.flatMap((role): RouteMember[] => [
    { type: 'role', role, where: 'branch' },
    { type: 'role', role, where: 'organization' },
  ]);
  const people = bySurname(setup.employees.filter((one) => one.state === 'active'));
  return [
    { group: t('byPlace'), items: [choice({ type: 'head' }), choice({ type: 'responsible' })] },
    { group: t('byRole'), items: byRole.map(choice) },
    { group: t('byName'), items: people.map((one) => choice({ type: 'employee', employeeId: one.id })) },
  ];
}
