import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { draftingData } from '#electron/core/jobs/drafting/drafting-data.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { fillTemplate } from '#electron/core/jobs/drafting/fill-template.ts';
import { templateTags } from '#electron/core/jobs/drafting/template-tags.ts';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { clausePlans } from './clauses.ts';
import { demoRevision, revisionChanges } from './revision.ts';
import { type TemplateFile, templateFiles } from './template-files.ts';

const files = await templateFiles();
const named = (start: string): TemplateFile => {
  const found = files.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(start);
  return found;
};
async function draft(file: TemplateFile, rows: DraftingInput = supplyRows): Promise<Uint8Array> {
  const filled = await fillTemplate(file.bytes, draftingData(rows));
  if ('problems' in filled) throw new Error(JSON.stringify(filled.problems));
  return filled.bytes;
}
const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.replaceAll('\u00a0', ' ');
const blocksOf = (bytes: Uint8Array) => readDocx(bytes).map(({ number, text }) => ({ number, text }));

describe('templates of the demo company', () => {
  test('four small files, the same at every run', async () => {
    const again = await templateFiles();
    expect(files.map(({ contractType }) => contractType)).toEqual(['supply', 'services', 'lease', 'other']);
    for (const [index, file] of files.entries()) {
      expect(file.bytes.length).toBeLessThan(40_000);
      expect(Buffer.compare(Buffer.from(file.bytes), Buffer.from(again[index]?.bytes ?? []))).toBe(0);
    }
  });

  test.each(files.map((file) => [file.title, file] as const))(
    '%s is filled without a word of a tag left',
    async (_title, file) => {
      const { tags, problems } = await templateTags(file.bytes, draftingData(supplyRows));
      expect(problems).toEqual([]);
      expect(tags.length).toBeGreaterThan(30);
      const text = await textOf(await draft(file));
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(text).toContain('в лице генерального директора Ярцева Михаила Юрьевича, действующего на основании Устава');
      expect(text).toContain('12 480 000 (двенадцать миллионов четыреста восемьдесят тысяч) рублей 00 копеек');
    },
  );

  test('clauses are numbered by Word, and stay in order where a condition leaves one out', async () => {
    const supply = named('Договор поставки');
    const withVat = blocksOf(await draft(supply));
    const plain = { ...supplyRows, obligations: [], document: { ...supplyRows.document, vatAmount: null } };
    const without = blocksOf(await draft(supply, plain));
    const at = (blocks: typeof withVat, number: string) =>
      blocks.find((block) => block.number.startsWith(number))?.text ?? '';
    expect(at(withVat, '2.2')).toMatch(/^В цену включён НДС по ставке 22%/);
    expect(at(without, '2.2')).toMatch(/^НДС не облагается/);
    expect(at(withVat, '2.5.1')).toMatch(/^Аванс: /);
    expect(at(without, '2.5')).toMatch(/^Обязанность по оплате/);
    expect(at(withVat, '9.5')).toBe('Ответственность не превышает цены договора.');
  });

  test('an entrepreneur is named as a person', async () => {
    const counterparty = {
      ...supplyRows.counterparty,
      kind: 'entrepreneur',
      legalForm: 'ИП',
      name: 'Крылова Анна Петровна',
    } as const;
    const rows = { ...supplyRows, counterparty, counterpartySigner: null } as DraftingInput;
    expect(await textOf(await draft(named('Договор возмездного'), rows))).toContain(
      'Индивидуальный предприниматель Крылова Анна Петровна, именуемая в дальнейшем «Исполнитель», действующая от своего имени',
    );
  });
});

test('fifteen clauses of several categories, no two alike', () => {
  expect(clausePlans).toHaveLength(15);
  expect(new Set(clausePlans.map(({ title }) => title)).size).toBe(15);
  expect(new Set(clausePlans.map(({ category }) => category)).size).toBeGreaterThan(4);
});

describe('later versions of a demo contract', () => {
  test('each differs from the one before by its changes, and is a whole file', async () => {
    const first = await draft(named('Договор поставки'));
    const texts = await Promise.all([0, 1, 2, 3].map((n) => textOf(demoRevision(first, n))));
    expect(texts[0]).toBe(await textOf(first));
    expect(texts[1]).toContain('аванс 50 % цены договора');
    expect(texts[2]).toContain('неустойку 0,05 % от неоплаченной');
    expect(texts[3]).not.toContain('Неустойка начисляется со дня');
    expect(new Set(texts).size).toBe(4);
    expect(
      Buffer.compare(Buffer.from(demoRevision(first, 9)), Buffer.from(demoRevision(first, revisionChanges.length))),
    ).toBe(0);
  });

  test('a moved clause takes the number of its new place, an added one is numbered too', async () => {
    const blocks = blocksOf(demoRevision(await draft(named('Договор поставки')), 2));
    const number = (start: string) => blocks.find(({ text }) => text.startsWith(start))?.number;
    expect(number('Проценты по статье 317.1')).toBe('9.5');
    expect(number('Стороны обмениваются документами')).toBe('9.4');
  });

  test('every contract template has later versions', async () => {
    for (const start of ['Договор поставки', 'Договор возмездного', 'Договор аренды']) {
      const bytes = await draft(named(start));
      const texts = await Promise.all([0, 1, 2, 3].map((n) => textOf(demoRevision(bytes, n))));
      expect(new Set(texts).size, start).toBe(4);
    }
  });
});
