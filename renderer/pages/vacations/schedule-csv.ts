import type { ScheduleLine } from '#shared/queries/service.ts';

export interface CsvWords {
  head: readonly string[];
  type: (type: ScheduleLine['leaves'][number]['type']) => string;
  state: (state: ScheduleLine['leaves'][number]['state']) => string;
  date: (date: string) => string;
}

/** Semicolons and a byte order mark: what spreadsheets of a Russian system open without asking. */
export function scheduleCsv(lines: readonly ScheduleLine[], words: CsvWords): string {
  const rows = lines.flatMap((line) =>
    line.leaves.map((leave) => [
      line.fullName,
      line.position,
      line.departmentName ?? '',
      line.branchCity,
      words.type(leave.type),
      words.date(leave.from),
      words.date(leave.to),
      String(leave.days),
      words.state(leave.state),
      leave.substituteName ?? '',
      leave.ticketNumber ?? '',
    ]),
  );
  return `\uFEFF${[words.head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted where it has to be; a beginning that a spreadsheet would calculate is kept from it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
