import type { ImportedFile } from '#renderer/state/imports.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

/** How a file ended, in one word; keys of the dictionary. */
export type Outcome = 'waiting' | 'running' | 'done' | 'remarks' | 'nothing' | 'refused' | 'failed' | 'cancelled';

export const outcomeTones = {
  waiting: 'gray',
  running: 'ink',
  done: 'green',
  remarks: 'amber',
  nothing: 'gray',
  refused: 'red',
  failed: 'red',
  cancelled: 'gray',
} as const satisfies Record<Outcome, string>;

/** One field of a paper that stands here otherwise than in the file. */
export interface Difference {
  field: string;
  stored: unknown;
  file: unknown;
}

/** The differences of a paper as far as they can be read. */
export function differencesOf(document: ImportReport['documents'][number]): Difference[] {
  return document.differs.flatMap((one) => {
    const { field, stored, file } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Difference>;
    return typeof field === 'string' ? [{ field, stored, file }] : [];
  });
}

export function outcomeOf({ state, report }: ImportedFile): Outcome {
  if (state !== 'done' || !report) return state === 'done' ? 'failed' : state;
  if (!report.ok) return 'refused';
  const differs = report.documents.some((document) => document.outcome === 'differs');
  if (report.problems.length > 0 || differs)
    return report.created.documents > 0 || differs || hasErrors(report) ? 'remarks' : 'nothing';
  return report.created.documents > 0 ? 'done' : 'nothing';
}

const hasErrors = (report: ImportReport): boolean => report.problems.some((problem) => problem.severity === 'error');

/** A file that is neither a statement nor a УПД may still be a paper to be entered by hand. */
export const mayBePaper = (report: ImportReport): boolean => report.problems.some(({ code }) => papers.has(code));

const papers = new Set(['FILE_BINARY', 'FORMAT_UNKNOWN', 'NOT_CLIENT_BANK', 'NOT_FNS_FILE', 'WRONG_KND']);
