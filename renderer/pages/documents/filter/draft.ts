import {
  type Condition,
  type ConditionFault,
  type ConditionGroup,
  type ConditionTree,
  type ConditionType,
  conditionFault,
  type Operator,
  operatorsOf,
} from '#shared/queries/condition.ts';

/** A condition as it is being made: its value may be missing still. `key` tells it apart while it moves. */
export interface DraftCondition {
  key: number;
  field: string;
  op: Operator;
  value?: string | boolean | readonly (string | number | boolean)[] | undefined;
  from?: string | number | null;
  to?: string | number | null;
  days?: number | undefined;
}

export interface DraftGroup {
  key: number;
  join: 'all' | 'any';
  of: DraftCondition[];
}

export interface Draft {
  join: 'all' | 'any';
  of: (DraftCondition | DraftGroup)[];
}

export const isGroup = (one: DraftCondition | DraftGroup): one is DraftGroup => 'of' in one;

let last = 0;
const nextKey = (): number => {
  last += 1;
  return last;
};

/** A fresh condition on a field, compared as its type usually is. */
export function freshCondition(field: string, type: ConditionType): DraftCondition {
  const [op = 'filled'] = operatorsOf[type];
  return withOperator({ key: nextKey(), field, op }, op, type);
}

/** The condition compared another way; a value that still fits stays. */
export function withOperator(former: DraftCondition, op: Operator, type: ConditionType): DraftCondition {
  const { key, field } = former;
  const base = { key, field, op };
  if (op === 'between') return { ...base, from: former.from ?? null, to: former.to ?? null };
  if (op === 'past' || op === 'next' || op === 'before') return { ...base, days: former.days ?? 30 };
  if (op === 'in' || op === 'not_in') return { ...base, value: Array.isArray(former.value) ? former.value : [] };
  if (op === 'is' && type === 'flag') return { ...base, value: former.value !== false };
  if (op === 'contains' || op === 'lacks' || op === 'is')
    return { ...base, value: typeof former.value === 'string' ? former.value : '' };
  return base;
}

export const freshGroup = (join: 'all' | 'any', first: DraftCondition): DraftGroup => ({
  key: nextKey(),
  join,
  of: [first],
});

export const draftOf = (tree: ConditionTree | undefined): Draft => ({
  join: tree?.join ?? 'all',
  of: (tree?.of ?? []).map((one) =>
    'of' in one
      ? { key: nextKey(), join: one.join, of: one.of.map((leaf) => ({ key: nextKey(), ...leaf }) as DraftCondition) }
      : ({ key: nextKey(), ...one } as DraftCondition),
  ),
});

const leafOf = ({ key: _key, ...leaf }: DraftCondition) => leaf as Condition;

/** The tree that a draft without faults means; undefined: no conditions. */
export function treeOf(draft: Draft): ConditionTree | undefined {
  const of = draft.of.flatMap((one): (Condition | ConditionGroup)[] =>
    isGroup(one) ? (one.of.length === 0 ? [] : [{ join: one.join, of: one.of.map(leafOf) }]) : [leafOf(one)],
  );
  return of.length === 0 ? undefined : { join: draft.join, of };
}

/** What is wrong with conditions of a draft, by their keys. */
export function faultsOf(
  draft: Draft,
  typeOf: (field: string) => ConditionType | undefined,
): ReadonlyMap<number, ConditionFault> {
  const leaves = draft.of.flatMap((one) => (isGroup(one) ? one.of : [one]));
  return new Map(
    leaves.flatMap((leaf): [number, ConditionFault][] => {
      const fault = conditionFault(leafOf(leaf), typeOf(leaf.field));
      return fault ? [[leaf.key, fault]] : [];
    }),
  );
}

/** The draft with a member changed, or taken away by null; a group that was emptied goes too. */
export function replaced(draft: Draft, key: number, next: DraftCondition | DraftGroup | null): Draft {
  const put = <T extends { key: number }>(of: readonly T[]): T[] =>
    of.flatMap((one) => (one.key === key ? ((next ?? []) as T | T[]) : one));
  const of = put(draft.of).map((one) => (isGroup(one) ? { ...one, of: put(one.of) } : one));
  return { ...draft, of: of.filter((one) => !isGroup(one) || one.of.length > 0) };
}
