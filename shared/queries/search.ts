import { z } from 'zod';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { MeaningKind } from '#shared/lib/text/understand.ts';
import { query } from '#shared/queries/query.ts';

/** Places [start, end) of the found words in a text, in UTF-16 units. */
export type Marks = [number, number][];

/** Words found inside of a file; `find` are the first of them as they stand there. */
export interface FileFragment {
  from: 'content';
  text: string;
  marks: Marks;
  attachmentId: string;
  name: string;
  find: string;
}

export interface SearchHit {
  /** A ticket is found by its paper (the document with its id, of kind `application`). */
  entity: 'document' | 'counterparty' | 'ticket';
  id: string;
  title: string;
  titleMarks: Marks;
  number: string | null;
  numberMarks: Marks;
  kind: string | null;
  date: string | null;
  amount: number | null;
  inn: string | null;
  /** What surrounds the words when they were found in the note, the discussion or a file's name. */
  fragment: { from: 'note' | 'comment' | 'attachment'; text: string; marks: Marks } | FileFragment | null;
}

/** Records whose fields or discussion hold the words in any form; newest first. */
export const searchAll = query<{ hits: SearchHit[]; more: boolean; indexing: number }>()({
  name: 'search',
  args: z.object({ text: z.string().max(500), limit: z.number().int().max(100) }),
  entities: ['document', 'counterparty', 'comment', 'attachment'],
});

export const facetNames = ['type', 'where', 'kind', 'state', 'year', 'branch', 'responsible', 'counterparty'] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of a facet are ids, codes of the domain or years; a kind of the company's own is told by its id. */
const chosen = z.partialRecord(z.enum(facetNames), z.array(z.string().max(60)).max(200));
export type ChosenFacets = z.infer<typeof chosen>;

export const searchQuestion = z.object({
  text: z.string().max(500),
  /** Keys of the parts that are not to count. */
  off: z.array(z.string().max(500)).max(50),
  chosen,
});
export type SearchQuestion = z.infer<typeof searchQuestion>;

/** A part of what was typed, as it was taken. */
export interface UnderstoodPart {
  key: string;
  kind: MeaningKind;
  text: string;
  without: boolean;
  off: boolean;
  days: { from: string; to: string } | null;
  /** Employees who may be meant. */
  people: { id: string; name: string }[];
  /** Kopecks. */
  amount: number | null;
}

export interface MarkedFragment {
  from: 'note' | 'field' | 'comment' | 'attachment' | 'content';
  text: string;
  marks: Marks;
  /** Of a file: which, its name and what to look for in it. */
  file: { id: string; name: string; find: string } | null;
}

export interface FoundRow {
  entity: SearchHit['entity'];
  id: string;
  title: string;
  titleMarks: Marks;
  number: string | null;
  numberMarks: Marks;
  kind: string;
  kindLabel: string | null;
  kindLabelEn: string | null;
  state: DocumentRow['state'] | null;
  date: string | null;
  amount: number | null;
  currency: string;
  inn: string | null;
  branchId: string | null;
  counterparty: string | null;
  counterpartyMarks: Marks;
  archived: boolean;
  /** Where else the words stand, two at most. */
  fragments: MarkedFragment[];
}

/** Most rows that one answer carries. */
const mostRows = 500;
const searched = ['document', 'counterparty', 'comment', 'attachment', 'employee'] as const;

/** A window of everything that was found, newest first, and how the words were understood. */
export const searchPage = query<{
  parts: UnderstoodPart[];
  total: number;
  rows: FoundRow[];
  /** Rows that the index has not caught up with. */
  indexing: number;
}>()({
  name: 'search.page',
  args: searchQuestion
    .extend({ start: z.number().int().min(0), end: z.number().int().min(0) })
    .refine(({ start, end }) => end - start <= mostRows),
  entities: [...searched, 'document_kind'],
});

export interface FacetValue {
  value: string;
  count: number;
  /** What it is called where the window does not know. */
  label: string | null;
  labelEn: string | null;
}

/** How many of what was found have which value; each facet counts under the choices in the other facets. */
export const searchFacets = query<{
  facets: Record<FacetName, { values: FacetValue[]; more: number }>;
}>()({
  name: 'search.facets',
  /** `open`: the facet of which more values are wanted. */
  args: searchQuestion.extend({ open: z.enum(facetNames).nullable() }),
  entities: [...searched, 'document_kind'],
});
