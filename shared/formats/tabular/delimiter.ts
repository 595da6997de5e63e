/** How a text file is cut into cells. */
export interface TextShape {
  delimiter: ',' | ';' | '\t' | '|';
  quote: '"' | "'";
}

const delimiters = [';', '\t', ',', '|'] as const;
/** Lines that are looked at. */
const SAMPLE = 200;

/** Positions of a delimiter outside of quotes, counted by line. */
function countIn(line: string, delimiter: string, quote: string): number {
  let count = 0;
  let inside = false;
  for (const letter of line) {
    if (letter === quote) inside = !inside;
    else if (letter === delimiter && !inside) count += 1;
  }
  return count;
}

/**
 * The shape that fits most lines of the beginning: the delimiter that cuts them into equally many cells. A line `sep=;` of a spreadsheet program
 * says it itself. Comments (`//`) and empty lines have no say.
 */
export function detectShape(text: string): TextShape {
  const head = text.slice(0, 512 * 1024);
  const told = /^sep=([;,\t|])\r?\n/i.exec(head)?.[1];
  const lines = head
    .split(/\r\n|\r|\n/, SAMPLE)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('//'));
  const quote = quoteOf(lines);
  const known = delimiters.find((one) => one === told);
  if (known) return { delimiter: known, quote };
  let best: { delimiter: TextShape['delimiter']; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = countIn(line, delimiter, quote);
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values()) / Math.max(1, lines.length);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, quote };
}

/** Cells stand in apostrophes where more of them begin and end with one than with a quotation mark. */
function quoteOf(lines: readonly string[]): TextShape['quote'] {
  const around = (quote: string): number =>
    lines.reduce(
      (sum, line) =>
        sum + line.split(new RegExp(`(?:^|[;,\\t|])${quote}[^${quote}]*${quote}(?=[;,\\t|]|$)`)).length - 1,
      0,
    );
  return around("'") > around('"') ? "'" : '"';
}
