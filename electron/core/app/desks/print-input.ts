import { directorOf, signerIn } from '#electron/core/app/desks/drafting-input.ts';
import type { Families } from '#electron/core/app/queries/counterparty-families.ts';
import { nameOf } from '#electron/core/app/queries/names.ts';
import { namesAmong } from '#electron/core/app/queries/names-among.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { currentFiles } from '#shared/domain/approval/content-hash.ts';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import { type PrintSettings, settingsFrom, shippedSettings } from '#shared/domain/company/print-settings.ts';
import { Refusal } from '#shared/domain/error.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { type ValueText, valueTexts } from '#shared/domain/form/value-texts.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { ownValues } from '#shared/formats/print/own-values.ts';
import type {
  PrintAccount,
  PrintCase,
  PrintContents,
  PrintDocument,
  PrintFiled,
  PrintParty,
} from '#shared/formats/print/print-data.ts';
import { fullCompanyName, shortCompanyName, splitLegalForm } from '#shared/lib/words/legal-forms.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';

type Document = RowOf<'document'>;

/** How the company wants a form; as shipped where it said nothing. */
export function settingsOf(db: Readable, form: PrintFormName): PrintSettings {
  const [row] = rowsOf(db, 'print_form', 'WHERE form = ? ORDER BY changedAt DESC, id DESC LIMIT 1', form);
  return row ? settingsFrom(row.settings) : shippedSettings;
}

export function organizationParty(db: Readable): PrintParty {
  const [row] = rowsOf(db, 'organization', 'LIMIT 1');
  if (!row) throw new Refusal('NOT_HERE', { entity: 'organization' });
  const { form, name } = splitLegalForm(row.name);
  return {
    name: shortCompanyName(form, name),
    fullName: row.fullName || fullCompanyName(form, name),
    ...{ inn: row.inn, kpp: row.kpp, ogrn: row.ogrn, address: row.address, phone: null },
    account: ownAccount(db),
    signer: directorOf(db),
  };
}

function counterpartyOf(db: Readable, document: Document, families: Families): PrintParty | null {
  const id = document.counterpartyId && families.standing(document.counterpartyId);
  const row = id ? storedOf(db, 'counterparty', id)?.row : null;
  if (!row) return null;
  const split = splitLegalForm(row.name);
  const form = row.legalForm ?? split.form;
  const definitions = rowsOf(db, 'field_definition', '');
  return {
    name: shortCompanyName(form, split.name),
    fullName: row.fullName || fullCompanyName(form, split.name),
    ...{ inn: row.inn, kpp: row.kpp, ogrn: row.ogrn, address: row.address, phone: row.phone },
    account: accountOf(db, families.members(row.id)),
    signer: signerIn(document.custom, definitions),
  };
}

function ownAccount(db: Readable): PrintAccount | null {
  const order = `ORDER BY currency <> 'RUB', createdAt, id LIMIT 1`;
  return printed(rowsOf(db, 'bank_account', `WHERE counterpartyId IS NULL AND archivedAt IS NULL ${order}`));
}

/** The first living account in roubles of a counterparty: its own before those of the records it has taken in. */
function accountOf(db: Readable, family: readonly string[]): PrintAccount | null {
  const of = 'counterpartyId IN (SELECT value FROM json_each(?)) AND archivedAt IS NULL';
  const order = `ORDER BY currency <> 'RUB', counterpartyId <> ?, createdAt, id LIMIT 1`;
  return printed(rowsOf(db, 'bank_account', `WHERE ${of} ${order}`, JSON.stringify(family), family[0] ?? ''));
}

const printed = ([row]: RowOf<'bank_account'>[]): PrintAccount | null =>
  row ? { account: row.account, bik: row.bik, bankName: row.bankName, corrAccount: row.corrAccount } : null;

export function caseOf(db: Readable, caseFileId: string | null): PrintCase | null {
  const row = caseFileId ? storedOf(db, 'case_file', caseFileId)?.row : null;
  return row ? { index: row.index, title: row.title, year: row.year } : null;
}

/** What is filed in a case, in the order in which it was registered: the first `most`, and how much there is behind them. */
export function filedIn(db: Readable, caseFileId: string, most: number): PrintContents {
  const read = prepared(db, filedSql).all(caseFileId) as (PrintFiled & { documentId: string })[];
  const seen = new Set<string>();
  const filed = read.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
  const entries = filed.slice(0, most).map(({ number, date, subject }) => ({ number, date, subject }));
  return { entries, left: filed.length - entries.length };
}

// Of a document that this person may not see only the entry of its journal is here.
const filedSql = `SELECT r.documentId, coalesce(r.number, d.number) AS number, r.date, d.subject
FROM registration r LEFT JOIN document d ON d.id = r.documentId
WHERE r.caseFileId = ? AND r.voidedAt IS NULL ORDER BY r.date, r.registeredAt, r.id`;

/** A document as papers tell of it. A list of many needs neither its lines nor its files: `whole` is for one on a page of its own. */
export function printDocument(
  db: Readable,
  id: string,
  { language, whole, families }: { language: 'ru' | 'en'; whole: boolean; families: Families },
): PrintDocument | null {
  const row = storedOf(db, 'document', id)?.row;
  if (!row) return null;
  const kind = row.kindId ? storedOf(db, 'document_kind', row.kindId)?.row : null;
  const basis = row.parentId ? storedOf(db, 'document', row.parentId)?.row : null;
  return {
    ...{ id: row.id, kind: row.kind, number: row.number, date: row.date, subject: row.subject, state: row.state },
    kindLabel: kind ? ((language === 'en' ? kind.labelEn : null) ?? kind.label) : null,
    counterparty: counterpartyOf(db, row, families),
    counterpartyNumber: row.counterpartyNumber ?? null,
    ...{ amount: row.amount, vatAmount: row.vatAmount, currency: row.currency },
    ...{ dueDate: row.dueDate, note: row.note },
    branch: nameOf(db, 'branch', row.branchId) ?? '',
    responsible: nameOf(db, 'employee', row.responsibleId),
    author: nameOf(db, 'employee', row.authorId),
    basis: basis ? { number: basis.number, date: basis.date, subject: basis.subject } : null,
    registration: registrationOf(db, id),
    own: whole ? ownValues(ownTexts(db, row), namesAmong(db, [row.custom ?? null]), language) : [],
    lines: whole ? rowsOf(db, 'document_line', 'WHERE documentId = ? ORDER BY position, id', id) : [],
    files: whole
      ? currentFiles(rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY createdAt, id', id)).map(
          (file) => file.name,
        )
      : [],
  };
}

function registrationOf(db: Readable, documentId: string): PrintDocument['registration'] {
  const tail = 'WHERE documentId = ? AND voidedAt IS NULL ORDER BY registeredAt DESC, id DESC LIMIT 1';
  const [row] = rowsOf(db, 'registration', tail, documentId);
  if (!row) return null;
  const file = caseOf(db, row.caseFileId);
  const registrar = nameOf(db, 'employee', row.authorId);
  return {
    ...{ number: row.number, date: row.date },
    journal: nameOf(db, 'journal', row.journalId),
    caseFile: file ? `${file.index} ${file.title}` : null,
    registrar: registrar ? nameWithInitials(registrar, 'last') : null,
  };
}

/** Own fields in the order of the kind's version, then those that the company added to the built-in kind. */
export function ownTexts(db: Readable, row: Document): ValueText[] {
  const version = row.kindVersionId ? storedOf(db, 'document_kind_version', row.kindVersionId)?.row : null;
  const known = new Set(version ? fieldsOf(version.form).map((field) => field.key) : []);
  const added = rowsOf(db, 'field_definition', 'ORDER BY position, id').filter(
    (one) => one.kinds.includes(row.kind) && !known.has(one.key),
  );
  return [
    ...(version ? valueTexts(version.form, row.custom ?? {}) : []),
    ...added.flatMap(({ key, label, type }): ValueText[] => {
      const value = row.custom?.[key] ?? null;
      return value === null ? [] : [{ key, label, type, value }];
    }),
  ];
}
