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
  entities: ['document', 'journal', 'case_file', 'number_block', 'registration'],
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

export interface JournalLine {
  journal: RowOf<'journal'>;
  /** Of the present period. */
  period: string;
  /** The highest number that a document has. */
  last: number | null;
  /** Numbers that this workstation may give without a link. */
  left: number;
}

/** Journals and case files, archived and closed ones too, in their order. */
export const journalList = query<{ journals: JournalLine[]; caseFiles: RowOf<'case_file'>[] }>()({
  name: 'journal.list',
  args: z.object({}),
  entities: ['journal', 'case_file', 'number_block', 'registration'],
});

/** The register of gaps: which numbers of a period no document has, and why. */
export const journalGaps = query<{
  /** All periods in which numbers were given, the newest first. */
  periods: string[];
  highest: number;
  /** Documents that have a number. */
  registered: number;
  gaps: Gap[];
} | null>()({
  name: 'journal.gaps',
  args: z.object({ journalId: z.string(), period: z.string().max(10) }),
  entities: ['journal', 'number_block', 'number_gap', 'registration'],
});
