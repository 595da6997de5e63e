import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';

/** What both hosts answer for one address of the renderer: HTTP status, headers and bytes. */
export interface StaticAnswer {
  status: 200 | 400 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** 128 random bits in base64: the CSP style nonce, a new one for every load of the page. */
function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * The only policy a window of Opora runs under. Scripts come from the application's own files; the component library and
 * the grid insert style elements, so styles carry a nonce.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the nonce where the page reads it: the `__NONCE__` of its `<meta name="style-nonce">`. */
function withNonce(html: string, nonce: string): string {
  return html.replaceAll('__NONCE__', nonce);
}

/**
 * The file of `root` that an address path (still percent-encoded) names, or undefined when the path leaves `root` or cannot be
 * decoded. A path without an extension is a page of the router: it is answered by index.html.
 */
export function resolveStaticPath(root: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // A backslash separates on Windows only, a colon names a drive or a stream there: no file of ours has either.
  if (/[\0\\:]/.test(path) || path.split('/').includes('..')) return undefined;
  const file = extname(path) === '' ? 'index.html' : path;
  const absolute = resolve(root, join('.', file));
  const inside = relative(root, absolute);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : absolute;
}

/** Answers one GET of the renderer's files under `root`, with every security header; never throws. */
export async function serveStatic(root: string, pathname: string): Promise<StaticAnswer> {
  const nonce = newNonce();
  const path = resolveStaticPath(root, pathname);
  if (path === undefined) return refusal(400, nonce);
  try {
    const bytes = await readFile(path);
    const type = contentTypes[extname(path)] ?? 'application/octet-stream';
    const isPage = type.startsWith('text/html');
    const body = isPage ? new TextEncoder().encode(withNonce(bytes.toString('utf8'), nonce)) : new Uint8Array(bytes);
    return { status: 200, headers: headersFor(type, nonce, isPage), body };
  } catch {
    return refusal(404, nonce);
  }
}

function refusal(status: 400 | 404, nonce: string): StaticAnswer {
  return { status, headers: headersFor('text/plain; charset=utf-8', nonce, true), body: new Uint8Array() };
}

function headersFor(type: string, nonce: string, fresh: boolean): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // A page carries its nonce and is never kept; built files have a hash in their name.
    'cache-control': fresh ? 'no-store' : 'public, max-age=31536000, immutable',
  };
}
