import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import type { Redline } from '#shared/domain/redline.ts';

/** Comparison of two attachments: their bytes are brought here first, then compared off this thread. One at a time: the newest is wanted. */
export class CompareDesk {
  readonly #files: FilesDesk;
  readonly #jobs: JobRunner;
  #running: AbortController | null = null;

  constructor(files: FilesDesk, jobs: JobRunner) {
    this.#files = files;
    this.#jobs = jobs;
  }

  /** Refuses as opening a file does, with the codes of the job, and with CANCELLED when another comparison or `cancel` comes first. */
  async compare(
    workplace: Workplace,
    { leftAttachmentId, rightAttachmentId }: { leftAttachmentId: string; rightAttachmentId: string },
  ): Promise<Redline> {
    this.cancel();
    const mine = new AbortController();
    this.#running = mine;
    try {
      const left = await this.#files.open(workplace, leftAttachmentId);
      const right = await this.#files.open(workplace, rightAttachmentId);
      return await this.#jobs.call('compare', { left: left.localPath, right: right.localPath }, mine.signal);
    } finally {
      if (this.#running === mine) this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
