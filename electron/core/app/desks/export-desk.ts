import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { places } from '#electron/core/profile/places.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import type { ChannelPayload, ChannelReply } from '#shared/ipc/contract.ts';
import { fileNameOf } from '#shared/lib/text/file-name.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** Writes what a register shows into a file, in the thread of jobs. The files of former exports are gone with the next one. */
export class ExportDesk {
  readonly #settings: CoreSettings;
  readonly #jobs: JobRunner;
  readonly #progress: (done: number, total: number) => void;
  #underWay: AbortController | null = null;
  #made = 0;

  constructor(settings: CoreSettings, jobs: JobRunner, progress: (done: number, total: number) => void) {
    this.#settings = settings;
    this.#jobs = jobs;
    this.#progress = progress;
  }

  cancel(): void {
    this.#underWay?.abort();
  }

  async run(workplace: Workplace, order: ChannelPayload<'export.run'>): Promise<ChannelReply<'export.run'>> {
    this.cancel();
    const stop = new AbortController();
    this.#underWay = stop;
    const folder = join(places(this.#settings.profileDir).made, 'exports');
    await rm(folder, { recursive: true, force: true });
    this.#made += 1;
    const target = join(folder, `${Date.now()}-${this.#made}.${order.format}`);
    const { userId } = workplace.here;
    const place = { path: places(this.#settings.profileDir).database(userId), key: this.#settings.key, userId, target };
    const written = await this.#jobs.call('export.documents', { ...order, ...place }, stop.signal, this.#progress);
    return {
      localPath: target,
      name: fileNameOf(order.title, order.format),
      mediaType: mediaTypes[order.format],
      rows: written.rows,
      gone: order.ids.length - written.rows,
      missing: written.missing,
    };
  }
}
