import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { servicePlans } from '#build/company/portal/catalog/services.ts';
import { draftingData } from '#electron/core/jobs/drafting/drafting-data.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { fillTemplate } from '#electron/core/jobs/drafting/fill-template.ts';
import { formTexts } from '#shared/domain/form/value-texts.ts';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { requestPapers } from './request-papers.ts';

const papers = await requestPapers();

/** Rows of a request as the desk's workstation holds them: the paper of a ticket has neither lines nor a counterparty. */
function requestRows(service: string, values: Record<string, unknown>): DraftingInput {
  const plan = servicePlans.find((one) => one.key === service);
  if (!plan) throw new Error(service);
  return {
    ...supplyRows,
    counterparty: null,
    counterpartySigner: null,
    document: { ...supplyRows.document, number: 'З-00042', subject: plan.name, amount: null, vatAmount: null },
    definitions: [],
    parent: null,
    lines: [],
    obligations: [],
    clauses: [],
    application: {
      requester: { fullName: 'Крылова Анна Сергеевна', position: 'Делопроизводитель', email: null, phone: null },
      department: 'Канцелярия',
      branch: 'Москва',
      fields: formTexts(plan.form, values),
      people: { e1: 'Басов Олег Петрович' },
    },
  };
}

async function filled(key: string, rows: DraftingInput): Promise<string> {
  const paper = papers.find((one) => one.key === key);
  const made = await fillTemplate(paper?.bytes ?? new Uint8Array(), draftingData(rows));
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(made.bytes) });
  expect(value).not.toMatch(/[{}]|undefined|null|NaN/);
  return value.replaceAll('\u00a0', ' ');
}

test('the certificate names the employee, the years and whom it is for', async () => {
  const values = { kind: 'О среднем заработке', years: ['Этот год', 'Прошлый год'], purpose: 'В банк', copies: 1 };
  const text = await filled('certificate', requestRows('certificate', values));
  expect(text).toContain('Дана Крыловой Анне Сергеевне в том, что Крылова Анна Сергеевна работает');
  expect(text).toContain('в должности делопроизводителя, Канцелярия, филиал «Москва»');
  expect(text).toContain('этот год, прошлый год');
  expect(text).toContain('для предъявления: в банк.');
  expect(text).toContain('заявка № З-00042 от 13.05.2026');
  const other = await filled('certificate', requestRows('certificate', { purpose: 'Другое', purpose_text: 'В суд' }));
  expect(other).toContain('для предъявления: другое (В суд).');
});

test('the order names the days, without holidays, and the substitute', async () => {
  const period = { from: '2026-06-08', to: '2026-06-21' };
  const values = { vacation_type: 'Ежегодный оплачиваемый', period, substitute: 'e1' };
  const text = await filled('leave_order', requestRows('vacation', values));
  expect(text).toContain(
    'Предоставить Крыловой Анне Сергеевне (делопроизводитель, Канцелярия, филиал «Москва») отпуск',
  );
  expect(text.replace(/\s+/g, ' ')).toContain('Ежегодный оплачиваемый 08.06.2026 21.06.2026 13 2.');
  expect(text).toContain('возложить на Басова Олега Петровича.');
  expect(text).not.toContain('Передать');
  expect(text).toContain('заявление Крыловой Анны Сергеевны');
});

test('the papers are those that the services of the catalog name, the same at every run', async () => {
  const named = servicePlans.flatMap((plan) => plan.paper ?? []);
  expect(named.sort()).toEqual(papers.map(({ key }) => key).sort());
  expect(await requestPapers()).toEqual(papers);
});
