import { z } from 'zod';
import type { FieldType, Form } from '#shared/domain/form/form.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

type KindRow = RowOf<'document_kind'>;

export interface KindLine extends Pick<KindRow, 'id' | 'key' | 'base' | 'label' | 'labelEn' | 'icon' | 'createRoles'> {
  /** The version in force, under which new documents are filled in. */
  versionId: string;
  number: number;
  form: Form;
}

/** Kinds of the company's own of which documents can be made, in their order. */
export const kindList = query<KindLine[]>()({
  name: 'kind.list',
  args: z.object({}),
  entities: ['document_kind', 'document_kind_version'],
});

/** A kind of a document with the version it was filled in under; null when it is not on this workstation. */
export const kindVersion = query<{ kind: KindRow; number: number; form: Form } | null>()({
  name: 'kind.version',
  args: z.object({ versionId: z.string() }),
  entities: ['document_kind', 'document_kind_version'],
});

export interface OwnField {
  key: string;
  label: string;
  /** A calculated field has the type of what it holds. */
  type: Exclude<FieldType, 'calculated' | 'file' | 'table' | 'checklist'>;
  options: string[];
  /** Kinds of the company's own that have it, in any version. */
  kindIds: string[];
  /** Some document here has it filled in. */
  isFilled: boolean;
}

/** Fields of the company's own by which registers sort and filter: of kinds in all their versions, newest first, and those added to built-in ones. */
export const kindFields = query<OwnField[]>()({
  name: 'kind.fields',
  args: z.object({}),
  entities: ['document_kind', 'document_kind_version', 'field_definition', 'document'],
});

export interface KindSetup {
  row: KindRow;
  /** What is in force; null: never published. */
  form: Form | null;
  versions: (Pick<RowOf<'document_kind_version'>, 'id' | 'number' | 'publishedAt' | 'note'> & {
    authorName: string | null;
    /** Documents here that were filled in under it. */
    documents: number;
  })[];
}

/** Everything that administrators keep of kinds, those put away included. */
export const kindSetup = query<KindSetup[]>()({
  name: 'kind.setup',
  args: z.object({}),
  entities: ['document_kind', 'document_kind_version', 'document', 'employee'],
});

export const readerReasons = ['branch', 'author', 'responsible', 'participant', 'reader', 'everybranch'] as const;
export type ReaderReason = (typeof readerReasons)[number];

export interface ReaderLine {
  employeeId: string;
  fullName: string;
  position: string;
  branchId: string;
  /** Why they see it: everything that would let them. `everybranch`: they see the papers of all branches. */
  reasons: ReaderReason[];
}

/** Who can see a document and why, by name; null when it is not on this workstation. A template or a request is seen as its own rules say. */
export const documentReaders = query<{
  isConfidential: boolean;
  rule: 'document' | 'everybody' | 'ticket';
  people: ReaderLine[];
} | null>()({
  name: 'document.readers',
  args: z.object({ id: z.string() }),
  entities: ['document', 'employee', 'branch'],
});
