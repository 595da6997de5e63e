import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** Lines of the outbox as a table for a file. `moment` tells an instant by the clock of the branch. */
export function outboxTable(
  lines: readonly OutboxLine[],
  words: (line: OutboxLine) => LineWords,
  given: { title: string; head: readonly string[]; moment: (instant: number) => string },
): ReportTable {
  const rows = lines.map((line) => {
    const { action, object, what, state, reason } = words(line);
    const decided = line.decidedAt === null ? null : given.moment(line.decidedAt);
    return [line.n, given.moment(line.enteredAt), decided, action, object, what, state, reason];
  });
  return { title: given.title, head: given.head, rows };
}
