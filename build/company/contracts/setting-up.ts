import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { clausePlans } from '#build/company/templates/clauses.ts';
import type { RouteMember, RouteStep } from '#shared/domain/approval/route.ts';
import type { Id } from '#shared/lib/ids.ts';

const hours = 60;

/** Who signs for the counterparty: drafting finds them by these keys. The ground stands as papers say it, in the genitive. */
const signerFields = [
  ['signer_name', 'Подписант контрагента'],
  ['signer_position', 'Должность подписанта'],
  ['signer_basis', 'Основание подписи'],
] as const;

/** Departments with heads, calendars, approval routes, the clause library, own fields and policies, as the administrator entered them. */
export function setUp(stage: Stage, cast: Cast): { routes: Record<'contracts' | 'small' | 'orders', Id> } {
  const admin = cast.person('lapin');
  let at = cast.at(200, 10);
  const next = (): number => {
    at += 7 * 60_000;
    return at;
  };
  for (const { year, days } of shippedCalendars)
    stage.run(admin, next(), 'working_calendar.save', {
      year,
      days: days.map((one) => ({ ...one })) as never,
      source: null,
    });
  makeDepartments(stage, cast, next);
  const [organization] = stage.of('organization');
  stage.run(admin, next(), 'organization.update', {
    id: organization?.id ?? '',
    patch: { policies: { checkBeforeSigning: 365, approvalBeforeSigning: true } },
    base: { policies: null },
  });
  stage.run(admin, next(), 'field_definition.create', {
    kinds: ['contract', 'amendment'],
    key: 'delivery_terms',
    label: 'Условия поставки',
    type: 'choice',
    required: false,
    options: ['Самовывоз', 'До склада покупателя', 'До станции назначения'],
    position: 1,
  });
  stage.run(admin, next(), 'field_definition.create', {
    kinds: ['contract'],
    key: 'personal_data',
    label: 'Передаются персональные данные',
    type: 'flag',
    required: false,
    options: [],
    position: 2,
  });
  for (const [place, [key, label]] of signerFields.entries())
    stage.run(admin, next(), 'field_definition.create', {
      kinds: ['contract', 'amendment'],
      key,
      label,
      type: 'text',
      required: false,
      options: [],
      position: 3 + place,
    });
  for (const [position, plan] of clausePlans.entries())
    stage.run(cast.person('basov'), next(), 'clause.create', { ...plan, position });
  return { routes: makeRoutes(stage, cast, next) };
}

function makeDepartments(stage: Stage, cast: Cast, next: () => number): void {
  const admin = cast.person('lapin');
  const office = (name: string, branch: string, head: string, parentId: Id | null): Id =>
    stage.run(admin, next(), 'department.create', {
      name,
      branchId: cast.branch(branch),
      headId: cast.person(head),
      parentId,
    }).id;
  const management = office('Дирекция', 'МСК', 'yartsev', null);
  const places: [string, string, string, readonly string[]][] = [
    ['Канцелярия', 'МСК', 'krylova', ['krylova', 'golubeva']],
    ['Бухгалтерия', 'МСК', 'yudin', ['yudin', 'schukina']],
    ['Юридический отдел', 'МСК', 'basov', ['basov']],
    ['Отдел кадров', 'МСК', 'ten', ['ten']],
    ['Отдел ИТ', 'МСК', 'lapin', ['lapin', 'erdman']],
    ['Филиал в Казани', 'КЗН', 'valeev', ['valeev', 'gizatullina', 'sharipov']],
    ['Филиал в Самаре', 'САМ', 'voronov', ['voronov', 'kuzmina', 'isaeva']],
    ['Филиал в Новосибирске', 'НСК', 'belov', ['belov', 'zaitseva', 'panov', 'mironova']],
    ['Филиал во Владивостоке', 'ВЛД', 'orlov', ['orlov', 'kim', 'tarasov']],
  ];
  const members: [Id, readonly string[]][] = [[management, ['yartsev']]];
  for (const [name, branch, head, people] of places) members.push([office(name, branch, head, management), people]);
  for (const [departmentId, people] of members)
    for (const login of people)
      stage.run(admin, next(), 'employee.update', {
        id: cast.person(login),
        patch: { departmentId },
        base: { departmentId: null },
      });
}

const step = (key: string, name: string, given: Partial<RouteStep> & Pick<RouteStep, 'members'>): RouteStep => ({
  key,
  name,
  kind: 'approve',
  mode: 'all',
  quorum: null,
  conditions: [],
  deadlineMinutes: null,
  escalateTo: null,
  ...given,
});

function makeRoutes(stage: Stage, cast: Cast, next: () => number) {
  const admin = cast.person('lapin');
  const who = (login: string): RouteMember => ({ type: 'employee', employeeId: cast.person(login) });
  const director: RouteMember = who('yartsev');
  const route = (name: string, position: number, conditions: never[] | object[], steps: RouteStep[]): Id =>
    stage.run(admin, next(), 'approval_route.create', {
      name,
      conditions: conditions as never,
      steps,
      active: true,
      position,
    }).id;
  const kinds = { field: 'kind', in: ['contract', 'amendment'] };
  return {
    small: route(
      'Договоры до 300 000 ₽',
      1,
      [kinds, { field: 'amount', from: null, below: 30_000_000 }],
      [
        step('law', 'Правовая экспертиза', {
          mode: 'any',
          members: [{ type: 'role', role: 'lawyer', where: 'organization' }],
          deadlineMinutes: 8 * hours,
        }),
        step('sign', 'Подписание', { kind: 'sign', mode: 'any', members: [director], deadlineMinutes: 8 * hours }),
      ],
    ),
    contracts: route(
      'Договоры',
      2,
      [kinds],
      [
        step('law', 'Правовая экспертиза', {
          mode: 'any',
          members: [{ type: 'role', role: 'lawyer', where: 'organization' }],
          deadlineMinutes: 8 * hours,
          escalateTo: director,
        }),
        step('services', 'Службы', {
          members: [who('krylova'), who('yudin'), who('ten')],
          deadlineMinutes: 36 * hours,
          escalateTo: director,
        }),
        step('security', 'Информационная безопасность', {
          members: [who('erdman')],
          conditions: [{ field: 'contractType', in: ['license', 'services'] }],
          deadlineMinutes: 8 * hours,
        }),
        step('final', 'Утверждение', {
          mode: 'any',
          members: [director, who('belov')],
          conditions: [{ field: 'amount', from: 100_000_000, below: null }],
          deadlineMinutes: 8 * hours,
        }),
        step('sign', 'Подписание', { kind: 'sign', mode: 'any', members: [director], deadlineMinutes: 8 * hours }),
      ],
    ),
    orders: route(
      'Приказы и служебные записки',
      3,
      [{ field: 'kind', in: ['order', 'memo', 'internal'] }],
      [
        step('head', 'Руководитель', { members: [{ type: 'head' }], deadlineMinutes: 4 * hours }),
        step('read', 'Ознакомление кадров', {
          kind: 'acknowledge',
          members: [who('ten')],
          deadlineMinutes: 16 * hours,
        }),
      ],
    ),
  };
}
