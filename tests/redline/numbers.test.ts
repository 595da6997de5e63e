import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';

const data = join(import.meta.dirname, '../../../shared/data/office');
const isHere = existsSync(data);
if (!isHere) console.log('skipped: ../shared/data/office is not here, numbers of real contracts are not checked');

/** Number and first two words of every numbered paragraph, as another office program printed the file to plain text. */
const printed = JSON.parse(readFileSync(join(import.meta.dirname, 'numbers.json'), 'utf8')) as Record<string, string[]>;

describe.skipIf(!isHere)('numbers of real contracts are those another program counts', () => {
  test.each(Object.keys(printed))('%s', (name) => {
    const blocks = readDocx(readFileSync(join(data, name))).filter(({ number }) => number !== '');
    const read = blocks.map(({ number, text }) =>
      [number, ...(text.match(/[\p{L}\p{N}_]+/gu) ?? []).slice(0, 2)].join(' '),
    );
    expect(read).toEqual(printed[name]);
  });
});
