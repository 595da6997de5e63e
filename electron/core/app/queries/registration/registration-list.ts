import { namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RegistrationPlace } from '#shared/queries/registration.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Which entries, by SQL of this program, and its values. */
function whereOf(place: RegistrationPlace): { where: string; order: string; values: string[] } {
  if ('caseFileId' in place) {
    const where = 'WHERE caseFileId = ? AND voidedAt IS NULL';
    return { where, order: 'ORDER BY date DESC, registeredAt DESC, id', values: [place.caseFileId] };
  }
  const values = [place.journalId, place.period];
  return { where: 'WHERE journalId = ? AND period = ?', order: 'ORDER BY seq DESC NULLS FIRST, id', values };
}

/** A window of the entries of a journal or of a case file. */
export function registrationList(
  db: Readable,
  { place, start, end }: QueryArgs<'registration.list'>,
): QueryResult<'registration.list'> {
  const { where, order, values } = whereOf(place);
  const counted = `SELECT count(*), count(voidedAt), count(*) - count(seq) FROM registration ${where}`;
  const [total, voided, waiting] = prepared(db, counted)
    .raw()
    .get(...values) as [number, number, number];
  const found = rowsOf(db, 'registration', `${where} ${order} LIMIT ? OFFSET ?`, ...values, end - start, start);
  const documents = found.map((row) => storedOf(db, 'document', row.documentId)?.row);
  const parties = namesOf(
    db,
    'counterparty',
    documents.map((document) => document?.counterpartyId),
  );
  const people = namesOf(
    db,
    'employee',
    found.map((row) => row.authorId),
  );
  const rows = found.map((row, at) => ({
    ...{ id: row.id, documentId: row.documentId, number: row.number, seq: row.seq, date: row.date },
    subject: documents[at]?.subject ?? null,
    counterpartyName: parties.get(documents[at]?.counterpartyId ?? '') ?? null,
    caseIndex: row.caseFileId === null ? null : (storedOf(db, 'case_file', row.caseFileId)?.row.index ?? null),
    ...{ authorName: people.get(row.authorId) ?? null, deviceName: row.deviceName, registeredAt: row.registeredAt },
    ...{ insteadOf: row.insteadOf, isProvisional: row.isProvisional },
    ...{ voidedAt: row.voidedAt, voidReason: row.voidReason },
  }));
  return { rows, total, voided, waiting };
}

/** Where the number stands among the entries of its journal and period. */
export function registrationPosition(
  db: Readable,
  { journalId, period, number }: QueryArgs<'registration.position'>,
): QueryResult<'registration.position'> {
  const wanted = number.trim();
  const [whole] = rowsOf(
    ...([db, 'registration', 'WHERE journalId = ? AND period = ? AND number = ?'] as const),
    ...[journalId, period, wanted],
  );
  // What is typed is often the running number alone, with or without what stands before it.
  const digits = /(\d+)\D*$/.exec(wanted)?.[1];
  const seq = whole?.seq ?? (digits ? Number(digits) : null);
  if (seq === null) return { index: null };
  const before = `SELECT count(*) FILTER (WHERE seq IS NULL OR seq > ?), count(*) FILTER (WHERE seq = ?)
    FROM registration WHERE journalId = ? AND period = ?`;
  const [index, has] = prepared(db, before).raw().get(seq, seq, journalId, period) as [number, number];
  return { index: has > 0 ? index : null };
}
