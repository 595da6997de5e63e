/** A line of the report on what was wrong. */
export interface ErrorLine {
  place: string;
  field: string;
  value: string;
  words: string;
}

/** Programs take a cell that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** As the spreadsheets of a Russian Windows open it: UTF-8 with a mark, semicolons, CRLF. */
export const errorsCsv = (titles: readonly string[], lines: readonly ErrorLine[]): string =>
  `\uFEFF${[titles, ...lines.map(({ place, field, value, words }) => [place, field, value, words])]
    .map((row) => row.map(cell).join(';'))
    .join('\r\n')}\r\n`;
