import type { compareFiles } from '#electron/core/jobs/compare/compare-files.ts';
import type { wordsJob } from '#electron/core/jobs/docx/docx-words.ts';
import type { fillJob, htmlJob, protocolJob, tagsJob } from '#electron/core/jobs/drafting/jobs.ts';
import type { exportDocuments, Progress } from '#electron/core/jobs/export/export-documents.ts';
import type { extractJob } from '#electron/core/jobs/extract/extract-job.ts';
import type { letterJob } from '#electron/core/jobs/mail/letter-job.ts';
import type { takeLetterApart } from '#electron/core/jobs/mail/letter-parts.ts';
import type { ocrJob } from '#electron/core/jobs/ocr/ocr-job.ts';
import type { printJob, stampJob } from '#electron/core/jobs/print/jobs.ts';
import type { checkSignature } from '#electron/core/jobs/signature/check-signature.ts';
import type { extractContent, placeSignature } from '#electron/core/jobs/signature/place-signature.ts';
import type { readAuthorityFile } from '#electron/core/jobs/signature/read-authority-file.ts';
import type { backUpJob, checkJob, pruneJob } from '#electron/core/jobs/store-jobs.ts';
import type { checkTable } from '#electron/core/jobs/tabular/check-table.ts';
import type { readTable } from '#electron/core/jobs/tabular/read-table.ts';

const comparing = () => import('#electron/core/jobs/compare/compare-files.ts');
const store = () => import('#electron/core/jobs/store-jobs.ts');
const words = () => import('#electron/core/jobs/docx/docx-words.ts');
const extract = () => import('#electron/core/jobs/extract/extract-job.ts');
const exporting = () => import('#electron/core/jobs/export/export-documents.ts');
const mail = () => import('#electron/core/jobs/mail/letter-job.ts');
const letterParts = () => import('#electron/core/jobs/mail/letter-parts.ts');
const ocr = () => import('#electron/core/jobs/ocr/ocr-job.ts');
const signature = () => import('#electron/core/jobs/signature/check-signature.ts');
const placing = () => import('#electron/core/jobs/signature/place-signature.ts');
const authority = () => import('#electron/core/jobs/signature/read-authority-file.ts');
const tabular = () => import('#electron/core/jobs/tabular/read-table.ts');
const tableCheck = () => import('#electron/core/jobs/tabular/check-table.ts');
const drafting = () => import('#electron/core/jobs/drafting/jobs.ts');
const printing = () => import('#electron/core/jobs/print/jobs.ts');

type Given<F extends (payload: never) => unknown> = Parameters<F>[0];

/**
 * Work that takes long enough to hold up the writing and the reading thread: name → what is done in the thread of jobs. A job gets plain data
 * and gives plain data; those of the store have a connection of their own, the others open no database. Stopped in the middle it may be begun again, so it writes a file under another name first.
 * Its code is loaded when it is first asked for: a comparison does not wait for the libraries that fill templates.
 */
export const jobs = {
  compare: async (paths: Given<typeof compareFiles>) => (await comparing()).compareFiles(paths),
  'drafting.fill': async (order: Given<typeof fillJob>) => (await drafting()).fillJob(order),
  'drafting.tags': async (order: Given<typeof tagsJob>) => (await drafting()).tagsJob(order),
  'drafting.protocol': async (order: Given<typeof protocolJob>) => (await drafting()).protocolJob(order),
  'print.pdf': async (order: Given<typeof printJob>) => (await printing()).printJob(order),
  'print.stamp': async (order: Given<typeof stampJob>) => (await printing()).stampJob(order),
  'docx.html': async (order: Given<typeof htmlJob>) => (await drafting()).htmlJob(order),
  'docx.words': async (order: Given<typeof wordsJob>) => (await words()).wordsJob(order),
  'export.documents': async (order: Given<typeof exportDocuments>, progress?: Progress) =>
    (await exporting()).exportDocuments(order, progress),
  'extract.text': async (order: Given<typeof extractJob>) => (await extract()).extractJob(order),
  'mail.parts': async (order: Given<typeof takeLetterApart>) => (await letterParts()).takeLetterApart(order),
  'mail.letter': async (order: Given<typeof letterJob>) => (await mail()).letterJob(order),
  'ocr.read': async (order: Given<typeof ocrJob>) => (await ocr()).ocrJob(order),
  'signature.check': async (order: Given<typeof checkSignature>) => (await signature()).checkSignature(order),
  'signature.place': async (order: Given<typeof placeSignature>) => (await placing()).placeSignature(order),
  'signature.content': async (order: Given<typeof extractContent>) => (await placing()).extractContent(order),
  'authority.read': async (order: Given<typeof readAuthorityFile>) => (await authority()).readAuthorityFile(order),
  'tabular.read': async (order: Given<typeof readTable>) => (await tabular()).readTable(order),
  'tabular.check': async (order: Given<typeof checkTable>) => (await tableCheck()).checkTable(order),
  'store.backup': async (order: Given<typeof backUpJob>) => (await store()).backUpJob(order),
  'store.check': async (order: Given<typeof checkJob>) => (await store()).checkJob(order),
  'journal.prune': async (order: Given<typeof pruneJob>) => (await store()).pruneJob(order),
} as const satisfies Record<string, (payload: never, progress?: Progress) => unknown>;

export type JobName = keyof typeof jobs;
export type JobPayload<J extends JobName> = Parameters<(typeof jobs)[J]>[0];
export type JobResult<J extends JobName> = Awaited<ReturnType<(typeof jobs)[J]>>;

/** Runs jobs elsewhere. Rejects with the job's own refusal, or with Refusal CANCELLED once the signal says so. */
export interface JobRunner {
  call<J extends JobName>(
    job: J,
    payload: JobPayload<J>,
    signal?: AbortSignal,
    progress?: Progress,
  ): Promise<JobResult<J>>;
}
