import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { encodeDictionary } from '#build/dictionary/encode.ts';
import { readSource } from '#build/dictionary/read-source.ts';

// Makes electron/core/store/search/data/russian-forms.bin.br from the OpenCorpora tables inside a pinned npm package.
const PACKAGE = 'az@0.2.3';
const TARBALL_SHA512 =
  'U8d6Tw8ohZ8dcEp8aKjFYo+DU3BT8JPmYqmW0A0BsWW8ocP+F6gLZvrtglHq7pYa84dCEp3NHAoZoC4W3Lth2w==';
const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'dictionary');
const target = join(root, 'electron', 'core', 'store', 'search', 'data', 'russian-forms.bin.br');

/** Downloads the source once, refuses another content than the pinned one, returns the folder of its tables. */
function source(): string {
  const tarball = join(cache, 'az-0.2.3.tgz');
  mkdirSync(cache, { recursive: true });
  if (!existsSync(tarball)) execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: cache, shell: process.platform === 'win32' });
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (digest !== TARBALL_SHA512) throw new Error(`${PACKAGE} is not the pinned file: sha512-${digest}`);
  execFileSync('tar', ['xzf', tarball, '-C', cache]);
  return join(cache, 'package', 'dicts');
}

const read = readSource(source());
const bytes = encodeDictionary(read);
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
writeFileSync(target, packed);
const sha256 = createHash('sha256').update(bytes).digest('hex');
console.log(JSON.stringify({ lexemes: read.lexemes.length, bytes: bytes.length, packed: packed.length, sha256 }));
