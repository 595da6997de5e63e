import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileHandles } from '#electron/host/file-handles.ts';
import { diskName } from '#shared/lib/text/disk-name.ts';
import { shortName } from '#shared/lib/text/short-name.ts';

export interface FileExchange {
  /** Takes the body of a POST into the profile and answers `{ handle }`. */
  receive(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Sends the file of a handle as a download that no page can run. */
  deliver(handle: string, response: ServerResponse): Promise<void>;
}

/** An attachment may be this large, in bytes; importers have limits of their own. */
export const largestUpload = 2 * 1024 ** 3;

/** Bytes read and sent at a time: with fewer, a scan of 50 MB is a thousand turns of the process. */
const portion = 1024 * 1024;

/** Bytes of a name on the disk: a little is left for marks such as «.part». */
const LONGEST_NAME = 240;

/** A browser window cannot give paths: what is dropped on it is uploaded into `<profileDir>/incoming`, emptied at every start. */
export async function createFileExchange(
  profileDir: string,
  handles: FileHandles,
  limit = largestUpload,
): Promise<FileExchange> {
  const incoming = join(profileDir, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return {
    async receive(request, response) {
      const name = fileName(request.headers['x-opora-file-name']);
      const folder = join(incoming, randomUUID());
      const path = join(folder, diskName(name));
      const declared = Number(request.headers['content-length'] ?? 0);
      if (declared > limit) return refuse(request, response, 413, 'FILE_TOO_LARGE');
      try {
        await mkdir(folder, { mode: 0o700 });
        await pipeline(request, atMost(limit), createWriteStream(path, { mode: 0o600, flush: true }));
        const mediaType = request.headers['content-type'] ?? 'application/octet-stream';
        const handle = await handles.register({ path, name, mediaType });
        if (handle === undefined) throw new Error('the uploaded file is gone');
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify({ handle, name }));
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'FILE_TOO_LARGE') refuse(request, response, 413, code);
        else refuse(request, response, 507, code === 'ENOSPC' ? 'DISK_FULL' : 'FILE_UNREADABLE');
      }
    },
    async deliver(handle, response) {
      const file = handles.resolve(handle);
      const size =
        file &&
        (await stat(file.path)
          .then((each) => each.size)
          .catch(() => undefined));
      if (!file || size === undefined) return void response.writeHead(404, { 'cache-control': 'no-store' }).end();
      response.writeHead(200, {
        'content-type': file.mediaType,
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      await pipeline(createReadStream(file.path, { highWaterMark: portion }), response).catch(() => response.destroy());
    },
  };
}

/** The last part of the name, without what file systems refuse; the person's own words otherwise. */
export function fileName(header: string | string[] | undefined): string {
  let name = '';
  try {
    name = decodeURIComponent(String(header ?? ''));
  } catch {
    // a name that cannot be decoded is no name
  }
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Controls and direction marks go too: they make a name look like another one.
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  // 255 bytes is the longest name of common file systems.
  return plain === '' ? 'file' : shortName(plain, (each) => Buffer.byteLength(each) <= LONGEST_NAME);
}

function atMost(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(Object.assign(new Error('too large'), { code: 'FILE_TOO_LARGE' }));
      else done(null, chunk);
    },
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ code }), () => request.destroy());
}
