import { bytesOf } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { CoreError } from '#renderer/data/core-error.ts';

/** The bytes of an attachment: from here, or from the centre when they are only there. */
export async function readAttachment(id: string): Promise<Blob> {
  // On its way here the host puts a handle in place of the path; none means that the file is gone.
  const { handle } = (await ask('files.open', { attachmentId: id })) as unknown as { handle: string | null };
  if (handle === null) throw new CoreError({ code: 'FILE_UNREADABLE' });
  return bytesOf(handle);
}
