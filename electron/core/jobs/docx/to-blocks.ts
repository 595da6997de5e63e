import type { ReadParagraph } from '#electron/core/jobs/docx/paragraph.ts';
import { levelOfNumber, typedNumber } from '#electron/core/jobs/docx/typed-number.ts';
import type { BlockKind, TextBlock } from '#shared/domain/redline.ts';

/** Longer than this a bold or capital paragraph is no heading but a clause somebody stressed. */
const HEADING_MAX_LENGTH = 200;

/** Blocks of the paragraphs that have words, with what hangs on each right after it. */
export function toBlocks(paragraphs: readonly ReadParagraph[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let clauseLevel = 0;
  const add = (paragraph: ReadParagraph): void => {
    if (paragraph.text !== '') {
      const typed = paragraph.number === '' && !paragraph.row ? typedNumber(paragraph.text) : null;
      const number = typed?.number ?? paragraph.number;
      const text = typed && typed.text !== '' ? typed.text : paragraph.text;
      const kind = kindOf(paragraph, number);
      const level = number === '' ? (kind === 'heading' ? (paragraph.outline ?? 0) : clauseLevel) : levelOf(number);
      if (/^\D*\d+(\.\d+)*$/.test(number)) clauseLevel = level;
      blocks.push({ kind, number, level, text });
    }
    for (const hanging of paragraph.after) add(hanging);
  };
  const levelOf = (number: string): number => levelOfNumber(number, clauseLevel);
  for (const paragraph of paragraphs) add(paragraph);
  return blocks.map((block, at) => (leadsSection(block, blocks, at) ? { ...block, kind: 'heading' } : block));
}

/** «4. Цена» right before «4.1» is a heading however plainly it is set. */
function leadsSection(block: TextBlock, blocks: readonly TextBlock[], at: number): boolean {
  if (block.kind !== 'clause' || block.level > 0 || block.text.length > HEADING_MAX_LENGTH) return false;
  const next = blocks[at + 1]?.number ?? '';
  return /\d$/.test(block.number) && next === `${/\d+$/.exec(block.number)?.[0]}.1` && !/[;:,]$/.test(block.text);
}

function kindOf(paragraph: ReadParagraph, number: string): BlockKind {
  if (paragraph.row) return 'table-row';
  const isShort = paragraph.text.length <= HEADING_MAX_LENGTH;
  const outlined = paragraph.outline !== null && paragraph.outline < 9;
  if (isShort && (outlined || paragraph.emphasised)) return 'heading';
  return number === '' ? 'paragraph' : 'clause';
}
