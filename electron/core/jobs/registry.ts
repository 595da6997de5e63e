import { compareFiles } from '#electron/core/jobs/compare/compare-files.ts';
import { fillJob, htmlJob, protocolJob, tagsJob } from '#electron/core/jobs/drafting/jobs.ts';

/**
 * Work that takes long enough to hold up the writing and the reading thread: name → what is done in the thread of jobs. A job gets plain data
 * and gives plain data; it opens no database. Stopped in the middle it may be begun again, so it writes a file under another name first.
 */
export const jobs = {
  compare: compareFiles,
  'drafting.fill': fillJob,
  'drafting.tags': tagsJob,
  'drafting.protocol': protocolJob,
  'docx.html': htmlJob,
} as const satisfies Record<string, (payload: never) => unknown>;

export type JobName = keyof typeof jobs;
export type JobPayload<J extends JobName> = Parameters<(typeof jobs)[J]>[0];
export type JobResult<J extends JobName> = Awaited<ReturnType<(typeof jobs)[J]>>;

/** Runs jobs elsewhere. Rejects with the job's own refusal, or with Refusal CANCELLED once the signal says so. */
export interface JobRunner {
  call<J extends JobName>(job: J, payload: JobPayload<J>, signal?: AbortSignal): Promise<JobResult<J>>;
}
