import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { grid, para, wordFile } from '#tests/fixtures/templates/word-file.ts';
import { draftingData } from './drafting-data.ts';
import { fillTemplate } from './fill-template.ts';
import type { TemplateProblem } from './template-problem.ts';
import { templateTags } from './template-tags.ts';

const office = join(import.meta.dirname, '../../../../../shared/data/office');
const tree = draftingData(supplyRows);
const check = async (body: string, extra = {}): Promise<TemplateProblem[]> => {
  const bytes = wordFile(body, extra);
  const { problems } = await templateTags(bytes, tree);
  const result = await fillTemplate(bytes, tree);
  expect('problems' in result ? result.problems : []).toEqual(problems);
  return problems;
};
const codes = async (...lines: string[]): Promise<string[]> =>
  (await check(lines.map((line) => para(line)).join(''))).map(({ code, tag }) => `${code} ${tag ?? ''}`);

describe('a broken template', () => {
  test.each([
    [['Цена {Сумма, {Номер}'], ['TAG_BRACE_UNCLOSED {Сумма,']],
    [
      ['Цена {Сумма', '} {Номер}'],
      ['TAG_BRACE_UNCLOSED {Сумма', 'TAG_BRACE_UNOPENED }'],
    ],
    [['Цена Сумма} {Номер}'], ['TAG_BRACE_UNOPENED Цена Сумма}']],
    [['{ } {Номер}'], ['TAG_EMPTY { }']],
    [['{Сума}'], ['TAG_UNKNOWN {Сума}']],
    [['{Сумма|родительный}'], ['TAG_FILTER_MISFIT {Сумма|родительный}']],
    [['{Сумма|прописъю}'], ['TAG_FILTER_UNKNOWN {Сумма|прописъю}']],
    [['{Строки}'], ['TAG_NEEDS_LOOP {Строки}']],
    [['{Поле}'], ['TAG_IS_GROUP {Поле}']],
    [['{#Строки}{Наименование}'], ['TAG_LOOP_UNCLOSED {#Строки}']],
    [['{Номер}{/Строки}'], ['TAG_CLOSE_WITHOUT_OPEN {/Строки}']],
    [['{#Строки}{#если НДС}{/Строки}{/НДС}'], ['TAG_CLOSED_BY_OTHER {/Строки}', 'TAG_CLOSE_WITHOUT_OPEN {/НДС}']],
    [['{#Строки}{/Строка}'], ['TAG_CLOSED_BY_OTHER {/Строка}']],
    [['{#Строки [loopOver: "line"]}{/}'], ['TAG_OPTIONS {#Строки [loopOver: "line"]}']],
    [['{Номер} {{ чужой }}'], ['TAG_FOREIGN {{ чужой }}']],
    [['{Наименование}'], ['TAG_UNKNOWN {Наименование}']],
    [['простой текст'], ['TEMPLATE_NO_TAGS ']],
  ])('%s', async (lines, expected) => {
    expect(await codes(...lines)).toEqual(expected);
  });

  test('near names are offered: a misprint, a group left out, a field of the list', async () => {
    const near = async (line: string) => (await check(para(line)))[0]?.params['suggestions'];
    expect(await near('{Сума прописью}')).toEqual(['Сумма']);
    expect(await near('{Контрогент.ИНН}')).toEqual(['Контрагент.ИНН', 'Организация.ИНН']);
    expect(await near('{ОГРН}')).toEqual(['Организация.ОГРН', 'Контрагент.ОГРН']);
    expect(await near('{#Строки}{Наименаване}{/}')).toEqual(['Наименование']);
    expect(await near('{Абракадабра}')).toEqual([]);
    expect((await check(para('{Сумма|прописъю}')))[0]?.params).toEqual({
      filter: 'прописъю',
      suggestions: ['прописью'],
    });
  });

  test('the place: part of the page, table, words around', async () => {
    const [inTable] = await check(grid(['Итого к оплате {Сума} рублей']));
    expect(inTable?.place).toEqual({ part: 'body', inTable: true, text: 'Итого к оплате {Сума} рублей' });
    const [inHeader] = await check(para('{Номер}'), { header: `${'слово '.repeat(60)}{Номр} конец` });
    expect(inHeader).toMatchObject({ code: 'TAG_UNKNOWN', tag: '{Номр}', place: { part: 'header', inTable: false } });
    expect(inHeader?.place?.text).toMatch(/^….{60,}\{Номр\} конец$/);
    const [inFootnote] = await check(para('{Номер}'), { footnote: 'см. {Номер}' });
    expect(inFootnote).toMatchObject({ code: 'TAG_PLACE_NOT_FILLED', place: { part: 'footnote' } });
  });

  test('a loop that begins in a cell and ends outside of its table', async () => {
    expect((await check(grid(['{#Строки}{№}']) + para('{/Строки}'))).map(({ code }) => code)).toEqual([
      'TAG_LOOP_CONTAINERS',
    ]);
  });

  test('a loop in a row that another one repeats', async () => {
    const [problem] = await check(grid(['{#Строки}{№}', '{Сумма}{/Строки}{#если НДС}x{/}']));
    expect(problem).toMatchObject({ code: 'TAG_LOOP_IN_REPEATED_ROW', tag: '{#если НДС}' });
    expect(await check(grid(['{#если НДС}x{/}{#Строки}{№}', '{#если НДС}{Сумма}{/}{/Строки}']))).toEqual([]);
  });

  test('files that are no template at all', async () => {
    const only = async (bytes: Uint8Array) => (await templateTags(bytes, tree)).problems.map(({ code }) => code);
    expect(await only(new Uint8Array())).toEqual(['DOCX_NOT_A_DOCUMENT']);
    expect(await only(new TextEncoder().encode('%PDF-1.7'))).toEqual(['DOCX_NOT_A_DOCUMENT']);
    expect(await only(wordFile(para('{Номер}')).slice(0, 500))).toEqual(['DOCX_DAMAGED']);
    expect(await only(wordFile('<w:p><w:r>'))).toEqual(['DOCX_DAMAGED']);
  });

  test('the tags of a good one, each once', async () => {
    const { tags, foreign } = await templateTags(wordFile(para('{Номер} {#Строки}{№}{/Строки} {Но', 'мер}')));
    expect(tags).toEqual(['Номер', '#Строки', '№']);
    expect(foreign).toEqual([]);
  });
});

describe('real papers of other programs', () => {
  test('contracts with other tags have none of ours, and nothing crashes', async () => {
    if (!existsSync(office)) {
      console.log('skipped: ../shared/data/office is not here');
      return;
    }
    let withForeign = 0;
    for (const name of readdirSync(join(office, 'contracts')).filter((each) => each.endsWith('.docx'))) {
      const bytes = readFileSync(join(office, 'contracts', name));
      const { tags, foreign } = await templateTags(bytes, tree);
      expect(tags, name).toEqual([]);
      const result = await fillTemplate(bytes, tree);
      expect(result, name).toMatchObject({ problems: [{ code: 'TEMPLATE_NO_TAGS' }] });
      if (foreign.length > 0) withForeign += 1;
    }
    expect(withForeign).toBeGreaterThan(8);
  }, 60_000);

  test('damaged and encrypted files are named as such', async () => {
    const traps = join(office, 'traps');
    if (!existsSync(traps)) {
      console.log('skipped: ../shared/data/office is not here');
      return;
    }
    const found = new Map<string, string[]>();
    for (const name of readdirSync(traps).filter((each) => /\.docx?$/.test(each))) {
      const { problems } = await templateTags(readFileSync(join(traps, name)), tree);
      found.set(
        name,
        problems.map(({ code }) => code),
      );
    }
    expect([...found.values()].flat()).toContain('DOCX_ENCRYPTED');
    expect([...found.values()].flat()).toContain('DOCX_DAMAGED');
  }, 60_000);
});
