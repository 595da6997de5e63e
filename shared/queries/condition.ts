import { z } from 'zod';

/** What is asked of a field depends on what it holds. */
export type ConditionType =
  | 'text'
  | 'choice'
  | 'person'
  | 'branch'
  | 'party'
  | 'labels'
  | 'date'
  | 'instant'
  | 'money'
  | 'number'
  | 'flag';

/** Standing fields of a document by which the filter builder asks, in the order of its list. */
export const standingFields = {
  number: 'text',
  subject: 'text',
  date: 'date',
  kind: 'choice',
  state: 'choice',
  branchId: 'branch',
  responsibleId: 'person',
  authorId: 'person',
  counterpartyId: 'party',
  counterpartyNumber: 'text',
  amount: 'money',
  vatAmount: 'money',
  currency: 'text',
  dueDate: 'date',
  doneOn: 'date',
  labels: 'labels',
  note: 'text',
  contractType: 'choice',
  effectiveFrom: 'date',
  expiresOn: 'date',
  signedOn: 'date',
  originals: 'choice',
  originalsDueOn: 'date',
  originalsPlace: 'text',
  isConfidential: 'flag',
  createdAt: 'instant',
  receivedAt: 'instant',
  registeredAt: 'instant',
  deviceName: 'text',
} as const satisfies Record<string, ConditionType>;
export type StandingField = keyof typeof standingFields;
export const isStandingField = (field: string): field is StandingField => Object.hasOwn(standingFields, field);

export const operators = [
  'contains',
  'lacks',
  'is',
  'in',
  'not_in',
  'between',
  'past',
  'next',
  'before',
  'me',
  'filled',
  'empty',
] as const;
export type Operator = (typeof operators)[number];

const dated = ['between', 'past', 'next', 'before', 'filled', 'empty'] as const;
/** The operators of each type, the one that is offered first in front. */
export const operatorsOf: Record<ConditionType, readonly Operator[]> = {
  text: ['contains', 'lacks', 'is', 'filled', 'empty'],
  choice: ['in', 'not_in', 'filled', 'empty'],
  person: ['in', 'not_in', 'me', 'filled', 'empty'],
  branch: ['in', 'not_in', 'me'],
  party: ['in', 'not_in', 'filled', 'empty'],
  labels: ['in', 'not_in', 'filled', 'empty'],
  date: dated,
  instant: dated,
  money: ['between', 'filled', 'empty'],
  number: ['between', 'filled', 'empty'],
  flag: ['is'],
};

/** Standing fields by their names, the company's own ones behind `custom:`. */
const field = z.union([
  z.enum(Object.keys(standingFields) as [StandingField, ...StandingField[]]),
  z.templateLiteral(['custom:', z.string().regex(/^[a-z][a-z0-9_]{0,58}$/)]),
]);
const words = z.string().min(1).max(500);
/** Kopecks and numbers themselves, days `yyyy-mm-dd`. */
const bound = z.union([z.string().max(500), z.number()]).nullable();
const values = z
  .array(z.union([z.string().max(500), z.number(), z.boolean()]))
  .min(1)
  .max(200);
const days = z.number().int().min(0).max(36_500);

const condition = z.discriminatedUnion('op', [
  z.object({ field, op: z.enum(['contains', 'lacks']), value: words }),
  z.object({ field, op: z.literal('is'), value: z.union([words, z.boolean()]) }),
  z.object({ field, op: z.enum(['in', 'not_in']), value: values }),
  z.object({ field, op: z.literal('between'), from: bound, to: bound }),
  /** Within so many days up to today; from today on; more than so many days ago. */
  z.object({ field, op: z.enum(['past', 'next', 'before']), days }),
  /** The person who asks, or their branch. */
  z.object({ field, op: z.enum(['me', 'filled', 'empty']) }),
]);
export type Condition = z.infer<typeof condition>;

/** Why a condition cannot be asked; the window says it at the condition. */
export type ConditionFault = 'FIELD_UNKNOWN' | 'OPERATOR_UNFIT' | 'VALUE_MISSING' | 'VALUE_WRONG' | 'BOUNDS_CROSSED';

/** The fault of a condition on a field of that type (undefined: the field is not known here); null: it can be asked. */
export function conditionFault(given: Condition, type: ConditionType | undefined): ConditionFault | null {
  if (type === undefined) return 'FIELD_UNKNOWN';
  if (!operatorsOf[type].includes(given.op)) return 'OPERATOR_UNFIT';
  if (!condition.safeParse(given).success) return 'VALUE_MISSING';
  if (given.op !== 'between') return null;
  const { from, to } = given;
  if (from === null && to === null) return 'VALUE_MISSING';
  const wanted = type === 'money' || type === 'number' ? 'number' : 'string';
  if ([from, to].some((one) => one !== null && typeof one !== wanted)) return 'VALUE_WRONG';
  return from !== null && to !== null && from > to ? 'BOUNDS_CROSSED' : null;
}

const joined = z.enum(['all', 'any']);
const group = z.object({ join: joined, of: z.array(condition).min(1).max(20) });
export type ConditionGroup = z.infer<typeof group>;

/** Conditions joined by «and» or «or»; a member may be a group joined the other way, and no deeper. */
export const conditionTree = z
  .object({ join: joined, of: z.array(z.union([condition, group])).max(20) })
  .superRefine((tree, context) => {
    for (const [n, one] of tree.of.entries())
      for (const [m, leaf] of ('of' in one ? one.of : [one]).entries()) {
        const type = isStandingField(leaf.field) ? standingFields[leaf.field] : ownTypeOf(leaf);
        const fault = conditionFault(leaf, type);
        if (fault)
          context.addIssue({ code: 'custom', path: 'of' in one ? ['of', n, 'of', m] : ['of', n], message: fault });
      }
  });
export type ConditionTree = z.infer<typeof conditionTree>;

/** A type under which what is asked of an own field makes sense: the query does not need its definition. */
function ownTypeOf(leaf: Condition): ConditionType {
  if (leaf.op === 'between') return [leaf.from, leaf.to].some((one) => typeof one === 'number') ? 'number' : 'date';
  if (leaf.op === 'past' || leaf.op === 'next' || leaf.op === 'before') return 'date';
  if (leaf.op === 'me') return 'person';
  if (leaf.op === 'is') return typeof leaf.value === 'boolean' ? 'flag' : 'text';
  return leaf.op === 'in' || leaf.op === 'not_in' ? 'choice' : 'text';
}

/** Every condition of a tree, in its order. */
export const conditionsOf = (tree: ConditionTree): Condition[] =>
  tree.of.flatMap((one) => ('of' in one ? one.of : [one]));

/** Whether what it finds changes with the day. */
export const isDaily = (tree: ConditionTree): boolean =>
  conditionsOf(tree).some(({ op }) => op === 'past' || op === 'next' || op === 'before');
