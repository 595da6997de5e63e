import { z } from 'zod';
import type { Gap } from '#shared/domain/registration/gaps.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export interface JournalOffer {
  journal: RowOf<'journal'>;
  period: string;
  /** The number that a registration here and now gets; null: the centre gives it. */
  next: { blockId: string; seq: number; number: string } | null;
  /** Numbers of its own that the workstation has left. */
  left: number;
}

/** In which journals a document may be registered on a day, which number it would get, and where it may be filed. */
export const registrationNext = query<{
  /** What was asked: a number is not taken for another day than it was shown for. */
  date: string;
  caseFileId: string | null;
  offers: JournalOffer[];
  caseFiles: RowOf<'case_file'>[];
} | null>()({
  name: 'registration.next',
  args: z.object({ documentId: z.string(), date, caseFileId: z.string().nullable() }),
  entities: ['document', 'document_kind', 'journal', 'case_file', 'number_block', 'registration'],
});

export interface RegistrationInfo {
  registration: RowOf<'registration'>;
  journalName: string | null;
  caseFile: RowOf<'case_file'> | null;
  authorName: string | null;
  voidedByName: string | null;
}

/** Registrations of a document, the newest first, and whether it may be registered now. */
export const registrationCard = query<{ registrations: RegistrationInfo[]; mayRegister: boolean }>()({
  name: 'registration.card',
  args: z.object({ documentId: z.string() }),
  entities: ['document', 'registration', 'journal', 'case_file', 'employee', 'approval'],
});

/** Numbers of a journal that a workstation holds for the present period or the next one. */
export interface JournalLease {
  blockId: string;
  /** This workstation's. */
  isHere: boolean;
  deviceName: string | null;
  userId: string | null;
  period: string;
  from: number;
  to: number;
  /** Numbers of it that no registration has. */
  left: number;
  since: number;
  /** When its workstation was last heard of; see heardOf. */
  heardAt: number;
}

export interface JournalLine {
  journal: RowOf<'journal'>;
  /** The present one. */
  period: string;
  /** Those in which numbers were given and the present one, the newest first. */
  periods: string[];
  /** The highest number that a document has in the present period. */
  last: number | null;
  /** Numbers that this workstation may give without a link, and the first of them. */
  left: number;
  next: number | null;
  leases: JournalLease[];
}

/** Journals in their order, archived ones too, with how far each has come and who holds numbers of it. */
export const journalList = query<JournalLine[]>()({
  name: 'journal.list',
  args: z.object({}),
  entities: ['journal', 'number_block', 'registration'],
});

export interface CaseLine {
  file: RowOf<'case_file'>;
  /** Registrations in force that were filed in it. */
  documents: number;
}

/** The nomenclature: case files of all years, the newest first, closed ones too. */
export const caseFileList = query<CaseLine[]>()({
  name: 'case_file.list',
  args: z.object({}),
  entities: ['case_file', 'registration'],
});

/** Entries of one journal and period with the highest number first, or what is filed in a case with the newest first. */
export const registrationPlace = z.union([
  z.object({ journalId: z.string(), period: z.string().max(10) }),
  z.object({ caseFileId: z.string() }),
]);
export type RegistrationPlace = z.infer<typeof registrationPlace>;

export interface RegistrationLine {
  id: string;
  documentId: string;
  number: string | null;
  seq: number | null;
  date: string;
  /** Of the document; null when it is not for this person to see. */
  subject: string | null;
  counterpartyName: string | null;
  caseIndex: string | null;
  authorName: string | null;
  deviceName: string | null;
  registeredAt: number;
  insteadOf: string | null;
  isProvisional: boolean;
  voidedAt: number | null;
  voidReason: string | null;
}

/** A window of a journal's entries; those that wait for a number of the centre stand first. */
export const registrationList = query<{ rows: RegistrationLine[]; total: number; voided: number; waiting: number }>()({
  name: 'registration.list',
  args: z.object({ place: registrationPlace, start: z.number().int().min(0), end: z.number().int().min(0) }),
  entities: ['registration', 'document', 'counterparty', 'case_file', 'employee'],
});

/** Where an entry stands in a journal, by its whole number or its running one; null: there is none. */
export const registrationPosition = query<{ index: number | null }>()({
  name: 'registration.position',
  args: z.object({ journalId: z.string(), period: z.string().max(10), number: z.string().max(120) }),
  entities: ['registration'],
});

/** The register of gaps: which numbers of a period no document has, and why. */
export const journalGaps = query<{
  /** All periods in which numbers were given, the newest first. */
  periods: string[];
  highest: number;
  /** Documents that have a number. */
  registered: number;
  gaps: Gap[];
  /** When the centre was last heard, UTC milliseconds; null: never. What happened since is not in it. */
  knownUntil: number | null;
} | null>()({
  name: 'journal.gaps',
  args: z.object({ journalId: z.string(), period: z.string().max(10) }),
  entities: ['journal', 'number_block', 'number_gap', 'registration'],
});

/** Periods of journals in which numbers are missing and nobody has said why, with how many. */
export const unexplainedNumbers = query<{ journalId: string; period: string; count: number }[]>()({
  name: 'journal.unexplained',
  args: z.object({}),
  entities: ['journal', 'number_block', 'number_gap', 'registration'],
});
