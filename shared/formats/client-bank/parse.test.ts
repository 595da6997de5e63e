import { describe, expect, it } from 'vitest';
import { parseClientBank } from '#shared/formats/client-bank/parse.ts';
import { samplePayments, statementLines, statementText } from '#tests/fixtures/formats/client-bank.ts';
import { client, ours, supplier } from '#tests/fixtures/formats/requisites.ts';

const found = (lines: readonly string[]) => {
  const file = parseClientBank(lines.join('\n'));
  return { ...file, codes: file.problems.map((each) => [each.code, each.line] as const) };
};
const edited = (edit: (lines: string[]) => void): string[] => {
  const lines = statementLines();
  edit(lines);
  return lines;
};

describe('a statement', () => {
  it('is read whole: header, balance, both documents, no complaint', () => {
    const file = parseClientBank(statementText(), { encoding: 'windows-1251' });
    expect(file.problems).toEqual([]);
    expect(file).toMatchObject({ stopped: false, purpose: 'statement', lines: 70 });
    expect(file.header).toMatchObject({
      version: '1.03',
      createdOn: '2026-03-04',
      createdAt: '09:15:00',
      periodFrom: '2026-03-01',
      accounts: [ours.account],
    });
    expect(file.sections).toMatchObject([
      { line: 11, opening: 10_000_000, received: 5_000_000, spent: 1_220_000, closing: 13_780_000 },
    ]);
    expect(file.documents).toMatchObject([
      { line: 20, number: '17', date: '2026-03-02', sum: 1_220_000, writtenOffOn: '2026-03-02', receivedOn: null },
      { line: 45, number: '318', sum: 5_000_000, writtenOffOn: null, receivedOn: '2026-03-03', budget: null },
    ]);
    expect(file.documents[1]?.payer).toEqual({
      account: client.account,
      settlementAccount: client.account,
      inn: client.inn,
      kpp: null,
      name: client.name,
      nameLines: [],
      bankName: client.bankName,
      bankCity: null,
      bik: client.bik,
      corrAccount: client.corrAccount,
    });
  });

  it('may mix line ends, have blank lines, spaces around keys, a byte order mark and other case', () => {
    const lines = statementLines().map((line) => line.replace('Номер=', ' номер = '));
    const ends = ['\r\n', '\n', '\r', '\n\n', '\r\n \r\n'];
    const text = `\uFEFF${lines.map((line, index) => line + ends[index % ends.length]).join('')}`;
    const file = parseClientBank(text);
    expect(file.problems).toEqual([]);
    expect(file.documents.map((each) => each.number)).toEqual(['17', '318']);
  });

  it('reads sums with and without kopecks, with a comma and with spaces', () => {
    for (const [written, kopecks] of [
      ['12200', 1_220_000],
      ['12 200,00', 1_220_000],
      ['12200.5', 1_220_050],
    ] as const) {
      const file = found(edited((lines) => lines.splice(22, 1, `Сумма=${written}`)));
      expect(file.documents[0]?.sum).toBe(kopecks);
    }
  });

  it('takes ИНН and name from one line when the file has no more', () => {
    for (const line of [`Плательщик=ИНН ${client.inn} ${client.name}`, `Плательщик=${client.inn}, ${client.name}`]) {
      const file = found(
        edited((lines) => {
          lines[lines.lastIndexOf(`ПлательщикИНН=${client.inn}`)] = 'ПлательщикИНН=';
          lines[lines.lastIndexOf(`Плательщик1=${client.name}`)] = line;
        }),
      );
      expect(file.documents[1]?.payer).toMatchObject({ inn: client.inn, name: client.name });
      expect(file.codes).toEqual([['INN_FROM_NAME', 52]]);
    }
  });

  it('says that a payer has no ИНН', () => {
    const file = found(edited((lines) => lines.splice(lines.lastIndexOf(`ПлательщикИНН=${client.inn}`), 1)));
    expect(file.codes).toEqual([['INN_MISSING', 45]]);
  });

  it('joins a purpose given in parts or broken over lines', () => {
    const parts = found(
      edited((lines) => lines.splice(42, 1, 'НазначениеПлатежа1=Оплата', 'НазначениеПлатежа2=по счёту 5')),
    );
    expect(parts.documents[0]?.purpose).toBe('Оплата по счёту 5');
    const broken = found(edited((lines) => lines.splice(43, 0, 'по договору от 1.02', 'сумма к оплате = 5')));
    expect(broken.documents[0]?.purpose).toBe(`${samplePayments[0]?.purpose} по договору от 1.02 сумма к оплате = 5`);
    expect(broken.codes).toEqual([
      ['LINE_WITHOUT_KEY', 44],
      ['LINE_WITHOUT_KEY', 45],
    ]);
  });

  it.each<readonly [string, (lines: string[]) => unknown, readonly (readonly [string, number])[], number]>([
    ['no КонецФайла', (lines: string[]) => lines.pop(), [['END_MISSING', 69]], 2],
    ['no version', (lines: string[]) => lines.splice(1, 1), [['VERSION_MISSING', 1]], 2],
    ['another version', (lines: string[]) => lines.splice(1, 1, 'ВерсияФормата=2.0'), [['VERSION_UNKNOWN', 2]], 2],
    ['an unknown key', (lines: string[]) => lines.splice(13, 0, 'Новое=1'), [['KEY_UNKNOWN', 14]], 2],
    [
      'СекцияДокумент without kind',
      (lines: string[]) => lines.splice(19, 1, 'СекцияДокумент'),
      [['DOCUMENT_KIND_MISSING', 20]],
      2,
    ],
    [
      'a glued end of section',
      (lines: string[]) => lines.splice(17, 2, 'КонецРасчСчетКонечныйОстаток=137800.00'),
      [['LINES_GLUED', 18]],
      2,
    ],
    ['an account not closed', (lines: string[]) => lines.splice(18, 1), [['ACCOUNT_NOT_CLOSED', 11]], 2],
    [
      'text after the end',
      (lines: string[]) => lines.push('1CClientBankExchange', 'x=1'),
      [['CONTENT_AFTER_END', 71]],
      2,
    ],
    [
      'an unreadable other date',
      (lines: string[]) => lines.splice(31, 1, 'ДатаСписано=вчера'),
      [['VALUE_UNREADABLE', 32]],
      2,
    ],
    [
      'a date outside the period',
      (lines: string[]) => lines.splice(31, 1, 'ДатаСписано=04.03.2026'),
      [['DATE_OUTSIDE_PERIOD', 20]],
      2,
    ],
    ['no number', (lines: string[]) => lines.splice(20, 1), [['NUMBER_MISSING', 20]], 2],
    [
      'no sum',
      (lines: string[]) => lines.splice(22, 1),
      [
        ['TURNOVER_OUT_DIFFERS', 17],
        ['SUM_MISSING', 20],
      ],
      1,
    ],
    [
      'a negative sum',
      (lines: string[]) => lines.splice(22, 1, 'Сумма=-5.00'),
      [
        ['TURNOVER_OUT_DIFFERS', 17],
        ['SUM_NEGATIVE', 23],
      ],
      1,
    ],
    [
      'a thousandth of a rouble',
      (lines: string[]) => lines.splice(22, 1, 'Сумма=5.001'),
      [
        ['TURNOVER_OUT_DIFFERS', 17],
        ['SUM_UNREADABLE', 23],
      ],
      1,
    ],
    [
      'a document not closed',
      (lines: string[]) => lines.splice(43, 1),
      [
        ['TURNOVER_OUT_DIFFERS', 17],
        ['DOCUMENT_NOT_CLOSED', 20],
      ],
      1,
    ],
    ['a repeated key', (lines: string[]) => lines.splice(23, 0, 'Сумма=7.00'), [['KEY_REPEATED', 24]], 2],
    ['a stray end', (lines: string[]) => lines.splice(19, 0, 'КонецДокумента'), [['LINE_OUTSIDE_SECTION', 20]], 2],
  ])('%s is reported and the rest goes on', (_name, edit, codes, documents) => {
    const file = found(edited(edit));
    expect(file.codes).toEqual(codes);
    expect(file.documents).toHaveLength(documents);
    expect(file.stopped).toBe(false);
  });

  it('is refused when it is cut inside a document, at whatever character', () => {
    const text = statementText();
    const from = text.lastIndexOf('СекцияДокумент') + 20;
    const until = text.lastIndexOf('КонецДокумента');
    for (let at = from; at <= until; at += 7) {
      const file = parseClientBank(text.slice(0, at));
      expect(file.stopped).toBe(true);
      expect(file.problems.at(-1)).toMatchObject({ severity: 'error', code: 'TRUNCATED' });
    }
  });

  it('shows the difference when it does not balance', () => {
    const file = found(statementLines({ closing: '137799.98' }));
    expect(file.problems).toEqual([
      {
        severity: 'warning',
        code: 'BALANCE_DIFFERS',
        line: 18,
        params: {
          account: ours.account,
          opening: 10_000_000,
          received: 5_000_000,
          spent: 1_220_000,
          closing: 13_779_998,
          difference: 2,
        },
      },
    ]);
  });

  it('checks that the days of one account join', () => {
    const day = [
      'СекцияРасчСчет',
      `РасчСчет=${ours.account}`,
      'НачальныйОстаток=137801.00',
      'ВсегоПоступило=0',
      'ВсегоСписано=0',
      'КонечныйОстаток=137801.00',
      'КонецРасчСчет',
    ];
    const file = found(edited((lines) => lines.splice(19, 0, ...day)));
    expect(file.problems).toMatchObject([{ code: 'BALANCE_CHAIN_BROKEN', line: 22, params: { difference: 100 } }]);
  });

  it('counts a document that stands in the file twice only once', () => {
    const file = found(edited((lines) => lines.splice(44, 0, ...lines.slice(19, 44))));
    expect(file.documents.map((each) => each.repeats)).toEqual([null, 20, null]);
    expect(file.problems).toMatchObject([
      { code: 'DUPLICATE_DOCUMENT', line: 45, params: { first: 20, identical: 1, number: '17', sum: 1_220_000 } },
    ]);
  });

  it('reports wrong codes once with their count', () => {
    const wrong = ours.inn.slice(0, -1) + String((Number(ours.inn.at(-1)) + 1) % 10);
    const file = found(statementLines().map((line) => line.replace(ours.inn, wrong).replace(supplier.account, '1')));
    expect(file.problems).toMatchObject([
      { code: 'REQUISITE_WRONG', line: 25, params: { requisite: 'inn', reason: 'INN_CHECK_DIGIT', times: 2 } },
      { code: 'REQUISITE_WRONG', line: 33, params: { requisite: 'account', reason: 'ACCOUNT_LENGTH', value: '1' } },
    ]);
  });

  it('never guesses whose document it is', () => {
    const strange = statementLines().map((line, index) =>
      index > 18 ? line.replace(ours.account, supplier.account).replace(/^Дата(Списано|Поступило)=.*$/, '') : line,
    );
    const file = found(strange);
    expect(file.codes.filter(([code]) => code === 'DIRECTION_UNKNOWN')).toEqual([
      ['DIRECTION_UNKNOWN', 20],
      ['DIRECTION_UNKNOWN', 45],
    ]);
  });

  it('keeps fields of a budget payment and keys it does not know', () => {
    const file = found(
      edited((lines) =>
        lines.splice(
          24,
          0,
          'СтатусСоставителя=01',
          'ПоказательКБК=18210301000010000110',
          'ОКАТО=0',
          'СрокАкцепта=5',
          '__proto__=7',
        ),
      ),
    );
    expect(file.documents[0]?.budget).toMatchObject({
      status: '01',
      kbk: '18210301000010000110',
      oktmo: '0',
      basis: null,
    });
    expect(Object.entries(file.documents[0]?.other ?? {})).toEqual([
      ['СрокАкцепта', '5'],
      ['__proto__', '7'],
    ]);
  });
});

describe('other files', () => {
  it.each([
    ['', 'FILE_EMPTY'],
    ['\n \r\n', 'FILE_EMPTY'],
    ['Привет', 'NOT_CLIENT_BANK'],
    [statementText().replace('1CClientBankExchange', '1CClientBank'), 'NOT_CLIENT_BANK'],
  ])('are refused (%#)', (text, code) => {
    const file = parseClientBank(text);
    expect(file.stopped).toBe(true);
    expect(file.problems.map((each) => each.code)).toEqual([code]);
  });
});
