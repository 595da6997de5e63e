import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import { serveStatic } from '#electron/host/static-files.ts';
import { isOwnPage, scheme } from './origins.ts';

/** Makes `app:` a standard, secure scheme with an origin of its own. Electron takes this only before it is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** A file of the profile that the page may read: real path, name and type as the person sees them. */
export interface ServedFile {
  path: string;
  name: string;
  mediaType: string;
}

/** Serves the built renderer in `root` under `app://opora/` and files by handle under `files/`; other hosts and methods are refused. */
export function serveRenderer(session: Session, root: string, file: (handle: string) => ServedFile | undefined): void {
  session.protocol.handle(scheme, async (request) => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return new Response(null, { status: 400 });
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/files/')) return deliver(file(decodeURIComponent(pathname.slice('/files/'.length))));
    const answer = await serveStatic(root, pathname);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
}

/** The bytes of a file, as a download that no page can run. */
async function deliver(file: ServedFile | undefined): Promise<Response> {
  const size =
    file &&
    (await stat(file.path)
      .then((found) => found.size)
      .catch(() => undefined));
  if (!file || size === undefined) return new Response(null, { status: 404 });
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
