import { request } from 'node:http';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowChange } from '#shared/sync/command-wire.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';

const documents = 9_000;
let centre: Centre;
beforeAll(async () => {
  centre = await startCentre({ documents });
});
afterAll(() => centre?.close());

interface Head {
  head: { seq: number; chainHash: string; epoch: string };
  scopes: string[];
  total: number;
}

/** Fetched without any help, so that the test itself unpacks. */
function download(access: string, encoding: string, query = ''): Promise<{ encoding: string; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${access}`, 'accept-encoding': encoding };
    request(`${centre.url}/sync/snapshot${query}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'] ?? '', bytes: Buffer.concat(parts) }),
      );
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

function read(text: string): { head: Head; rows: RowChange[] } {
  const [head, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { head: head as Head, rows: rows as RowChange[] };
}

test('the whole of what a person may see, in order, in every encoding', async () => {
  const { access } = await centre.login('director-one');
  const packed = await download(access, 'gzip, zstd');
  expect(packed.encoding).toBe('zstd');
  const { head, rows } = read(zstdDecompressSync(packed.bytes).toString());
  expect(head).toMatchObject({ head: { epoch: 'epoch-one', seq: 10 }, total: documents + 5 });
  expect(rows).toHaveLength(documents + 5);
  expect(rows.slice(0, 6).map((row) => row.e)).toEqual([
    'branch',
    'branch',
    'employee',
    'employee',
    'employee',
    'document',
  ]);
  expect(rows.at(-1)).toMatchObject({
    e: 'document',
    id: documentId(documents),
    v: 10,
    row: { subject: `Письмо № ${documents}` },
  });

  const zipped = await download(access, 'gzip');
  expect(zipped.encoding).toBe('gzip');
  expect(read(gunzipSync(zipped.bytes).toString()).rows).toEqual(rows);
  const plain = await download(access, 'identity');
  expect(read(plain.bytes.toString()).rows).toEqual(rows);
});

test('a person gets nothing outside their scopes', async () => {
  const { access } = await centre.login('clerk-one');
  const { head, rows } = read((await download(access, 'identity')).bytes.toString());
  expect(head.total).toBe(documents / 2 + 5);
  expect(rows).toHaveLength(head.total);
  const numbers = rows.filter((row) => row.e === 'document').map((row) => Number(row.row?.['number']));
  expect(numbers.every((number) => number % 2 === 0)).toBe(true);
});

test('a download that was cut goes on after the last whole row', async () => {
  const { access } = await centre.login('director-one');
  const all = read((await download(access, 'identity')).bytes.toString()).rows;
  for (const at of [0, 4, 5, 4_321, documents + 4]) {
    const last = all[at] as RowChange;
    const rest = read((await download(access, 'identity', `?after=${last.e}/${last.id}`)).bytes.toString());
    expect(rest.rows).toEqual(all.slice(at + 1));
  }
  expect((await centre.get('/sync/snapshot?after=x', access)).status).toBe(400);
});
