/** What a block of a document is. A table row is one block: its cells stand in `text` between CELL_SEPARATOR. */
export type BlockKind = 'heading' | 'clause' | 'paragraph' | 'table-row';

/** Between the cells of a table row in the text of its block. */
export const CELL_SEPARATOR = ' | ';

/** One paragraph, clause, heading or table row of a document, in reading order. */
export interface TextBlock {
  readonly kind: BlockKind;
  /** As it is read: «4.2», «б)», «Статья 3»; empty where there is none. A bullet is no number. */
  readonly number: string;
  /** Depth among numbered blocks and headings, 0 at the top. */
  readonly level: number;
  /** Without its number; white space is single spaces, soft hyphens are gone. */
  readonly text: string;
}

/** One side of a row: a block of the left or the right document. `index` is its 0-based place there. */
export interface RedlineSide {
  readonly index: number;
  readonly number: string;
  readonly text: string;
}

/** Words in a row: kept ones and deleted ones spell the left text, kept ones and inserted ones the right text. */
export interface RedlineRun {
  readonly op: 'keep' | 'ins' | 'del';
  readonly text: string;
}

/** renumbered: the text is the same, the number is not. moved: another place; its words may differ as well, see `runs`. */
export type RedlineKind = 'same' | 'changed' | 'inserted' | 'deleted' | 'moved' | 'renumbered';

/**
 * A row of two papers side by side. Going through the rows, `left` gives every block of the left document once and in its order, `right` every
 * block of the right one. A moved clause has two rows with one change number and the same runs: at its old place (`left` and `movedTo`) and at
 * its new place (`movedFrom` and `right`).
 */
export interface RedlineBlock {
  readonly kind: RedlineKind;
  readonly left: RedlineSide | null;
  readonly right: RedlineSide | null;
  /** At the new place of a moved clause: what it was and where. */
  readonly movedFrom: RedlineSide | null;
  /** At the old place of a moved clause: what it is and where. */
  readonly movedTo: RedlineSide | null;
  readonly block: BlockKind;
  readonly level: number;
  readonly heading: boolean;
  /** 1-based, in the order of the rows; null for `same`. */
  readonly change: number | null;
  /** False when only punctuation, case, white space, ё, quotes or numbering differ. */
  readonly substantial: boolean;
  readonly runs: readonly RedlineRun[];
}

/** Changes by kind; a moved clause counts once, whatever its words. */
export interface RedlineCounts {
  readonly inserted: number;
  readonly deleted: number;
  readonly changed: number;
  readonly moved: number;
  readonly renumbered: number;
}

/** Differences between two versions of a document. Travels as JSON. */
export interface Redline {
  readonly blocks: readonly RedlineBlock[];
  /** How many change numbers there are. */
  readonly changes: number;
  readonly substantialChanges: number;
  readonly counts: RedlineCounts;
  readonly left: RedlineDocument;
  readonly right: RedlineDocument;
  /** Reading both files and comparing them, whole milliseconds. */
  readonly milliseconds: number;
}

export interface RedlineDocument {
  /** The first heading or line of the document, empty in an empty one. */
  readonly title: string;
  readonly blocks: number;
}

/** Why a file cannot be compared; travels as the code of a refusal. */
export const documentProblems = [
  'DOCX_DAMAGED',
  'DOCX_ENCRYPTED',
  'DOCX_TOO_LARGE',
  'DOCX_NOT_A_DOCUMENT',
  'PDF_DAMAGED',
  'PDF_ENCRYPTED',
  'PDF_WITHOUT_TEXT',
] as const;

export type DocumentProblem = (typeof documentProblems)[number];
