import { z } from 'zod';
import { type Standing, standings } from '#shared/domain/control/standing.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { Freshness } from '#shared/queries/analytics.ts';
import { query } from '#shared/queries/query.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const some = z.array(z.string()).max(1_000).nullable();

/** What the lists of control tell of a document. */
interface Paper {
  id: string;
  kind: DocumentRow['kind'];
  kindId: string | null;
  kindLabel: string | null;
  kindLabelEn: string | null;
  number: string | null;
  date: string;
  subject: string;
  counterpartyName: string | null;
  counterpartyForm: string | null;
  branchId: string;
  responsibleId: string | null;
  responsibleName: string | null;
}

/** Paper originals that are out, or that were lost. */
export interface OriginalsLine extends Paper {
  /** With whom they are, as it was said; null: nobody said it. */
  place: string | null;
  /** When they were sent, or found to be lost; null: before that was written down. */
  since: number | null;
  byId: string | null;
  byName: string | null;
  dueOn: string | null;
  isOverdue: boolean;
}

/** Overdue first, the earliest day before the others; those without a day last, the oldest first. */
export const originalsList = query<{ rows: OriginalsLine[]; sent: number; overdue: number; lost: number }>()({
  name: 'originals.list',
  args: z.object({
    state: z.enum(['sent', 'overdue', 'lost']),
    branchIds: some,
    text: z.string().max(200).nullable(),
  }),
  entities: ['document', 'history', 'counterparty', 'employee', 'branch', 'document_kind'],
});

/** Since when the originals of a document are where they are, and how often its due day has been moved. */
export const controlCard = query<{
  originals: { since: number; byName: string | null } | null;
  moves: number;
  /** Days left in the branch of the document, negative when its day has passed; null: it has none, or is done with. */
  daysLeft: number | null;
}>()({
  name: 'control.card',
  args: z.object({ documentId: z.string() }),
  entities: ['document', 'history', 'employee', 'branch', 'working_calendar'],
});

const about = z.object({
  /** Days on which something was due, both included. */
  from: date,
  to: date,
  branchIds: some,
  /** With everything below them. */
  departmentIds: some,
  responsibleIds: some,
  /** Built-in kinds by their code, the company's own by their id. */
  kinds: some,
});
export type DisciplineFilter = z.infer<typeof about>;

/** Documents that were due, by how they stand today. `days` are working days, over the late and the overdue ones each. */
export interface Discipline extends Record<Standing, number> {
  total: number;
  lateDays: number;
  overdueDays: number;
  /** Documents whose due day was moved, and how often in all. */
  moved: number;
  moves: number;
}

export interface DisciplineGroup extends Discipline {
  /** Null: nobody answers for them. */
  id: string | null;
  name: string | null;
  position: string | null;
}

export interface DisciplineReport {
  /** Up to when this workstation knows everything; null: it has never heard of the centre. */
  knownUntil: number | null;
  freshness: Freshness[];
  all: Discipline;
  people: DisciplineGroup[];
  branches: DisciplineGroup[];
  /** By the week of the due day (its Monday). */
  weeks: ({ from: string } & Discipline)[];
}

/** Execution discipline: what was due in a period and how it was kept, worked out on this workstation. */
export const disciplineReport = query<DisciplineReport>()({
  name: 'discipline.report',
  args: about,
  entities: ['document', 'history', 'employee', 'department', 'branch', 'working_calendar'],
});

export const disciplineShows = ['all', ...standings, 'moved'] as const;
export type DisciplineShow = (typeof disciplineShows)[number];
export const disciplineColumns = ['dueDate', 'number', 'date', 'subject', 'responsible', 'doneOn', 'daysLate'] as const;
export type DisciplineColumn = (typeof disciplineColumns)[number];

export interface DisciplineLine extends Paper {
  dueDate: string;
  doneOn: string | null;
  standing: Standing;
  daysLate: number;
  moves: number;
}

/** A window of the documents behind a figure of the report. */
export const disciplineList = query<{ total: number; rows: DisciplineLine[] }>()({
  name: 'discipline.list',
  args: about.extend({
    show: z.enum(disciplineShows),
    /** Only those that nobody answers for. */
    unassigned: z.boolean(),
    sort: z.object({ column: z.enum(disciplineColumns), direction: z.enum(['asc', 'desc']) }),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  }),
  entities: [
    'document',
    'history',
    'counterparty',
    'employee',
    'department',
    'branch',
    'working_calendar',
    'document_kind',
  ],
});
