import { protocol, type Session } from 'electron';
import { serveStatic } from '#electron/host/static-files.ts';
import { isOwnPage, scheme } from './origins.ts';

/** Makes `app:` a standard, secure scheme with an origin of its own. Electron takes this only before it is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer in `root` under `app://opora/`; any other host or method is refused. */
export function serveRenderer(session: Session, root: string): void {
  session.protocol.handle(scheme, async (request) => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return new Response(null, { status: 400 });
    const answer = await serveStatic(root, new URL(request.url).pathname);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
}
