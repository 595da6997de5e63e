import { z } from 'zod';
import { mappingTargets } from '#shared/domain/company/import-mapping.ts';
import { documentKinds } from '#shared/domain/document.ts';
import type { ErrorCode } from '#shared/domain/error.ts';

const given = z.object({ handle: z.string(), name: z.string() });

export const textEncodings = [
  'utf-8',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'iso-8859-5',
  'utf-16le',
  'utf-16be',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

const shape = z.object({ delimiter: z.enum([',', ';', '\t', '|']), quote: z.enum(['"', "'"]) });

/** How a file of cells is read; what is left out is found out. */
const reading = z.object({
  sheet: z.number().int().min(0).max(10_000).optional(),
  encoding: z.enum(textEncodings).optional(),
  shape: shape.optional(),
});
export type TableReadingOptions = z.infer<typeof reading>;

/** What rows become: documents of a kind (null: a column tells it) with what the table does not say, or counterparties. */
const mapping = z.object({
  target: z.enum(mappingTargets),
  header: z.number().int().min(0),
  columns: z.record(z.string().max(100), z.number().int().min(0).max(1_000)),
  kind: z.enum(documentKinds).nullable(),
  kindId: z.string().nullable(),
  branchId: z.string(),
  responsibleId: z.string().nullable(),
});
export type TableOrderMapping = z.infer<typeof mapping>;

/** Channels of papers on their way in: tables, and what lies in watched folders. */
export const intakeChannels = {
  /** The beginning of a file of cells, and how it was read. */
  'table.open': z.object({ file: given, reading }),
  /** Reads all of it by a mapping: what each row would be, what is wrong, how many are known. Changes nothing. */
  'table.check': z.object({ file: given, reading, mapping }),
  /** Takes in what was checked last. What came in before it was stopped is known when it runs again. */
  'table.run': z.object({ checkId: z.string(), known: z.enum(['skip', 'update']) }),
  'table.cancel': z.object({}),
  /** Takes back a run as a whole. */
  'table.undo': z.object({ runId: z.string() }),
  'intake.list': z.object({}),
  'intake.open': z.object({ id: z.string() }),
  /** Files handed over by a person wait with those of the folders. */
  'intake.add': z.object({ files: z.array(given).max(500) }),
  'intake.take': z.object({
    ids: z.array(z.string()).min(1).max(500),
    into: z.union([
      z.object({ documentId: z.string() }),
      z.object({
        kind: z.enum(documentKinds),
        kindId: z.string().nullable(),
        /** One document for all; null: each file is one, named after itself. */
        subject: z.string().max(1_000).nullable(),
      }),
    ]),
  }),
  'intake.put-aside': z.object({ ids: z.array(z.string()).min(1).max(500) }),
  'intake.folders': z.object({}),
  'intake.save-folders': z.object({
    scans: z.string().max(1_000).nullable(),
    mail: z.string().max(1_000).nullable(),
    language: z.string().max(1_000).nullable(),
  }),
} as const;

/** Something about a file as a whole. `stops`: not all of it is here, so nothing may be taken in. */
export interface TableFileProblem {
  code: string;
  stops: boolean;
  place: string | null;
  params: Readonly<Record<string, string | number>>;
}

/** A row with its number as spreadsheets show it; columns are counted from 0. */
export interface TableRowView {
  row: number;
  cells: readonly { column: number; type: 'text' | 'number' | 'date' | 'flag' | 'error'; value: string }[];
}

/** The beginning of a file of cells, as `shared/formats/tabular` has it. */
export interface TableView {
  kind: 'workbook' | 'text' | null;
  sheets: { name: string; hidden: boolean }[];
  sheet: number | null;
  encoding: TextEncoding | null;
  shape: z.infer<typeof shape> | null;
  table: { columns: number; rows: TableRowView[]; more: boolean; problems: TableFileProblem[] };
}

/** What is wrong in a cell: field, place (`C7`, or the number of the row), what stands there. */
export interface CellFault {
  code: string;
  field: string;
  row: number;
  place: string;
  value: string;
  requisite: string | null;
}

export type CheckedValue = string | number | boolean | readonly string[];

export interface CheckedRow {
  row: number;
  values: Readonly<Record<string, CheckedValue | undefined>>;
  problems: CellFault[];
}

export interface TableCheck {
  checkId: string;
  /** Rows under the titles; of them with something wrong, new, known already, met before in the same file. */
  rows: number;
  bad: number;
  fresh: number;
  known: number;
  repeated: number;
  /** Counterparties that documents would bring along. */
  parties: number;
  problems: CellFault[];
  /** All of them; `problems` has the first few thousand. */
  problemCount: number;
  /** The first rows as they will be. */
  preview: CheckedRow[];
  /** Ids among the values → what they are called. */
  names: Record<string, string>;
  /** What is wrong with the file as a whole. */
  file: TableFileProblem[];
}

/** A row that its command refused. */
export interface RowRefusal {
  row: number;
  code: ErrorCode;
  details: Record<string, unknown>;
}

export interface TableReport {
  runId: string;
  created: number;
  updated: number;
  /** Known, and left as they are. */
  skipped: number;
  parties: number;
  refused: RowRefusal[];
  cancelled: boolean;
}

export const intakeProblems = ['FOLDER_MISSING', 'FOLDER_DENIED', 'FOLDER_NOT_ONE', 'FOLDER_OWN'] as const;
export type IntakeProblem = (typeof intakeProblems)[number];

/** A file that waits to become a document or part of one. */
export interface IntakeItem {
  id: string;
  name: string;
  size: number;
  /** When it was found, UTC milliseconds. */
  at: number;
  from: 'scans' | 'mail' | 'given';
  /** The document that has the same bytes already. */
  known: { documentId: string; subject: string } | null;
  /** Another file that waits has the same bytes. */
  twin: string | null;
  problem: { code: ErrorCode; details: Record<string, unknown> } | null;
}

export interface IntakeFolder {
  path: string | null;
  problem: IntakeProblem | null;
}

export interface IntakeFolders {
  scans: IntakeFolder;
  mail: IntakeFolder;
  /** The folder with `rus.traineddata`, and whether scans can be read with it. */
  language: { path: string | null; ready: boolean; found: string[] };
}

export interface IntakeTaken {
  documents: string[];
  /** Files that stayed, and why. */
  refused: { name: string; code: ErrorCode; details: Record<string, unknown> }[];
  /** Files that are in but could not be moved out of their folder. */
  left: string[];
}

export interface IntakeReplies {
  'table.open': TableView;
  'table.check': TableCheck;
  'table.run': TableReport;
  'table.cancel': null;
  'table.undo': { undone: number; kept: number };
  'intake.list': IntakeItem[];
  'intake.open': { localPath: string; name: string; mediaType: string; size: number };
  'intake.add': null;
  'intake.take': IntakeTaken;
  'intake.put-aside': null;
  'intake.folders': IntakeFolders;
  'intake.save-folders': IntakeFolders;
}
