import type { PaperKey } from '#build/company/templates/request-papers.ts';
import { blankField, type Condition, type Form, type FormColumn, type FormField } from '#shared/domain/form/form.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { PlannedTask, Priority, ServiceDefinition } from '#shared/domain/service/definition.ts';

/** Desks of the seeded catalog. Who sits at them is a matter of each company. */
export type DeskKey = 'it' | 'people' | 'accounting' | 'purchasing' | 'law' | 'office';
export type PolicyKey = 'usual' | 'urgent' | 'certificates' | 'shifts' | 'long';
export type RouteKey = 'head' | 'leave' | 'purchase' | 'payment' | 'access' | 'staff';

/** A service by roles and desks, without a single person or id in it: any company can be given it. */
export interface ServicePlan {
  key: string;
  name: string;
  description: string;
  category: RowOf<'service'>['category'];
  icon: RowOf<'service'>['icon'];
  keywords: string[];
  form: Form;
  titlePattern: string;
  route: RouteKey | null;
  desk: DeskKey | null;
  assignment: Omit<ServiceDefinition['assignment'], 'employeeId'>;
  policy: PolicyKey;
  priority: Priority;
  stages: string[];
  /** Who may ask; null: everybody. */
  roles: string[] | null;
  tasks: (Omit<PlannedTask, 'queueId' | 'employeeId'> & { desk: DeskKey })[];
  effect: ServiceDefinition['effect'];
  /** The print form that the desk fills of a request; null: none. */
  paper: PaperKey | null;
  closeAfterDays: number;
}

type Given = Pick<ServicePlan, 'key' | 'name' | 'description' | 'category' | 'icon' | 'keywords' | 'form'> &
  Partial<ServicePlan>;

/** A service with what most of them have: no approval, the usual policy, one stage of work, whoever is free gets it. */
export const servicePlan = (given: Given): ServicePlan => ({
  titlePattern: '',
  route: null,
  desk: null,
  assignment: byLoad(),
  policy: 'usual',
  priority: 'normal',
  stages: ['Работа'],
  roles: null,
  tasks: [],
  effect: 'none',
  paper: null,
  closeAfterDays: 3,
  ...given,
});

export const byLoad = (given: { skill?: string; sameBranch?: boolean } = {}): ServicePlan['assignment'] => ({
  type: 'load',
  sameBranch: given.sameBranch ?? false,
  skill: given.skill ?? null,
});
export const inTurn = (): ServicePlan['assignment'] => ({ type: 'round_robin', sameBranch: false, skill: null });
export const whoeverTakes = (): ServicePlan['assignment'] => ({ type: 'queue', sameBranch: false, skill: null });

/** One section of a form. */
export const section = (key: string, title: string, fields: FormField[], hint: string | null = null) => ({
  key,
  title,
  hint,
  fields,
});

type More = Partial<Omit<FormField, 'key' | 'type' | 'label' | 'hint'>>;

/** A field that has to be filled in. */
export const must = (
  key: string,
  type: FormField['type'],
  label: string,
  hint: string | null = null,
  more: More = {},
): FormField => blankField(key, type, label, { hint, required: true, ...more });

/** A field that may stay empty. */
export const may = (
  key: string,
  type: FormField['type'],
  label: string,
  hint: string | null = null,
  more: More = {},
): FormField => blankField(key, type, label, { hint, ...more });

export const column = (
  key: string,
  label: string,
  type: FormColumn['type'],
  required = false,
  options: string[] = [],
): FormColumn => ({ key, label, type, required, options });

/** Holds when another field has this value. */
export const is = (field: string, value: unknown): Condition => ({ all: [{ field, op: 'is', value }] });
export const isOneOf = (field: string, values: unknown[]): Condition => ({
  all: [{ field, op: 'in', value: values }],
});
export const atLeast = (field: string, value: number): Condition => ({
  all: [{ field, op: 'at_least', value }],
});

/** What stands in a field when the form is opened. */
export const initially = (value: unknown) => ({ initial: { type: 'value' as const, value } });
export const inDays = (days: number) => ({ initial: { type: 'today' as const, days } });
