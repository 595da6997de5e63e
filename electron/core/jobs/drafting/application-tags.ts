import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { entry, flag, text } from '#electron/core/jobs/drafting/party-tags.ts';
import type { TagEntry, TagTree, TagValue } from '#electron/core/jobs/drafting/tag-tree.ts';
import type { ValueText } from '#shared/domain/form/value-texts.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';

type Application = NonNullable<DraftingInput['application']>;

/** Who asked, for the papers a desk makes of a request: the certificate, the order. */
export function requesterTag({ requester, department, branch }: Application): TagEntry {
  const name: TagValue = { type: 'person', name: requester.fullName };
  return entry(['Заявитель', 'Сотрудник', 'Requester', 'Employee'], {
    type: 'group',
    own: name,
    fields: [
      entry(['Имя', 'ФИО', 'Name'], name),
      entry(['Должность', 'Position'], { type: 'position', text: requester.position }),
      text(['Подразделение', 'Department'], department),
      text(['Филиал', 'Branch'], branch),
      text(['Почта', 'Email'], requester.email),
      text(['Телефон', 'Phone'], requester.phone),
    ],
  });
}

/** What was filled in, found by the label and by the key of a field; a point would divide a name, so it is left out. */
export const formTags = ({ fields, people }: Pick<Application, 'fields' | 'people'>): TagTree =>
  fields.map((field) => entry([field.label.replaceAll('.', '') || field.key, field.key], tagOf(field, people)));

function tagOf({ type, value }: ValueText, people: Readonly<Record<string, string>>): TagValue {
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  switch (type) {
    case 'money':
      return { type: 'money', kopecks: Number.isSafeInteger(value) ? Number(value) : null, currency: 'RUB' };
    case 'date':
      return { type: 'date', date: plain };
    case 'date_range':
      return periodOf(value);
    case 'employee':
      return { type: 'person', name: (plain && people[plain]) ?? null };
    case 'counterparty':
      return { type: 'text', text: (plain && people[plain]) ?? null };
    case 'flag':
      return { type: 'flag', on: value === true };
    case 'choices':
      return { type: 'text', text: Array.isArray(value) ? value.join(', ') : null };
    case 'table':
      return rowsOf(value);
    default:
      return { type: 'text', text: plain };
  }
}

/** A period as a group: its first day, its last one, days in all and without the holidays that do not count (ст. 120 ТК РФ). */
function periodOf(value: unknown): TagValue {
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  const [first, last] = [typeof from === 'string' ? from : null, typeof to === 'string' ? to : null];
  const days = first && last && first <= last ? leaveDays(first, last) : null;
  return {
    type: 'group',
    own: { type: 'text', text: first && last ? `${dotted(first)} – ${dotted(last)}` : null },
    fields: [
      entry(['С', 'Начало', 'From'], { type: 'date', date: first }),
      entry(['По', 'Окончание', 'To'], { type: 'date', date: last }),
      entry(['Дней', 'Дней отпуска', 'Days'], { type: 'number', value: days }),
    ],
  };
}

const dotted = (date: string): string => date.split('-').reverse().join('.');

/** A table as a list; its rows have their columns by key. */
function rowsOf(value: unknown): TagValue {
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row ?? {})))];
  const tags = (row: Record<string, unknown> | null): TagTree =>
    keys.map((key) => {
      const cell = row?.[key];
      return typeof cell === 'boolean' ? flag([key], cell) : text([key], cell == null ? null : String(cell));
    });
  return { type: 'list', items: rows.map(tags), shape: tags(null) };
}
