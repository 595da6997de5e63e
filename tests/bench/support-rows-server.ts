import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { createZstdCompress } from 'node:zlib';
import { openReadable } from '#electron/core/store/open.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import type { EntityName } from '#shared/domain/registry.ts';

// Holds the rows of a database in memory and sends them as lines of JSON, compressed: the sender of the least download.
const { keyFile, path, entities } = workerData as { keyFile: string; path: string; entities: EntityName[] };
const db = openReadable({ path, key: readFileSync(keyFile) });
const rows = entities.flatMap((e) =>
  (db.prepare(`SELECT * FROM "${e}"`).all() as Record<string, unknown>[]).map((record) => ({
    e,
    row: decodeRow(e, record),
  })),
);
db.close();

function* pieces(): Iterable<string> {
  for (let n = 0; n < rows.length; n += 1_000)
    yield rows
      .slice(n, n + 1_000)
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('');
}

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-encoding': 'zstd' });
  Readable.from(pieces(), { objectMode: false }).pipe(createZstdCompress()).pipe(response);
});
server.listen(0, '127.0.0.1', () =>
  parentPort?.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
