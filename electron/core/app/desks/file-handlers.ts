import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { wantFile } from '#electron/core/files/file-table.ts';
import { pin, pinList, pinState, unpin } from '#electron/core/files/pins.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';
import type { FileReplies } from '#shared/ipc/file-channels.ts';

type Handlers = {
  [C in keyof FileReplies]: (payload: ChannelPayload<C>) => FileReplies[C] | Promise<FileReplies[C]>;
};

/** What windows ask about files on their way, kept and given up. `workplace` throws Refusal when nobody works here. */
export function fileHandlers(files: FilesDesk, workplace: () => Workplace): Handlers {
  return {
    'files.transfers': () => files.transfers.list(),
    'files.cancel': async ({ sha256 }) => {
      await files.transfers.cancel(sha256);
      return null;
    },
    'files.retry': ({ sha256 }) => {
      files.transfers.retry(sha256);
      return null;
    },
    'files.fetch': ({ attachmentId }) => {
      const { db } = workplace();
      const row = readRow(db, 'attachment', attachmentId);
      if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: attachmentId });
      wantFile(db, row['sha256'] as string, row['size'] as number, Date.now());
      files.transfers.tell(row['sha256'] as string);
      files.transfers.wake();
      return null;
    },
    'files.pin': (key) => {
      const { db } = workplace();
      pin(db, key, Date.now());
      files.refreshPins(workplace());
      return pinState(db, key);
    },
    'files.unpin': (key) => {
      const { db } = workplace();
      unpin(db, key, Date.now());
      files.refreshPins(workplace());
      files.space.wake();
      return pinState(db, key);
    },
    'files.pin-state': (key) => pinState(workplace().db, key),
    'files.pins': () => pinList(workplace().db),
    'files.space': () => files.space.read(workplace()),
    'files.limit': ({ bytes }) => {
      files.space.limit = bytes;
      files.space.wake();
      return files.space.read(workplace());
    },
    'files.free': async () => {
      const freed = await files.space.free(workplace(), { all: true });
      return { ...freed, space: await files.space.read(workplace()) };
    },
  };
}
