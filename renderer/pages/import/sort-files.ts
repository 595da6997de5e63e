import type { GivenFile } from '#renderer/bridge/given-file.ts';

const tables = /\.(xlsx|xlsm|csv|tsv)$/i;
const papers = /\.(pdf|tiff?|jpe?g|png|docx?|odt|rtf|xls)$/i;

/**
 * Where files go that nobody waits for: a table asks which columns mean what, scans and papers wait in the intake, statements, УПД and letters
 * become documents at once. A second table waits with the papers: it is looked at when its turn comes.
 */
export function sorted(files: readonly GivenFile[]): {
  imported: readonly GivenFile[];
  table: GivenFile | null;
  papers: readonly GivenFile[];
} {
  const table = files.find(({ name }) => tables.test(name)) ?? null;
  const waiting = files.filter((file) => file !== table && (papers.test(file.name) || tables.test(file.name)));
  return { imported: files.filter((file) => file !== table && !waiting.includes(file)), table, papers: waiting };
}
