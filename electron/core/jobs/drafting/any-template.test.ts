import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { grid, listPara, para, wordFile } from '#tests/fixtures/templates/word-file.ts';
import { cleanValue } from './clean-value.ts';
import { draftingData } from './drafting-data.ts';
import { fillTemplate } from './fill-template.ts';
import type { TagTree } from './tag-tree.ts';

const tree = draftingData(supplyRows);
const empty = draftingData({ ...supplyRows, lines: [], obligations: [], clauses: [], counterparty: null });

const good = fc.constantFrom(
  '{Номер}',
  '{Сумма прописью}',
  'слово ',
  '{Контрагент.Директор|родительный}',
  '{#Строки}{Наименование} {/Строки}',
  '{#если НДС}{НДС}{/НДС}',
  '{#нет НДС}без{/}',
  '{#Пункты}{Номер}. {Текст}{/Пункты}',
);
const loose = fc.constantFrom(
  '{#Строки}',
  '{/Строки}',
  '{Наименование}',
  '{#если НДС}',
  '{/НДС}',
  '{/}',
  '{#Пункты}',
  '{/Пункты}',
);
const bad = fc.constantFrom(
  '{',
  '}',
  '{ }',
  '{Нет такого}',
  '{{x}}',
  ['$', '{y}'].join(''),
  '{#Строки [loopOver: "row"]}',
);
const piece = fc.oneof({ weight: 40, arbitrary: good }, { weight: 4, arbitrary: loose }, { weight: 1, arbitrary: bad });
const line = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
const block = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }).map((runs) => para(...runs)),
  line.map(listPara),
  fc.array(fc.array(line, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map((rows) => grid(...rows)),
);

test('whatever a template looks like, it is filled into a readable file without braces, or told what is wrong', async () => {
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), fc.boolean(), async (blocks, isEmpty) => {
      const result = await fillTemplate(wordFile(blocks.join('')), isEmpty ? empty : tree);
      if ('problems' in result) {
        expect(result.problems.length).toBeGreaterThan(0);
        // The check must find what is wrong before the engine stumbles over it.
        expect(result.problems.map(({ code }) => code)).not.toContain('TEMPLATE_NOT_FILLED');
        return;
      }
      filled += 1;
      expect(
        readDocx(result.bytes)
          .map(({ text }) => text)
          .join('\n'),
      ).not.toMatch(/[{}]/);
    }),
    { numRuns: 500 },
  );
  expect(filled).toBeGreaterThan(80);
}, 60_000);

test('good templates of loops in rows, lists and paragraphs are always filled', async () => {
  const lines = fc.oneof(
    fc.constantFrom(
      para('{#Строки}{№} {Наименование}{/Строки}'),
      para('{#если НДС}{НДС}{/НДС}'),
      listPara('{#Пункты}{Текст}{/Пункты}'),
      listPara('{#нет НДС}без{/}'),
      grid(['{#Строки}{№}', '{Сумма}{/Строки}']),
      grid(['{#если НДС}a', 'b{/НДС}'], ['c', '{Номер}']),
      para('{#Строки}') + grid(['{№}', '{Сумма}']) + para('{/Строки}'),
      para('{#если НДС}') + listPara('{#Строки}{№}{/Строки}') + para('{/НДС}'),
    ),
    fc.constantFrom(para('слово {Номер}'), para('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { minLength: 1, maxLength: 6 }), fc.boolean(), async (blocks, isEmpty) => {
      const result = await fillTemplate(wordFile(`${para('{Номер}')}${blocks.join('')}`), isEmpty ? empty : tree);
      expect(result).toHaveProperty('bytes');
      if ('bytes' in result) expect(readDocx(result.bytes).length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('whatever a value is, it comes out of the file as it went in, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (value) => {
      const data: TagTree = [{ names: ['Х'], value: { type: 'text', text: value } }];
      const result = await fillTemplate(wordFile(para('[{Х}]')), data);
      if ('problems' in result) throw new Error('no problem was expected');
      const expected = cleanValue(value) === '' ? '________' : cleanValue(value);
      const read = readDocx(result.bytes)
        .map(({ text }) => text)
        .join(' ');
      const same = (text: string) =>
        text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2011\ufeff-]/g, '');
      expect(same(read)).toBe(same(`[${expected}]`));
    }),
    { numRuns: 300 },
  );
}, 60_000);
