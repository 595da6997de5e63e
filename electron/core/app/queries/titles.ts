import { namesOf } from '#electron/core/app/queries/names.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

export interface Title {
  title: string | null;
  number: string | null;
  /** The record is on this workstation. */
  here: boolean;
}

interface Pointed {
  entity: string;
  id: string;
}

/** Records that are named after the document they belong to. */
const partsOfDocument = [
  'attachment',
  'key_date',
  'obligation',
  'protocol_item',
  'document_link',
  'approval',
  'approval_task',
  'decision',
] as const;
const ofDocument = (part: string): string =>
  `SELECT x.id, d.subject, d.number FROM ${part} x LEFT JOIN document d ON d.id = x.documentId`;

/** SQL that gives id, title, number of the records of each entity; a record that belongs to another has its title. */
const titleSql: Readonly<Record<string, string>> = {
  document: 'SELECT id, subject, number FROM document',
  counterparty: 'SELECT id, name, NULL FROM counterparty',
  bank_account: `SELECT x.id, c.name, x.account FROM bank_account x LEFT JOIN counterparty c ON c.id = x.counterpartyId`,
  saved_view: 'SELECT id, name, NULL FROM saved_view',
  organization: 'SELECT id, name, NULL FROM organization',
  department: 'SELECT id, name, NULL FROM department',
  approval_route: 'SELECT id, name, NULL FROM approval_route',
  field_definition: 'SELECT id, label, NULL FROM field_definition',
  clause: 'SELECT id, title, NULL FROM clause',
  working_calendar: 'SELECT id, CAST(year AS TEXT), NULL FROM working_calendar',
  substitution: `SELECT x.id, e.fullName, NULL FROM substitution x LEFT JOIN employee e ON e.id = x.employeeId`,
  counterparty_check: `SELECT x.id, c.name, NULL FROM counterparty_check x LEFT JOIN counterparty c ON c.id = x.counterpartyId`,
  ...Object.fromEntries(partsOfDocument.map((part) => [part, ofDocument(part)])),
  conflict: `SELECT x.id, coalesce(d.subject, c.name, p.fullName, r.name, g.name, b.name, o.name), d.number FROM conflict x
    LEFT JOIN document d ON d.id = coalesce(${partsOfDocument
      .map((part) => `(SELECT documentId FROM ${part} WHERE id = x.objectId)`)
      .join(', ')}, x.objectId)
    LEFT JOIN counterparty c ON c.id = x.objectId LEFT JOIN employee p ON p.id = x.objectId
    LEFT JOIN approval_route r ON r.id = x.objectId LEFT JOIN department g ON g.id = x.objectId
    LEFT JOIN branch b ON b.id = x.objectId LEFT JOIN organization o ON o.id = x.objectId`,
};

/** How records call themselves, by id. */
export function titlesOf(db: Readable, records: readonly Pointed[]): (record: Pointed) => Title {
  const found = new Map<string, Title>();
  for (const entity of new Set(records.map((record) => record.entity))) {
    const ids = [...new Set(records.filter((record) => record.entity === entity).map((record) => record.id))];
    for (const [id, title] of read(db, entity, ids)) found.set(id, title);
  }
  return (record) => found.get(record.id) ?? { title: null, number: null, here: false };
}

function read(db: Readable, entity: string, ids: string[]): [string, Title][] {
  if (entity === 'employee' || entity === 'branch') {
    return [...namesOf(db, entity, ids)].map(([id, title]) => [id, { title, number: null, here: true }]);
  }
  const sql = Object.hasOwn(titleSql, entity) ? titleSql[entity] : undefined;
  if (!sql) return [];
  const own = /\sx\s/.test(sql) ? 'x.id' : 'id';
  const statement = prepared(db, `${sql} WHERE ${own} IN (SELECT value FROM json_each(?))`).raw();
  const rows = statement.all(JSON.stringify(ids)) as [string, string | null, string | null][];
  return rows.map(([id, title, number]) => [id, { title, number, here: true }]);
}
