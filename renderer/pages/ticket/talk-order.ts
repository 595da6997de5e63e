import type { TalkLine } from '#renderer/pages/ticket/ticket-facts.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** A line of the course, with the files that came with it; files that came by themselves are a line of their own. */
export type TalkEntry =
  | { key: string; type: 'line'; line: TalkLine; files: AttachmentInfo[] }
  | { key: string; type: 'files'; authorName: string | null; at: number; files: AttachmentInfo[] };

/** What happens at the desk alone: the requester need not know who was warned and how long it took. */
const ofDesk: readonly string[] = ['escalated', 'time_logged'];

/** The lines that a person is shown. */
export const linesFor = (lines: readonly TalkLine[], desk: boolean): TalkLine[] =>
  lines.filter((line) => desk || line.type !== 'event' || !ofDesk.includes(line.kind));

/** How near a file must be to the words of the same person to belong to them, in milliseconds. */
const TOGETHER = 3 * 60_000;

/** Puts the files among the lines: with the message of their author when it was said at about the same time, or on their own. */
export function talkEntries(
  lines: readonly TalkLine[],
  files: readonly AttachmentInfo[],
  wordsOnly: boolean,
): TalkEntry[] {
  const shown = lines.filter((line) => !wordsOnly || line.type !== 'event');
  const entries: TalkEntry[] = shown.map((line) => ({ key: line.id, type: 'line', line, files: [] }));
  const alone: Extract<TalkEntry, { type: 'files' }>[] = [];
  for (const file of files) {
    if (file.archivedAt !== null || file.superseded) continue;
    const near = entries.find(
      (entry) =>
        entry.type === 'line' &&
        entry.line.type === 'message' &&
        entry.line.authorName === file.authorName &&
        Math.abs(entry.line.occurredAt - file.createdAt) <= TOGETHER,
    );
    if (near) near.files.push(file);
    else {
      const last = alone.find(
        (one) => one.authorName === file.authorName && Math.abs(one.at - file.createdAt) <= TOGETHER,
      );
      if (last) last.files.push(file);
      else
        alone.push({
          key: `files-${file.id}`,
          type: 'files',
          authorName: file.authorName,
          at: file.createdAt,
          files: [file],
        });
    }
  }
  const at = (entry: TalkEntry) =>
    entry.type === 'files' ? entry.at : (entry.line.receivedAt ?? entry.line.occurredAt);
  for (const one of alone) {
    const place = entries.findIndex((entry) => at(entry) > one.at);
    entries.splice(place < 0 ? entries.length : place, 0, one);
  }
  return entries;
}
