import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayText } from '#server/store/array-text.ts';
import { createPool } from '#server/store/pool.ts';
import { safeText } from '#server/store/safe-text.ts';
import { testDatabase } from '#tests/support/postgres.ts';

test('PostgreSQL reads back every text, number and null as it was', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url, { max: 1 });
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', '\\"', ' a ', 'a,b', '\n\t', 'ё'),
  );
  const property = fc.asyncProperty(
    fc.array(fc.option(text.map(safeText))),
    fc.array(fc.maxSafeInteger()),
    fc.array(fc.boolean()),
    async (texts, numbers, flags) => {
      const values = [arrayText(texts), arrayText(numbers), arrayText(flags)];
      const found = await pool.query(
        'SELECT $1::text[] AS texts, $2::bigint[]::text[] AS numbers, $3::boolean[] AS flags',
        values,
      );
      expect(found.rows).toEqual([{ texts, numbers: numbers.map(String), flags }]);
    },
  );
  try {
    await fc.assert(property, { numRuns: 300 });
  } finally {
    await pool.end();
    await database.drop();
  }
});
