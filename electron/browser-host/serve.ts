import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFileHandles, withHandles, withPaths } from '#electron/host/file-handles.ts';
import { createGrantedFiles } from '#electron/host/granted-files.ts';
import { openEdited } from '#electron/host/open-edited.ts';
import { serveStatic } from '#electron/host/static-files.ts';
import { createRouter } from '#electron/ipc/router.ts';
import type { Core, HostInfo } from '#shared/ipc/bridge.ts';
import { createBridge } from './bridge.ts';
import { createFileExchange } from './files.ts';
import { isToken, refusalOf } from './guard.ts';
import { openPath } from './open-path.ts';

export interface BrowserHostOptions {
  core: Core;
  host: HostInfo;
  rendererFolder: string;
  profileDir: string;
  /** Port on loopback; a free one when absent. */
  port?: number;
  /** Bytes of one uploaded file; 2 GB when absent. */
  largestUpload?: number;
  /** Opens a file with the program of the system; the real one when absent. */
  openPath?: (path: string) => Promise<void>;
  report(error: unknown): void;
}

export interface BrowserHost {
  /** What the browser opens: the token is in the fragment, which no request carries. */
  address: string;
  port: number;
  token: string;
  close(): Promise<void>;
}

/** Serves the renderer, the bridge and the files of one profile to this machine's browser, and to nobody who lacks the token. */
export async function serveBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(32).toString('base64url');
  const handles = createFileHandles({ root: options.profileDir, now: Date.now });
  const granted = createGrantedFiles(handles);
  const files = await createFileExchange(options.profileDir, handles, options.largestUpload);
  let port = 0;

  // Admission is by token, so for the router every call comes from our own window.
  const sender = { isMainFrame: true, isOwnWindow: true, url: 'http://127.0.0.1/' };
  const route = createRouter({ core: options.core, isOwnPage: () => true }, options.report);
  const bridge = createBridge({
    token,
    host: options.host,
    async answer({ channel, payload }) {
      // A page names files by handles of this host only; a path of its own choice opens nothing.
      if (!granted.allows(payload)) return { ok: false, error: { code: 'FILE_UNREADABLE' } };
      const answered = await route(sender, { channel, payload: withPaths(payload, handles) });
      const reply = await openEdited(channel, answered, options.openPath ?? openPath);
      return reply.ok ? { ok: true, value: await withHandles(reply.value, handles) } : reply;
    },
  });
  const stopEvents = options.core.on((event) => bridge.publish(event));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (refusalOf(request, port)) return void response.writeHead(403).end();
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/files' || pathname.startsWith('/files/')) {
      if (!isToken(token, request.headers['x-opora-token'])) return void response.writeHead(401).end();
      if (request.method === 'POST' && pathname === '/files') return files.receive(request, response);
      if (request.method !== 'GET') return void response.writeHead(405).end();
      return files.deliver(decodeURIComponent(pathname.slice('/files/'.length)), response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    const { status, headers, body } = await serveStatic(options.rendererFolder, pathname);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.report(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    // A browser always names the origin of a WebSocket: one without it is no browser of ours.
    const isOwn = request.headers.origin !== undefined && refusalOf(request, port) === undefined;
    if (isOwn && request.url === '/bridge') bridge.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    token,
    async close() {
      stopEvents();
      bridge.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
