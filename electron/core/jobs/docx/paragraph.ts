import type { NumberingMark } from '#electron/core/jobs/docx/count-numbers.ts';

/** A paragraph while its events come: what its properties say and its text so far. */
export interface OpenParagraph {
  style: string | null;
  numberingId: string | null;
  level: number | null;
  outline: number | null;
  centred: boolean;
  /** Its end is a tracked deletion: the text runs on into the next paragraph. */
  endDeleted: boolean;
  text: string;
  /** Characters in bold runs, to tell a heading made by hand. */
  bold: number;
  /** Text boxes and footnotes that hang on this paragraph, in reading order. */
  readonly after: ReadParagraph[];
}

/** A paragraph with its number counted and its text cleaned. */
export interface ReadParagraph {
  readonly number: string;
  /** The level of Word's own numbering, null without it. */
  readonly listLevel: number | null;
  readonly text: string;
  readonly outline: number | null;
  readonly emphasised: boolean;
  readonly after: readonly ReadParagraph[];
  /** Set for a row of a table. */
  readonly row: boolean;
}

export const openParagraph = (): OpenParagraph => ({
  style: null,
  numberingId: null,
  level: null,
  outline: null,
  centred: false,
  endDeleted: false,
  text: '',
  bold: 0,
  after: [],
});

/** What the counter of numbers needs. */
export const markOf = (paragraph: OpenParagraph): NumberingMark => ({
  style: paragraph.style,
  numberingId: paragraph.numberingId,
  level: paragraph.level,
});
