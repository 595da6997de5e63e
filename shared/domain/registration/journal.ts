import { z } from 'zod';
import { branchScope, entity, organizationScope, type RowOfFields } from '#shared/domain/entity.ts';
import {
  flag,
  id,
  instant,
  integer,
  json,
  oneOf,
  optionalDate,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalText,
  text,
} from '#shared/domain/field.ts';

/** How often a journal begins to count anew; `none`: never. */
export const journalPeriods = ['year', 'quarter', 'month', 'none'] as const;
export type JournalPeriod = (typeof journalPeriods)[number];

/** Most numbers that a workstation is given at a time. */
export const mostLeased = 100;

/** A workstation of which nothing has been heard for so long, in milliseconds, will not come back with its numbers. */
export const reclaimAfter = 400 * 24 * 60 * 60 * 1000;

/** A journal of registration: which documents it takes, and how its numbers look and count. */
export const journal = entity({
  name: 'journal',
  fields: {
    name: text(200),
    /** Stands in the numbers: «ВХ». */
    index: text(20),
    /** Documents of this branch only; null: of all of them. Never changes: the numbers given are seen by it. */
    branchId: optionalId(),
    /** Built-in kinds, and ids of kinds of the company. */
    kinds: json(z.array(z.string().min(1).max(60)).min(1).max(100), { merge: 'merge' }),
    /** `{journal}-{branch}/{yyyy}-{seq:5}`; see pattern.ts. */
    pattern: text(120),
    period: oneOf(journalPeriods),
    /** The number it begins with in `startsIn`, when earlier ones were given on paper; in every other period 1. */
    startsAt: integer(),
    /** Name of that period; null: every one. */
    startsIn: optionalText(10),
    /** Numbers a workstation is given ahead, for days without a link; 0: only the centre numbers, in the order of arrival. */
    leaseSize: integer(),
    position: integer({ part: 'process', merge: 'latest' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { index: (row) => (row.archivedAt === null ? `${row.branchId ?? ''}/${row.index}` : null) },
  indexes: [['index']],
  scopes: (row) => journalScopes(row.branchId),
});

/** Whoever sees a journal: everybody of its branch, or of the company. */
export const journalScopes = (branchId: string | null): string[] =>
  branchId === null ? [organizationScope] : [branchScope(branchId)];

/** A case of the nomenclature (номенклатура дел) of a year, into which documents are filed. */
export const caseFile = entity({
  name: 'case_file',
  fields: {
    /** «01-12». */
    index: text(30),
    title: text(500),
    branchId: optionalId(),
    year: integer(),
    /** Years it is kept after its end; null: permanently. */
    retention: optionalInteger(),
    /** The article of the list of documents with their terms: «ст. 70». */
    article: optionalText(100),
    /** «ЭПК»: an expert commission looks before anything is destroyed. */
    isEpk: flag(),
    openedOn: optionalDate(),
    /** The last day on which something is filed. */
    closedOn: optionalDate({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
  },
  keys: { index: (row) => `${row.branchId ?? ''}/${row.year}/${row.index}` },
  indexes: [['index']],
  scopes: (row) => journalScopes(row.branchId),
});

/** Numbers of a journal that one workstation gives by itself, both ends included. Only the centre makes and moves them. */
export const numberBlock = entity({
  name: 'number_block',
  fields: {
    journalId: id(),
    period: text(10),
    from: integer({ part: 'process', merge: 'latest' }),
    to: integer({ part: 'process', merge: 'latest' }),
    /** The workstation's name with the centre; null: given back, waiting for whoever asks next. */
    client: optionalText(100, { part: 'process', merge: 'latest' }),
    userId: optionalText(40, { part: 'process', merge: 'latest' }),
    deviceName: optionalText(100, { part: 'process', merge: 'latest' }),
    grantedAt: instant({ part: 'process', merge: 'latest' }),
    /** What its workstation had not used by then nobody uses, or it is a block of its own. */
    returnedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { free: (row) => (row.client === null ? `${row.journalId}/${row.period}` : null) },
  indexes: [['journalId', 'period'], ['client']],
  parent: (row) => ({ entity: 'journal', id: row.journalId }),
});

/** What an auditor asks about numbers that no document has. */
export const gapReasons = ['damaged', 'test', 'paper', 'other'] as const;

/** Why numbers of a journal have no document, as a person explains it; both ends included. */
export const numberGap = entity({
  name: 'number_gap',
  fields: {
    journalId: id(),
    period: text(10),
    from: integer(),
    to: integer(),
    reason: oneOf(gapReasons),
    note: text(2_000),
    authorId: id({ part: 'process' }),
    explainedAt: instant({ part: 'process' }),
  },
  indexes: [['journalId', 'period']],
  parent: (row) => ({ entity: 'journal', id: row.journalId }),
});

export type JournalRow = RowOfFields<(typeof journal)['fields']>;
export type CaseFileRow = RowOfFields<(typeof caseFile)['fields']>;
export type NumberBlockRow = RowOfFields<(typeof numberBlock)['fields']>;
export type NumberGapRow = RowOfFields<(typeof numberGap)['fields']>;

/** When the centre last heard of the workstation that holds a block, as far as the block tells: its grant, or a number of it in use. */
export const heardOf = (
  block: Pick<NumberBlockRow, 'grantedAt'>,
  used: readonly { receivedAt: number | null }[],
): number => Math.max(block.grantedAt, ...used.map((row) => row.receivedAt ?? 0));
