import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, resolveStaticPath, serveStatic } from './static-files.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-static-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(root, 'index.html'), '<meta name="style-nonce" content="__NONCE__"><p>Опора</p>');
  await writeFile(join(root, 'assets', 'main-1.js'), 'export {};');
});
afterAll(() => rm(folder, { recursive: true }));

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('the page', () => {
  it('carries in its meta the nonce of its own policy, a new one each time', async () => {
    const [first, second] = [await serveStatic(root, '/'), await serveStatic(root, '/')];
    const nonce = /nonce-([A-Za-z0-9+/=]+)'/.exec(first.headers['content-security-policy'] ?? '')?.[1];
    expect(nonce).toHaveLength(24);
    expect(text(first.body)).toContain(`content="${nonce}"`);
    expect(text(first.body)).toContain('Опора');
    expect(text(second.body)).not.toBe(text(first.body));
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('answers every address of the router', async () => {
    const answer = await serveStatic(root, '/documents/0190a1b2-0000-7000-8000-000000000000');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('files', () => {
  it('come with their type and may be kept', async () => {
    const answer = await serveStatic(root, '/assets/main-1.js');
    expect([answer.status, text(answer.body)]).toEqual([200, 'export {};']);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it.each(['/assets/none.js', '/favicon.ico'])('that do not exist are not found: %s', async (path) => {
    expect((await serveStatic(root, path)).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/C:%5cWindows%5cwin.ini',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/%E0%A4%A',
  ])('outside the folder are refused: %s', async (path) => {
    expect(resolveStaticPath(root, path)).toBeUndefined();
    const answer = await serveStatic(root, path);
    expect([answer.status, answer.body.length]).toEqual([400, 0]);
  });

  it.each(['//etc/passwd.txt', '/%2fetc%2fpasswd.txt'])('an absolute path stays under the folder: %s', (path) => {
    expect(resolveStaticPath(root, path)?.startsWith(root)).toBe(true);
  });
});

it('the policy lets nothing in but the application itself', () => {
  const policy = contentSecurityPolicy('N');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self' 'nonce-N';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});
