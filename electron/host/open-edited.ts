import type { Reply } from '#shared/ipc/bridge.ts';

/** After the core has made a working copy, the host gives it to the program of the system; the window gets neither path nor say in it. */
export async function openEdited(
  channel: unknown,
  reply: Reply,
  open: (path: string) => Promise<void>,
): Promise<Reply> {
  if (channel !== 'files.edit' || !reply.ok) return reply;
  const { localPath } = reply.value as { localPath: string };
  try {
    await open(localPath);
    return reply;
  } catch {
    return { ok: false, error: { code: 'NO_PROGRAM', details: {} } };
  }
}
