import type { RowTest } from '#electron/core/app/queries/row-test.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { comparable } from '#electron/core/store/views/custom-values.ts';
import { highestRid } from '#electron/core/store/views/ordered-column.ts';
import type { CustomTest } from '#shared/queries/document.ts';

const passed = Uint8Array.of(0, 1);
const notPassed = Uint8Array.of(1, 0);

/** What is asked of one of the company's own fields, as a test over documents; a field without a value passes `empty` alone. */
export function customTest(db: Readable, test: CustomTest): RowTest {
  const [condition, ...values] = conditionOf(test);
  const sql = `SELECT rid FROM custom_value WHERE key = ? AND ${condition}`;
  const codes = new Uint8Array(highestRid(db, 'document') + 1);
  for (const rid of prepared(db, sql)
    .pluck()
    .all(test.key, ...values) as number[])
    codes[rid] = 1;
  return { codes, allowed: test.op === 'empty' ? notPassed : passed };
}

function conditionOf(test: CustomTest): [string, ...(string | number)[]] {
  switch (test.op) {
    case 'filled':
    case 'empty':
      return ['n = 0'];
    case 'contains':
      return ['instr(text, ?) > 0', comparable(test.value)];
    case 'at_least':
      return boundOf('>=', test.value);
    case 'at_most':
      return boundOf('<=', test.value);
    case 'in': {
      const texts = test.value.filter((one) => typeof one === 'string').map(comparable);
      const numbers = test.value.filter((one) => typeof one !== 'string').map(Number);
      return [
        '(text IN (SELECT value FROM json_each(?)) OR num IN (SELECT value FROM json_each(?)))',
        JSON.stringify(texts),
        JSON.stringify(numbers),
      ];
    }
  }
}

const boundOf = (sign: '>=' | '<=', value: string | number): [string, string | number] =>
  typeof value === 'number' ? [`num ${sign} ?`, value] : [`text ${sign} ?`, comparable(value)];
