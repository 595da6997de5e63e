import type { RouteKey } from '#build/company/portal/catalog/service-plan.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';

const hours = 60;

const step = (key: string, name: string, given: Partial<RouteStep> & Pick<RouteStep, 'members'>): RouteStep => ({
  key,
  name,
  kind: 'approve',
  mode: 'any',
  quorum: null,
  conditions: [],
  deadlineMinutes: 8 * hours,
  escalateTo: null,
  ...given,
});

const head = step('head', 'Руководитель', { members: [{ type: 'head' }] });
const anyOf = (role: 'accountant' | 'hr' | 'it' | 'manager') =>
  ({ type: 'role', role, where: 'organization' }) as const;
const from = (kopecks: number): RouteStep['conditions'] => [{ field: 'amount', from: kopecks, below: null }];

/** Who agrees to requests, by roles: no person is named, so that the routes fit any company. */
export const routePlans: Record<RouteKey, { name: string; steps: RouteStep[] }> = {
  head: { name: 'Заявки: руководитель', steps: [head] },
  leave: {
    name: 'Заявки: отпуск',
    steps: [head, step('people', 'Кадры', { members: [anyOf('hr')], deadlineMinutes: 8 * hours })],
  },
  purchase: {
    name: 'Заявки: закупка по сумме',
    steps: [
      head,
      step('money', 'Бухгалтерия', { members: [anyOf('accountant')], conditions: from(5_000_000) }),
      step('board', 'Дирекция', {
        members: [anyOf('manager')],
        conditions: from(50_000_000),
        deadlineMinutes: 16 * hours,
      }),
    ],
  },
  payment: {
    name: 'Заявки: оплата',
    steps: [
      step('head', 'Руководитель', {
        members: [{ type: 'head' }],
        conditions: from(1_000_000),
        deadlineMinutes: 4 * hours,
      }),
      step('money', 'Бухгалтерия', { members: [anyOf('accountant')], deadlineMinutes: 4 * hours }),
    ],
  },
  access: {
    name: 'Заявки: доступ',
    steps: [
      head,
      step('security', 'Информационная безопасность', { members: [anyOf('it')], deadlineMinutes: 4 * hours }),
    ],
  },
  staff: {
    name: 'Заявки: персонал',
    steps: [head, step('people', 'Кадры', { members: [anyOf('hr')], deadlineMinutes: 16 * hours })],
  },
};
