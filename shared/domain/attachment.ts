import { entity } from '#shared/domain/entity.ts';
import {
  id,
  instant,
  integer,
  later,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '#shared/domain/field.ts';

export const attachmentPurposes = [
  'text',
  'appendix',
  'scan',
  'markup',
  'protocol',
  /** An electronic signature of another file. */
  'signature',
  /** A machine-readable power of attorney (МЧД) of whoever signed. */
  'authority',
] as const;
export type AttachmentPurpose = (typeof attachmentPurposes)[number];

/** A file of a document. Its bytes are found by their hash; the row never waits for them. */
export const attachment = entity({
  name: 'attachment',
  fields: {
    documentId: id(),
    name: text(255),
    size: integer(),
    mime: text(120),
    sha256: text(64),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    /** When the centre had the bytes and had checked their size and hash; null: not yet. */
    verifiedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ merge: 'latest' }),
    /** All versions of one file share the id of its first one; null: the only version so far. */
    groupId: later(optionalId()),
    /** 1, 2, 3 … inside its group; null means 1. */
    version: later(optionalInteger()),
    /** Why this version was made. */
    note: later(optionalText(1_000, { merge: 'latest', part: 'process' })),
    /** The version its author had before them; not the one before this when two people made versions at once. */
    basedOnId: later(optionalId({ part: 'process' })),
    /** text and appendix are what an approval covers; scans of the signed paper, marked-up copies and protocols are not. */
    purpose: later(optionalOneOf(attachmentPurposes)),
    /** The file that a signature or a power of attorney belongs to. */
    ofId: later(optionalId({ part: 'process' })),
  },
  keys: { document: (row) => row.documentId, sha256: (row) => row.sha256 },
  indexes: [['documentId'], ['sha256']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
