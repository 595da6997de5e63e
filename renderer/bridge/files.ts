import { CoreFileError } from '#renderer/bridge/file-error.ts';

/** A file the host knows: the core opens it by the handle, people see the name. */
export interface HandledFile {
  handle: string;
  name: string;
}

/** Sends a dropped or chosen file to the browser host, which keeps it in the profile. Throws CoreFileError. */
export async function uploadFile(file: File, token: string): Promise<HandledFile> {
  const answer = await fetch('./files', {
    method: 'POST',
    body: file,
    headers: {
      'x-opora-token': token,
      'x-opora-file-name': encodeURIComponent(file.name),
      'content-type': file.type || 'application/octet-stream',
    },
  }).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as { handle?: string; name?: string; code?: string } | null;
  if (!answer?.ok || !body?.handle) throw new CoreFileError(body?.code ?? 'FILE_UNREADABLE', file.name);
  return { handle: body.handle, name: body.name ?? file.name };
}

/** The bytes of a handle. Throws CoreFileError. */
export async function readFile(handle: string, token: string | null): Promise<Blob> {
  const answer = await fetch(`./files/${encodeURIComponent(handle)}`, {
    headers: token ? { 'x-opora-token': token } : {},
  }).catch(() => null);
  if (!answer?.ok) throw new CoreFileError('FILE_UNREADABLE', handle);
  return answer.blob();
}
