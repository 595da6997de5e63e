/** A line of signatures: who, under the line nothing but a place for the hand. */
export interface Signature {
  position: string;
  name: string;
}

export type Alignment = 'left' | 'center' | 'right';

export interface Column {
  title: string;
  /** Millimetres; `*` takes what is left. */
  width: number | '*';
  align?: Alignment;
}

/** What stands on a paper, from top to bottom. Texts are whole: words, figures and dates as they are read. */
export type PaperBlock =
  | { type: 'heading'; text: string; level: 1 | 2; align?: Alignment }
  | { type: 'text'; text: string; align?: Alignment; bold?: boolean; small?: boolean; large?: boolean }
  | { type: 'pairs'; rows: readonly (readonly [label: string, value: string])[]; labelWidth?: number }
  | { type: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; bare?: boolean }
  /** Sums under a table, at its right edge. */
  | { type: 'totals'; rows: readonly (readonly [label: string, value: string])[] }
  | { type: 'signatures'; lines: readonly Signature[]; hints: { signature: string; name: string } }
  | { type: 'columns'; columns: readonly (readonly PaperBlock[])[]; widths?: readonly (number | '*')[] }
  /** Lines to be written on by hand. */
  | { type: 'ruled'; count: number }
  | { type: 'code'; code: 'qr' | 'code128'; text: string; width: number; height: number; align?: Alignment }
  /** At a place of the page in millimetres from its upper left corner. */
  | { type: 'placed'; x: number; y: number; width: number; blocks: readonly PaperBlock[] }
  | { type: 'gap'; height: number }
  /** What follows begins a new page. */
  | { type: 'page' };

/** A paper ready to be laid out; all lengths in millimetres, letters in points. */
export interface Paper {
  language: 'ru' | 'en';
  /** Of the file: shown by readers, offered as a name. */
  title: string;
  page: { width: number; height: number };
  margins: { top: number; right: number; bottom: number; left: number };
  fontSize: number;
  /** A frame around everything, as stamps have it. */
  framed?: boolean;
  blocks: readonly PaperBlock[];
  /** At the foot of every page. */
  foot: string | null;
  /** «Лист 2 из 5» at the foot; `of` holds {{page}} and {{pages}}. */
  pageOf: string | null;
}

/** Sheets and envelopes, millimetres (ISO 216, ISO 269); envelopes lie on their long side. */
export const pageSizes = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  DL: { width: 220, height: 110 },
  C5: { width: 229, height: 162 },
  C4: { width: 324, height: 229 },
  label: { width: 58, height: 40 },
} as const;
