import { z } from 'zod';

/** What cells of a column hold; `words` are values that the window has a word for. */
export const cellTypes = ['text', 'date', 'instant', 'money', 'number', 'words', 'name'] as const;
export type CellType = (typeof cellTypes)[number];

const exportColumn = z.object({
  /** As the register calls its columns; own fields behind `custom:`. */
  id: z.string().max(80),
  header: z.string().max(200),
  type: z.enum(cellTypes),
  /** Words of the values, by value. */
  words: z.record(z.string(), z.string().max(200)).optional(),
});
export type ExportColumn = z.infer<typeof exportColumn>;

export const exportFormats = ['xlsx', 'csv'] as const;
export const exportEncodings = ['utf-8', 'windows-1251'] as const;

/** Channels that write what a register shows into a file. */
export const exportChannels = {
  /** The documents with these ids, in their order; a new export cancels the one under way. */
  'export.run': z.object({
    ids: z.array(z.string()).max(1_000_000),
    columns: z.array(exportColumn).min(1).max(100),
    format: z.enum(exportFormats),
    /** Of a CSV. */
    encoding: z.enum(exportEncodings),
    /** Names the file and the sheet. */
    title: z.string().max(200),
  }),
  'export.cancel': z.object({}),
} as const;

/** The host replaces `localPath` by a `handle`, as it does for files. */
export interface Exported {
  localPath: string;
  name: string;
  mediaType: string;
  rows: number;
  /** Documents that are not on this workstation any more. */
  gone: number;
  /** Characters that the encoding of a CSV does not have; they stand as `?`. */
  missing: readonly string[];
}

export interface ExportReplies {
  'export.run': Exported;
  'export.cancel': null;
}
