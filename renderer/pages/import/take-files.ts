import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { importFiles } from '#renderer/pages/import/run-import.ts';
import { sorted } from '#renderer/pages/import/sort-files.ts';
import { addToIntake } from '#renderer/pages/intake/add-to-intake.ts';
import { useTableFile } from '#renderer/state/table-file.ts';

/** Sends files where they are understood. Returns the page that asks first; what went elsewhere is found under the tabs beside it. */
export function takeFiles(files: readonly GivenFile[]): '/import' | '/import/table' | '/intake' {
  const { imported, table, papers } = sorted(files);
  if (imported.length > 0) importFiles(imported);
  if (papers.length > 0) void addToIntake(papers);
  if (table) useTableFile.getState().set(table);
  return imported.length > 0 ? '/import' : table ? '/import/table' : '/intake';
}
