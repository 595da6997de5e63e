import { cleanText } from '#electron/core/jobs/docx/clean-text.ts';
import type { ReadParagraph } from '#electron/core/jobs/docx/paragraph.ts';
import { toBlocks } from '#electron/core/jobs/docx/to-blocks.ts';
import { typedNumber } from '#electron/core/jobs/docx/typed-number.ts';
import type { TextBlock } from '#shared/domain/redline.ts';

/**
 * Blocks of text that has lines instead of paragraphs: a line goes on with the one before it unless an empty line stands between them, it
 * begins with a number or a dash, or the one before it ends a sentence and is short.
 */
export function linesToBlocks(lines: readonly string[]): readonly TextBlock[] {
  const paragraphs: string[] = [];
  const usual = usualLength(lines);
  let isOpen = false;
  for (const raw of lines) {
    const line = cleanText(raw);
    if (line === '') {
      isOpen = false;
      continue;
    }
    const last = paragraphs.at(-1);
    const begins = typedNumber(line) !== null || /^[-–—•]\s?\S/u.test(line);
    if (isOpen && last !== undefined && !begins) paragraphs[paragraphs.length - 1] = joined(last, line);
    else paragraphs.push(line);
    isOpen = line.length >= usual * 0.75 || !/[.;:!?]$/.test(line);
  }
  return toBlocks(paragraphs.map(asParagraph));
}

/** A word cut at the end of a line by a hyphen is one word again. */
const joined = (before: string, after: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;

/** How long a full line of this text is: nine lines of ten are shorter or as long. */
function usualLength(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

const asParagraph = (text: string): ReadParagraph => ({
  number: '',
  listLevel: null,
  text,
  outline: null,
  emphasised: /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text),
  after: [],
  row: false,
});
