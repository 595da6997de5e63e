import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grown, shrunk, startingBatch } from '#electron/core/sync/batch-size.ts';
import { readLines } from '#electron/core/sync/read-lines.ts';

test('lines come whole however the stream is cut, even inside a letter', async () => {
  const line = fc.string({ unit: fc.constantFrom('а', 'ё', '{', '"', '😀', 'x', ' ') });
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.boolean(), fc.integer({ min: 1, max: 7 }), async (lines, ended, size) => {
      const bytes = new TextEncoder().encode(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let n = 0; n < bytes.length; n += size) controller.enqueue(bytes.slice(n, n + size));
          controller.close();
        },
      });
      const found: string[] = [];
      for await (const some of readLines(stream)) found.push(...some);
      // An empty last line without an end cannot be told from none.
      const expected = !ended && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
      expect(found).toEqual(expected);
    }),
  );
});

test('a push grows while the link is quick and shrinks when it is not, between one command and five hundred', () => {
  let size = startingBatch;
  for (let n = 0; n < 20; n += 1) size = grown(size, 10);
  expect(size.commands).toBe(500);
  expect(grown(size, 5_000).commands).toBe(250);
  for (let n = 0; n < 20; n += 1) size = shrunk(size);
  expect(size.commands).toBe(1);
  expect(grown(size, 10).commands).toBe(2);
});
