import { z } from 'zod';
import { printFormNames } from '#shared/domain/company/print-form.ts';
import { type PrintMissing, printSettings, stampCorners } from '#shared/domain/company/print-settings.ts';

/** So many documents make one file at most: a list of them has about a hundred pages. */
export const mostPrinted = 2_000;

const language = z.enum(['ru', 'en']);

/** Channels of papers: made off the window, looked at in it. */
export const printChannels = {
  /** A form over documents as a PDF. `settings`: how it would look, in place of what the company has set. */
  'print.make': z.object({
    form: z.enum(printFormNames),
    documentIds: z.array(z.string()).max(mostPrinted),
    language,
    settings: printSettings.nullable(),
    issuer: z.enum(['ours', 'theirs']),
    caseFileId: z.string().nullable(),
  }),
  /** The stamp of a document on its file: to look at, as the next version, or as a copy. */
  'print.stamp': z.object({
    attachmentId: z.string(),
    corner: z.enum(stampCorners).nullable(),
    language,
    result: z.enum(['try', 'version', 'copy']),
  }),
  /** A template filled from a document, to be looked at: nothing is attached. */
  'drafting.try': z.object({ documentId: z.string(), templateAttachmentId: z.string() }),
} as const;

/** A file that was made; the host replaces `localPath` by a `handle` before a window sees it. */
export interface MadeFile {
  localPath: string;
  name: string;
  mediaType: string;
}

/** What is to be known of a stamped file. */
export interface StampFacts {
  overlaps: boolean;
  isScan: boolean;
  wasSigned: boolean;
}

export interface PrintReplies {
  /** Of the inventory of a case: how many of its documents did not go in, and how many are in it by their number alone. */
  'print.make': MadeFile & { missing: PrintMissing[]; left: number; unseen: number };
  'print.stamp':
    | (MadeFile & StampFacts)
    | (StampFacts & { attached: true; version: number | null })
    | { problem: string };
}
