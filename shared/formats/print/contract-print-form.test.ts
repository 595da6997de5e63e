import { describe, expect, test } from 'vitest';
import type { ContractPrint } from './contract-print.ts';
import { contractPrintForm, fingerprintOf } from './contract-print-form.ts';
import { printWords } from './contract-print-words.ts';

const contract: ContractPrint = {
  language: 'ru',
  printedBy: 'О. Басов',
  printedAt: '13.05.2026 14:02',
  title: 'Договор поставки',
  number: 'ДП-17/26',
  date: '2026-05-13',
  subject: 'Кабель <script>alert(1)</script> & "медь"',
  stage: 'Согласование',
  parties: [
    {
      side: 'ours',
      name: 'АО «Северный путь»',
      inn: '7707083893',
      kpp: '770701001',
      ogrn: null,
      address: 'Москва',
      account: null,
    },
    { side: 'theirs', name: 'ООО «Ромашка»', inn: '6449013711', kpp: null, ogrn: null, address: null, account: null },
  ],
  amount: 1_248_000_000,
  vatAmount: 225_049_180,
  currency: 'RUB',
  effectiveFrom: '2026-05-13',
  expiresOn: null,
  renewal: 'by_agreement',
  noticeDays: 30,
  counterpartyNumber: null,
  branch: 'Казань',
  responsible: 'Олег Басов',
  custom: [{ label: 'Условия поставки', value: 'DAP' }],
  keyDates: [{ date: '2026-05-13', title: 'Вступает в силу', done: true }],
  obligations: [{ title: 'Аванс', side: 'ours', dueDate: '2026-05-27', amount: 374_400_000, state: 'planned' }],
  related: [{ title: 'Счёт', number: '8', date: '2026-05-14' }],
  approval: {
    versionNumber: 4,
    hash: '7f3a91c204be77aa',
    startedAt: '13.05.2026 09:00',
    finishedAt: null,
    lines: [
      {
        step: 'Юристы',
        name: 'Павел Юдин',
        position: 'Главный бухгалтер',
        madeBy: 'Жанна Щукина',
        verdict: 'approve',
        versionNumber: 3,
        hash: '0011223344556677',
        inForce: false,
        at: '12.05.2026 10:00',
        comment: 'Срок\nоплаты',
      },
      {
        step: 'Директор',
        name: 'Михаил Ярцев',
        position: 'Генеральный директор',
        madeBy: null,
        verdict: null,
        versionNumber: null,
        hash: null,
        inForce: false,
        at: null,
        comment: null,
      },
    ],
  },
};
const plain = (page: string): string => page.replaceAll('\u00a0', ' ');

describe('the print form of a contract', () => {
  const page = plain(contractPrintForm(contract));

  test('heading, parties, terms', () => {
    expect(page).toContain('<h1>Договор поставки № ДП-17/26 от 13.05.2026</h1>');
    expect(page).toContain('АО «Северный путь»<br>ИНН 7707083893, КПП 770701001<br>Москва');
    expect(page).toContain('12 480 000,00 ₽, в том числе НДС 2 250 491,80 ₽');
    expect(page).toContain('с 13.05.2026 без ограничения срока');
    expect(page).toContain('<dt>Условия поставки</dt><dd>DAP</dd>');
    expect(page).toContain('<td class="sum">3 744 000,00 ₽</td>');
  });

  test('the approval sheet says who for whom, about which version, and what is outdated', () => {
    expect(page).toContain('Жанна Щукина за Юдина Павла<br>Главный бухгалтер');
    expect(page).toContain('согласовано<br>(на прошлую версию)');
    expect(page).toContain('<td class="hash">3<br>0011 2233 4455</td>');
    expect(page).toContain('<dd>7F3A 91C2 04BE</dd>');
    expect(page).toContain('Михаил Ярцев<br>Генеральный директор</td><td>ожидается</td>');
    expect(page).toContain('Срок<br>оплаты');
  });

  test('nothing of a person becomes markup, and nothing is loaded', () => {
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;медь&#34;');
    expect(page).not.toMatch(/<script|src=|href=|url\(|@import/i);
  });

  test('empty parts are left out; the other language has no Cyrillic of ours', () => {
    const bare = contractPrintForm({
      ...contract,
      language: 'en',
      keyDates: [],
      obligations: [],
      related: [],
      approval: null,
      number: null,
    });
    for (const title of [
      printWords.en.keyDates,
      printWords.en.obligations,
      printWords.en.related,
      printWords.en.approval,
    ])
      expect(bare).not.toContain(`<h2>${title}`);
    expect(bare).toContain('not numbered');
    expect(Object.values(printWords.en).join(' ')).not.toMatch(/[а-яё]/i);
    expect(Object.values(printWords.ru).every((word) => word !== '')).toBe(true);
  });

  test('a fingerprint is twelve digits in groups of four', () => {
    expect(fingerprintOf('7f3a91c204be77aa')).toBe('7F3A 91C2 04BE');
  });
});
