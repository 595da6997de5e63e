import type { IGetRowsParams } from 'ag-grid-community';
import { expect, it } from 'vitest';
import { joinedSource } from '#renderer/components/data-grid/joined-source.ts';

/** Asks for blocks at one moment; answers what was read and what each block got, once all have their rows or have failed. */
async function askFor(blocks: readonly [start: number, end: number][], broken = false) {
  const read: [number, number][] = [];
  const got: string[] = [];
  const source = joinedSource<number>(
    async (start, end) => {
      read.push([start, end]);
      if (broken) throw new Error('gone');
      return { rows: Array.from({ length: Math.min(end, 250) - start }, (_, at) => start + at), total: 250 };
    },
    () => got.push('painted'),
  );
  await Promise.all(
    blocks.map(
      ([startRow, endRow]) =>
        new Promise<void>((resolve) => {
          const tell = (words: string) => {
            got.push(words);
            resolve();
          };
          source.getRows({
            ...{ startRow, endRow },
            successCallback: (rows, last) => tell(`${startRow}: ${rows[0]}-${rows.at(-1)} of ${last}`),
            failCallback: () => tell(`${startRow}: failed`),
          } as IGetRowsParams);
        }),
    ),
  );
  return { read, got };
}

it('neighbours come in one answer, each with its own rows, and are painted together', async () => {
  expect(
    await askFor([
      [200, 300],
      [100, 200],
    ]),
  ).toEqual({
    read: [[100, 300]],
    got: ['100: 100-199 of 250', '200: 200-249 of 250', 'painted'],
  });
});

it('blocks far apart are read apart', async () => {
  const { read } = await askFor([
    [0, 100],
    [90_000, 90_100],
  ]);
  expect(read).toEqual([
    [0, 100],
    [90_000, 90_100],
  ]);
});

it('what could not be read fails for every block that waited for it', async () => {
  expect(
    (
      await askFor(
        [
          [0, 100],
          [100, 200],
        ],
        true,
      )
    ).got,
  ).toEqual(['0: failed', '100: failed']);
});
