import { type Period, type Preset, periodOf, presets } from '#renderer/pages/reports/report-period.ts';
import { type DisciplineFilter, type DisciplineShow, disciplineShows } from '#shared/queries/control.ts';

export const disciplineLists = ['branches', 'departments', 'people', 'kinds'] as const;
export type DisciplineList = (typeof disciplineLists)[number];

/** What the report of discipline is about; it stands in the address. */
export interface DisciplineConditions extends Record<DisciplineList, string[]> {
  preset: Preset | 'own';
  period: Period;
}

const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** Whatever cannot be read in an address counts as not chosen. */
export function readDiscipline(params: URLSearchParams, today: string): DisciplineConditions {
  const [from, to] = [params.get('from'), params.get('to')];
  const given = presets.find((one) => one === params.get('period')) ?? 'days30';
  const own = isDate(from) && isDate(to) && from <= to;
  const many = (name: DisciplineList) => params.get(name)?.split(',').filter(Boolean) ?? [];
  return {
    preset: own ? 'own' : given,
    period: own ? { from, to } : periodOf(given, today),
    ...{ branches: many('branches'), departments: many('departments') },
    ...{ people: many('people'), kinds: many('kinds') },
  };
}

/** The part of an address after `?`, with whatever else the place needs. */
export function writeDiscipline(conditions: DisciplineConditions, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  if (conditions.preset === 'own') {
    params.set('from', conditions.period.from);
    params.set('to', conditions.period.to);
  } else if (conditions.preset !== 'days30') params.set('period', conditions.preset);
  for (const name of disciplineLists) if (conditions[name].length > 0) params.set(name, conditions[name].join(','));
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

const some = (ids: readonly string[]): string[] | null => (ids.length > 0 ? [...ids] : null);

/** The conditions as the core takes them. */
export const disciplineFilter = ({ period, ...lists }: DisciplineConditions): DisciplineFilter => ({
  ...period,
  branchIds: some(lists.branches),
  departmentIds: some(lists.departments),
  responsibleIds: some(lists.people),
  kinds: some(lists.kinds),
});

/** Where the list behind a figure is; `nobody`: only what nobody answers for. */
export const disciplinePlace = (conditions: DisciplineConditions, show: DisciplineShow, nobody = false): string =>
  `/reports/control${writeDiscipline(conditions, { show, ...(nobody ? { nobody: '1' } : {}) })}`;

export const readShow = (params: URLSearchParams): DisciplineShow =>
  disciplineShows.find((one) => one === params.get('show')) ?? 'all';
