import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';

/** Writes lines under zstd, synced to the disk. Returns SHA-256 of the compressed bytes. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const text = Readable.from(lines, { objectMode: false });
  await pipeline(text, createZstdCompress(), watch, createWriteStream(path));
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
  return hash.digest('hex');
}

/** Lines of such a file in portions. */
export async function* readLines(path: string, portion = 500): AsyncGenerator<string[]> {
  const plain = createReadStream(path).pipe(createZstdDecompress());
  let lines: string[] = [];
  for await (const line of createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (lines.push(line) < portion) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
