import type { ReadParagraph } from '#electron/core/jobs/docx/paragraph.ts';
import { CELL_SEPARATOR } from '#shared/domain/redline.ts';

/** A row of a table while its events come. */
export interface OpenRow {
  readonly cells: ReadParagraph[][];
  /** A tracked deletion of the whole row. */
  deleted: boolean;
}

/** Text of a paragraph inside a cell: a number of Word's own is part of what is read there. */
const inCell = (paragraph: ReadParagraph): string =>
  [paragraph.number, paragraph.text].filter((part) => part !== '').join(' ');

/**
 * What a row is in the list of blocks: one block of its cells, or, where a single cell holds everything (a table drawn for its frame, a row
 * that is a heading), the paragraphs themselves.
 */
export function closeRow(row: OpenRow): ReadParagraph[] {
  if (row.deleted) return [];
  const filled = row.cells.filter((cell) => cell.some((paragraph) => inCell(paragraph) !== ''));
  const after = row.cells.flat().flatMap((paragraph) => paragraph.after);
  const [only] = filled;
  if (only === undefined) return after;
  if (filled.length === 1) return only;
  const [first, ...others] = row.cells;
  const [lead] = first ?? [];
  // A column of row numbers that Word counts: an inserted row must not change the text of all below it.
  const counted = first?.length === 1 && lead !== undefined && lead.text === '' && lead.number !== '';
  const cells = counted ? others : row.cells;
  const texts = cells.map((cell) =>
    cell
      .map(inCell)
      .filter((text) => text !== '')
      .join('\n'),
  );
  return [
    {
      number: counted ? lead.number : '',
      listLevel: counted ? lead.listLevel : null,
      text: texts.join(CELL_SEPARATOR).replace(/ {2,}/g, ' ').trim(),
      outline: null,
      emphasised: false,
      after,
      row: true,
    },
  ];
}
