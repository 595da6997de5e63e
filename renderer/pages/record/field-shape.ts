/** How the value of a field is told. */
export type Shape =
  | 'money'
  | 'date'
  | 'moment'
  | 'count'
  | 'flag'
  | 'text'
  | 'record'
  | 'choice'
  | 'duration'
  | 'lines'
  | 'days'
  | 'items'
  | 'steps'
  | 'conditions'
  | 'offsets'
  | 'schedule'
  | 'policies'
  | 'custom'
  /** Who belongs to a queue: by name. */
  | 'members'
  /** Too much to be told in a line: only that it has changed. */
  | 'whole';

const fieldsOf: Readonly<Partial<Record<Shape, readonly string[]>>> = {
  money: ['amount', 'vatAmount', 'limitAmount', 'sum', 'vatSum', 'sumWithoutVat'],
  date: [
    'date',
    'dueDate',
    'effectiveFrom',
    'expiresOn',
    'signedOn',
    'doneOn',
    'checkedOn',
    'validUntil',
    'nextOn',
  ].concat(['openedOn', 'closedOn', 'originalsDueOn', 'dueOn']),
  moment: ['until', 'activeSince'],
  record: [
    'possibleDuplicateOf',
    'employee',
    'employees',
    'employeeIds',
    'participants',
    'readers',
    'mentions',
    'branchAccess',
    'queueIds',
    'lentQueueIds',
    'serviceIds',
  ].concat(['key_date', 'obligation', 'protocol_item', 'document_link']),
  flag: ['done', 'required', 'active', 'archived', 'isConfidential', 'isEpk'],
  duration: ['deadlineMinutes', 'minutes'],
  lines: ['lines'],
  items: ['items'],
  days: ['days'],
  steps: ['steps'],
  conditions: ['conditions'],
  offsets: ['offsets'],
  schedule: ['schedule'],
  policies: ['policies'],
  custom: ['custom'],
  members: ['members'],
  whole: ['draft', 'targets', 'values', 'patch'],
};
const shapes = new Map(
  Object.entries(fieldsOf).flatMap(([shape, fields]) => fields.map((field) => [field, shape as Shape] as const)),
);

/** Fields whose name stands for something else in one kind of record. */
const particular: Readonly<Record<string, Shape>> = {
  'counterparty.id': 'record',
  'substitution.from': 'date',
  'substitution.to': 'date',
  'vacation.from': 'date',
  'vacation.to': 'date',
  'vacation_grant.from': 'date',
  'vacation_grant.days': 'days',
  'recurring_ticket.until': 'date',
  'sla_policy.steps': 'whole',
  'journal.startsAt': 'count',
};

/** How a field is told; `about` is the kind of record, or the command, that it belongs to. */
export function shapeOf(field: string, about = ''): Shape {
  const own = particular[`${about}.${field}`] ?? shapes.get(field);
  if (own) return own;
  if (field.endsWith('At')) return 'moment';
  return field.endsWith('Id') ? 'record' : 'text';
}
