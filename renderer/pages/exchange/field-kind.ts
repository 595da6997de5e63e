import type { Definition } from '#renderer/pages/document/form-values.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { entityOf } from '#shared/domain/registry.ts';

/** How a value is given by hand; of a `choice` one of the two sides is taken. */
export type FieldKind = 'money' | 'date' | 'number' | 'text' | 'option' | 'record' | 'labels' | 'choice';

/** Kinds of records that can be picked in place. */
export type Picked =
  | 'counterparty'
  | 'employee'
  | 'branch'
  | 'department'
  | 'contract'
  | 'queue'
  | 'sla_policy'
  | 'service'
  | 'approval_route';

/** Fields of text that hold an id of the system or a list of its own. */
const chosen = new Set(['kinds', 'roles', 'options', 'remindDays', 'zone', 'key', 'currency']);

/** Fields that are told as lists, structures or names of other records. */
const worded = new Set(['text', 'money', 'date']);

const picks: Readonly<Record<string, Picked>> = {
  counterpartyId: 'counterparty',
  responsibleId: 'employee',
  employeeId: 'employee',
  substituteId: 'employee',
  headId: 'employee',
  leadId: 'employee',
  branchId: 'branch',
  departmentId: 'department',
  'department.parentId': 'department',
  'document.parentId': 'contract',
  queueId: 'queue',
  slaPolicyId: 'sla_policy',
  serviceId: 'service',
  routeId: 'approval_route',
};

/** What is picked into a field that points at another record; undefined when it cannot be picked in place. */
export const pickedInto = (field: string, about: string): Picked | undefined =>
  picks[`${about}.${field}`] ?? (Object.hasOwn(picks, field) ? picks[field] : undefined);

/** Codes that a field may hold: of its list, of a yes and a no, or of the company's own choice. */
export function optionsOf(field: string, about = '', definitions: readonly Definition[] = []): readonly string[] {
  if (field.startsWith(CUSTOM)) {
    const definition = definitions.find((one) => CUSTOM + one.key === field);
    return definition?.type === 'flag' ? ['true', 'false'] : (definition?.options ?? []);
  }
  const declared = entityOf(about)?.fields[field];
  return declared ? codesOf(declared.schema) : [];
}

/** The part of a zod schema that tells its shape. */
interface Shaped {
  def: { type: string; innerType?: Shaped; entries?: Record<string, string> };
}

function codesOf(schema: unknown): string[] {
  const { def } = schema as Shaped;
  if (def.innerType) return codesOf(def.innerType);
  if (def.type === 'boolean') return ['true', 'false'];
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : [];
}

/**
 * Whether a field can be given a value of one's own, and how what is typed is read.
 * `about` is the kind of record; `definitions` are the company's own fields.
 */
export function fieldKind(field: string, about = '', definitions: readonly Definition[] = []): FieldKind {
  if (field.startsWith(CUSTOM)) {
    const type = definitions.find((one) => CUSTOM + one.key === field)?.type;
    if (type === undefined) return 'choice';
    return type === 'flag' || type === 'choice' ? 'option' : type;
  }
  const shape = shapeOf(field, about);
  if (field === 'labels') return 'labels';
  if (shape === 'record') return pickedInto(field, about) ? 'record' : 'choice';
  if (chosen.has(field)) return 'choice';
  if (optionsOf(field, about).length > 0) return 'option';
  if (!worded.has(shape)) return 'choice';
  if (shape === 'money' || shape === 'date') return shape;
  const column = entityOf(about)?.fields[field]?.column;
  return column === 'integer' ? 'number' : column === 'json' ? 'choice' : 'text';
}
