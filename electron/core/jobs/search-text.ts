import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { partyFamilySql, standingPartyId } from '#electron/core/store/rows/standing-party.ts';
import { CONTENT, partOfId, partsOfFile, readPart } from '#electron/core/store/search/file-texts.ts';
import type { SearchText } from '#electron/core/store/search/search-source.ts';
import { isId } from '#electron/core/store/views/custom-values.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { isDate } from '#shared/lib/dates/dates.ts';

const fields: Partial<Record<EntityName, readonly string[]>> = {
  document: ['number', 'counterpartyNumber', 'subject', 'note', 'labels', 'amount'],
  counterparty: ['name', 'legalForm', 'fullName', 'inn', 'kpp', 'ogrn', 'address', 'phone', 'email', 'note'],
  comment: ['text'],
  attachment: ['name'],
};

/** The words by which a row is found. A document is also found by its counterparty; a comment leads to what it is about. */
export function searchText(db: Readable, entity: string, id: string): SearchText | undefined {
  if (entity === CONTENT) return contentText(db, id);
  const row = readRow(db, entity as EntityName, id);
  const names = fields[entity as EntityName];
  if (!row || !names) return undefined;
  const words = names.flatMap((name) => textOf(name, row[name]));
  if (entity === 'document') words.push(...ownTexts(row['custom']));
  if (entity === 'document' && typeof row['counterpartyId'] === 'string') {
    words.push(...partyWords(db, row['counterpartyId']));
  }
  if (row['kind'] === 'application') words.push(...aroundTicket(db, row));
  const owner = entity === 'comment' ? row['objectId'] : entity === 'attachment' ? row['documentId'] : undefined;
  const lends = entity === 'counterparty' ? { lends: partyWords(db, id).join('\n') } : {};
  return { text: words.join('\n'), ...lends, ...(typeof owner === 'string' ? { owner } : {}) };
}

/** By what of a counterparty its documents are found; a merged one is read as the record that stands for it. */
function partyWords(db: Readable, id: string): string[] {
  const party = readRow(db, 'counterparty', standingPartyId(db, id));
  return party ? ['name', 'legalForm', 'inn'].flatMap((name) => textOf(name, party[name])) : [];
}

/** Documents that are found by words of a counterparty: its own and those of the records it has taken in. */
export function borrowersOf(db: Readable, entity: string, id: string): { entity: string; id: string }[] {
  if (entity !== 'counterparty') return [];
  const ids = prepared(db, papersOfFamily).pluck().all(id) as string[];
  return ids.map((one) => ({ entity: 'document', id: one }));
}

const papersOfFamily = `SELECT id FROM document WHERE counterpartyId IN ${partyFamilySql}`;

/** Words and choices in the company's own fields; ids, days and numbers are what registers filter by. */
function ownTexts(custom: unknown): string[] {
  if (typeof custom !== 'object' || custom === null) return [];
  const texts = Object.values(custom)
    .flat()
    .filter((one): one is string => typeof one === 'string');
  return texts.filter((one) => one !== '' && !isId(one) && !isDate(one));
}

/** The words of a part of a file, as long as its attachment is seen and has not been removed. */
function contentText(db: Readable, id: string): SearchText | undefined {
  const { attachmentId, part } = partOfId(id);
  const file = readRow(db, 'attachment', attachmentId);
  if (!file || file['archivedAt'] !== null) return undefined;
  const text = readPart(db, String(file['sha256']), part);
  return text === undefined ? undefined : { text, owner: String(file['documentId']) };
}

/** Of how many parts the words of an attachment's file consist; 0: none are known. */
export function partsOf(db: Readable, entity: string, id: string): number {
  if (entity !== 'attachment') return 0;
  const file = readRow(db, 'attachment', id);
  return file && file['archivedAt'] === null ? partsOfFile(db, String(file['sha256'])) : 0;
}

/** A ticket is found by who asked and for what service as well; its paper has the number and the title. */
function aroundTicket(db: Readable, paper: AnyRow): string[] {
  const serviceId = readRow(db, 'ticket', paper.id)?.['serviceId'];
  const service = typeof serviceId === 'string' ? readRow(db, 'service', serviceId) : null;
  const requester = readRow(db, 'employee', String(paper['authorId']));
  return [...textOf('fullName', requester?.['fullName']), ...textOf('name', service?.['name'])];
}

function textOf(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number') return name === 'amount' ? [kopecks(value)] : [String(value)];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** Kopecks as people write an amount: 123456789 → 1234567,89. */
function kopecks(value: number): string {
  const [sign, digits] = [value < 0 ? '-' : '', String(Math.abs(value)).padStart(3, '0')];
  return `${sign}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
