import { z } from 'zod';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';

/** Sheets and envelopes that papers are laid out for; the label is a roll of 58 by 40 mm. */
export const paperSizes = ['A4', 'A5', 'DL', 'C5', 'C4', 'label'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** Where the stamp goes; `free`: wherever nothing is printed. */
export const stampCorners = ['free', 'bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type StampCorner = (typeof stampCorners)[number];

const signature = z.object({ position: z.string().max(150), name: z.string().max(150) });

/** What a company may choose of a form; null: as shipped. */
export const printSettings = z.object({
  heading: z.string().max(300).nullable(),
  /** Blocks that are left out. */
  off: z.array(z.string().max(40)).max(30),
  signatures: z.array(signature).max(6).nullable(),
  size: z.enum(paperSizes).nullable(),
  /** A line of the company's own: the foot of a paper, the last line of a stamp. */
  note: z.string().max(1_000).nullable(),
  corner: z.enum(stampCorners).nullable(),
});
export type PrintSettings = z.infer<typeof printSettings>;

export const shippedSettings: PrintSettings = {
  heading: null,
  off: [],
  signatures: null,
  size: null,
  note: null,
  corner: null,
};

/** Settings of a row, which another version of the program may have written: what cannot be read is as shipped. */
export function settingsFrom(stored: unknown): PrintSettings {
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  const read = printSettings.safeParse({ ...shippedSettings, ...given });
  return read.success ? read.data : shippedSettings;
}

interface FormParts {
  /** Blocks that may be left out, in their order on the paper. */
  blocks: readonly string[];
  /** The first is the one it is shipped with. */
  sizes: readonly PaperSize[];
  heading: boolean;
  signatures: boolean;
  note: boolean;
}

/** What each form lets a company choose. */
export const printParts: Readonly<Record<PrintFormName, FormParts>> = {
  card: {
    blocks: ['registration', 'party', 'own', 'lines', 'files', 'resolution', 'code'],
    ...{ sizes: ['A4', 'A5'], heading: true, signatures: true, note: true },
  },
  list: {
    blocks: ['kind', 'counterparty', 'amount', 'responsible', 'state', 'total'],
    ...{ sizes: ['A4'], heading: true, signatures: true, note: true },
  },
  inventory: {
    blocks: ['total', 'remarks'],
    ...{ sizes: ['A4'], heading: true, signatures: true, note: true },
  },
  envelope: {
    blocks: ['sender', 'number'],
    ...{ sizes: ['DL', 'C5', 'C4'], heading: false, signatures: false, note: true },
  },
  stamp: {
    blocks: ['company', 'date', 'sheets', 'signature', 'code'],
    ...{ sizes: [], heading: true, signatures: false, note: true },
  },
  label: {
    blocks: ['company', 'subject', 'bars', 'qr'],
    ...{ sizes: ['label'], heading: false, signatures: false, note: false },
  },
  invoice: {
    blocks: ['bank', 'qr', 'basis', 'words', 'due'],
    ...{ sizes: ['A4'], heading: true, signatures: true, note: true },
  },
  act: {
    blocks: ['basis', 'words', 'claims'],
    ...{ sizes: ['A4'], heading: true, signatures: true, note: true },
  },
};

/** What a paper may lack: told beside its preview. */
export type PrintMissing =
  | 'lines'
  | 'account'
  | 'bik'
  | 'bankName'
  | 'counterparty'
  | 'address'
  | 'caseFile'
  | 'documents';
