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

const partsOfTicket = ['ticket_note', 'ticket_task', 'ticket_link', 'ticket_event'] as const;
const ofTicket = (part: string): string =>
  `SELECT x.id, t.title, t.number FROM ${part} x LEFT JOIN ticket t ON t.id = x.ticketId`;
const ofEmployee = (part: string): string =>
  `SELECT x.id, e.fullName, NULL FROM ${part} x LEFT JOIN employee e ON e.id = x.employeeId`;
const ofService = (part: string): string =>
  `SELECT x.id, s.name, NULL FROM ${part} x LEFT JOIN service s ON s.id = x.serviceId`;

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
  ticket: 'SELECT id, title, number FROM ticket',
  service: 'SELECT id, name, NULL FROM service',
  queue: 'SELECT id, name, NULL FROM queue',
  sla_policy: 'SELECT id, name, NULL FROM sla_policy',
  canned_reply: 'SELECT id, title, NULL FROM canned_reply',
  article: 'SELECT id, title, NULL FROM article',
  recurring_ticket: 'SELECT id, title, NULL FROM recurring_ticket',
  favourite: ofService('favourite'),
  service_version: ofService('service_version'),
  vacation: ofEmployee('vacation'),
  vacation_grant: ofEmployee('vacation_grant'),
  working_calendar: 'SELECT id, CAST(year AS TEXT), NULL FROM working_calendar',
  substitution: ofEmployee('substitution'),
  counterparty_check: `SELECT x.id, c.name, NULL FROM counterparty_check x LEFT JOIN counterparty c ON c.id = x.counterpartyId`,
  ...Object.fromEntries(partsOfDocument.map((part) => [part, ofDocument(part)])),
  ...Object.fromEntries(partsOfTicket.map((part) => [part, ofTicket(part)])),
  conflict: `SELECT x.id, coalesce(d.subject, c.name, p.fullName, r.name, g.name, b.name, o.name, s.name, q.name, l.name, w.title, y.title, n.title, z.title, f.label, ac.name, ge.fullName), d.number FROM conflict x
    LEFT JOIN document d ON d.id = coalesce(${partsOfDocument
      .map((part) => `(SELECT documentId FROM ${part} WHERE id = x.objectId)`)
      .join(', ')}, x.objectId)
    LEFT JOIN counterparty c ON c.id = x.objectId LEFT JOIN employee p ON p.id = x.objectId
    LEFT JOIN approval_route r ON r.id = x.objectId LEFT JOIN department g ON g.id = x.objectId
    LEFT JOIN branch b ON b.id = x.objectId LEFT JOIN organization o ON o.id = x.objectId
    LEFT JOIN service s ON s.id = x.objectId LEFT JOIN queue q ON q.id = x.objectId LEFT JOIN sla_policy l ON l.id = x.objectId
    LEFT JOIN article w ON w.id = x.objectId LEFT JOIN canned_reply y ON y.id = x.objectId
    LEFT JOIN recurring_ticket n ON n.id = x.objectId
    LEFT JOIN clause z ON z.id = x.objectId LEFT JOIN field_definition f ON f.id = x.objectId
    LEFT JOIN bank_account a ON a.id = x.objectId LEFT JOIN counterparty ac ON ac.id = a.counterpartyId
    LEFT JOIN vacation_grant v ON v.id = x.objectId LEFT JOIN employee ge ON ge.id = v.employeeId`,
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
