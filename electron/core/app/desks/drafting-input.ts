import { readFamilies } from '#electron/core/app/queries/counterparty-families.ts';
import { namesAmong } from '#electron/core/app/queries/names-among.ts';
import type { DraftingInput, Signer } from '#electron/core/jobs/drafting/drafting-input.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { documentKinds } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import { formTexts } from '#shared/domain/form/value-texts.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

/** Rows of an entity where a column has a value, in id order. */
function rowsWhere<E extends EntityName>(db: Readable, entity: E, column: string, value: string | null): RowOf<E>[] {
  const test = value === null ? `"${column}" IS NULL` : `"${column}" = ?`;
  const found = prepared(db, `SELECT * FROM "${entity}" WHERE ${test} ORDER BY id`).all(
    ...(value === null ? [] : [value]),
  );
  return found.map((record) => decodeRow(entity, record as Record<string, unknown>) as unknown as RowOf<E>);
}

const living = <R extends { archivedAt: number | null }>(rows: R[]): R[] =>
  rows.filter((row) => row.archivedAt === null);

function row<E extends EntityName>(db: Readable, entity: E, id: string | null | undefined): RowOf<E> | null {
  return id ? (readRow(db, entity, id) as unknown as RowOf<E> | null) : null;
}

/** Everything a template may ask about a contract, as it stands here. */
export function draftingInput(
  db: Readable,
  documentId: string,
  clauseIds: readonly string[],
  now: number,
): DraftingInput {
  const document = row(db, 'document', documentId);
  if (!document) throw new Refusal('NOT_FOUND', { entity: 'document', id: documentId });
  const organization = rowsOfAll(db, 'organization')[0];
  if (!organization) throw new Refusal('NOT_HERE', { entity: 'organization' });
  const branch = row(db, 'branch', document.branchId);
  const families = readFamilies(db);
  const party = document.counterpartyId;
  const counterparty = row(db, 'counterparty', party && families.standing(party));
  const definitions = rowsOfAll(db, 'field_definition').filter((one) => one.kinds.includes(document.kind));
  const own = ownOf(db, document);
  return {
    today: localDate(branch?.offsets ?? [], now),
    organization,
    organizationAccounts: living(rowsWhere(db, 'bank_account', 'counterpartyId', null)),
    organizationSigner: directorOf(db),
    branch,
    counterparty,
    // Its own stand before those of the records it has taken in.
    counterpartyAccounts: (counterparty ? families.members(counterparty.id) : []).flatMap((id) =>
      living(rowsWhere(db, 'bank_account', 'counterpartyId', id)),
    ),
    counterpartySigner: signerIn(document.custom, [...definitions, ...(own?.fields ?? [])]),
    document,
    definitions,
    parent: row(db, 'document', document.parentId),
    responsible: row(db, 'employee', document.responsibleId),
    lines: rowsWhere(db, 'document_line', 'documentId', documentId),
    obligations: living(rowsWhere(db, 'obligation', 'documentId', documentId)),
    clauses: clauseIds.flatMap((id) => row(db, 'clause', id) ?? []),
    own,
    registration: registrationOf(db, documentId),
    application: document.kind === 'application' ? applicationOf(db, documentId) : null,
  };
}

/** The fields of an own kind as the version says under which the document was filled in. */
function ownOf(
  db: Readable,
  { kindId, kindVersionId, custom }: Pick<RowOf<'document'>, 'kindId' | 'kindVersionId' | 'custom'>,
): DraftingInput['own'] {
  const kind = row(db, 'document_kind', kindId);
  const version = row(db, 'document_kind_version', kindVersionId);
  if (!kind || !version) return null;
  const people = Object.fromEntries(namesAmong(db, [custom ?? null]));
  return { label: kind.label, fields: formTexts(version.form, custom ?? {}), people };
}

function registrationOf(db: Readable, documentId: string): DraftingInput['registration'] {
  const entries = rowsWhere(db, 'registration', 'documentId', documentId).filter((one) => one.voidedAt === null);
  const entry = entries.sort((one, other) => other.registeredAt - one.registeredAt)[0];
  if (!entry) return null;
  const file = row(db, 'case_file', entry.caseFileId);
  return { number: entry.number, date: entry.date, caseFile: file ? `${file.index} ${file.title}` : null };
}

/** An empty document of a kind (its key): what a template is checked against before there is one. */
export function blankDraftingInput(db: Readable, key: string, now: number): DraftingInput {
  const own = rowsOfAll(db, 'document_kind').find((one) => one.key === key && one.publishedVersion > 0);
  const kind = documentKinds.find((one) => one === (own?.base ?? key)) ?? 'contract';
  const organization = rowsOfAll(db, 'organization')[0];
  if (!organization) throw new Refusal('NOT_HERE', { entity: 'organization' });
  const versions = own ? rowsWhere(db, 'document_kind_version', 'kindId', own.id) : [];
  const form = versions.find((one) => one.number === own?.publishedVersion)?.form;
  return {
    today: localDate([], now),
    organization,
    ...{ organizationAccounts: [], organizationSigner: null, branch: null, counterparty: null },
    ...{ counterpartyAccounts: [], counterpartySigner: null, parent: null, responsible: null },
    ...{ lines: [], obligations: [], clauses: [] },
    document: {
      ...{ number: null, date: localDate([], now), subject: '', amount: null, vatAmount: null, currency: 'RUB' },
      ...{ effectiveFrom: null, expiresOn: null, renewal: null, noticeDays: null, counterpartyNumber: null },
      ...{ contractType: null, custom: null },
    },
    definitions: rowsOfAll(db, 'field_definition').filter((one) => one.kinds.includes(kind)),
    own: own && form ? { label: own.label, fields: formTexts(form, {}), people: {} } : null,
  };
}

/** Who asked for what, for the papers that a desk makes of a request. */
function applicationOf(db: Readable, id: string): DraftingInput['application'] {
  const ticket = row(db, 'ticket', id);
  const requester = row(db, 'employee', ticket?.requesterId);
  if (!ticket || !requester) throw new Refusal('NOT_HERE', { entity: 'ticket' });
  const versions = rowsWhere(db, 'service_version', 'serviceId', ticket.serviceId);
  const version = versions.find((one) => one.version === ticket.serviceVersion);
  const fields = version ? formTexts(version.definition.form, ticket.values) : [];
  const people: Record<string, string> = {};
  for (const { type, value } of fields) {
    if (typeof value !== 'string') continue;
    const name = type === 'employee' ? row(db, 'employee', value)?.fullName : row(db, 'counterparty', value)?.name;
    if (name) people[value] = name;
  }
  return {
    requester,
    department: row(db, 'department', requester.departmentId)?.name ?? null,
    branch: row(db, 'branch', requester.branchId)?.name ?? null,
    fields,
    people,
  };
}

function rowsOfAll<E extends EntityName>(db: Readable, entity: E): RowOf<E>[] {
  const found = prepared(db, `SELECT * FROM "${entity}" ORDER BY id`).all();
  return found.map((record) => decodeRow(entity, record as Record<string, unknown>) as unknown as RowOf<E>);
}

/**
 * Who signs for the counterparty, when the company keeps fields of its own for it: signer_name, signer_position, signer_basis.
 * A key that nobody has defined may mean anything, so it is not read.
 */
export function signerIn(
  custom: RowOf<'document'>['custom'],
  definitions: readonly Pick<RowOf<'field_definition'>, 'key'>[],
): Signer | null {
  const said = (key: string): string => {
    const value = definitions.some((one) => one.key === key) ? custom?.[key] : null;
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = said('signer_name');
  return name === '' ? null : { name, position: said('signer_position'), basis: said('signer_basis') };
}

/** Whoever heads the company: an active manager who sees every branch. */
export function directorOf(db: Readable): Signer | null {
  const managers = rowsOfAll(db, 'employee').filter(
    (one) => one.state === 'active' && one.branchAccess === null && one.roles.includes('manager'),
  );
  const [first] = managers;
  return first ? { name: first.fullName, position: first.position, basis: 'Устава' } : null;
}

export function protocolItemsOf(db: Readable, documentId: string): RowOf<'protocol_item'>[] {
  const items = living(rowsWhere(db, 'protocol_item', 'documentId', documentId));
  return items.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** The newest living text of a document: what a newly filled one becomes the next version of. */
export function textOf(db: Readable, documentId: string, name: string): RowOf<'attachment'> | null {
  const files = living(rowsWhere(db, 'attachment', 'documentId', documentId));
  const same = files.filter((file) => (file.purpose ?? 'text') === 'text' && file.name === name);
  return same.sort((one, other) => (other.version ?? 1) - (one.version ?? 1))[0] ?? null;
}
