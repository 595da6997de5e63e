import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';
import type { FileVault } from '#server/store/file-vault.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { type Swept, sweepFiles } from '#server/sync/file-sweep.ts';

const day = 24 * 60 * 60_000;
/** The first look comes when the server has settled down. */
const first = 10 * 60_000;

/** Once a day: files that no attachment names any more are marked, and those marked long ago go. Says how many, in figures only. */
export function sweepUnnamed(app: FastifyInstance, context: ServerContext, vault: FileVault): void {
  const last = { files: 0, bytes: 0 };
  const removed = context.metrics.counter(
    'opora_unnamed_files_removed_total',
    'Files removed that no attachment named',
  );
  context.metrics.gauge('opora_unnamed_files', 'Files that no attachment names', () => last.files);
  context.metrics.gauge('opora_unnamed_bytes', 'Their bytes', () => last.bytes);
  let timer: NodeJS.Timeout;

  const look = async (): Promise<void> => {
    const unnamed = { files: 0, bytes: 0 };
    for (const org of await organizationsForJobs(context.pool)) {
      if (context.stopping()) return;
      const swept: Swept = await sweepFiles({ store: context.store, vault, org, now: context.now(), dryRun: false });
      unnamed.files += swept.unnamed.files - swept.removed.files;
      unnamed.bytes += swept.unnamed.bytes - swept.removed.bytes;
      removed(swept.removed.files);
      if (swept.unnamed.files > 0) app.log.info({ org, ...swept }, 'files that no attachment names');
    }
    Object.assign(last, unnamed);
  };
  const plan = (after: number): void => {
    timer = setTimeout(() => {
      void look()
        .catch((error: unknown) => app.log.warn({ err: error }, 'files could not be swept'))
        .finally(() => plan(day));
    }, after);
    timer.unref();
  };
  app.addHook('onReady', async () => plan(first));
  app.addHook('onClose', async () => clearTimeout(timer));
}
