import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authorityState, readAuthority } from '#shared/formats/authority/read-authority.ts';

/** A file of the state's form stands beside the repository; a clone without it is covered by the text below. */
const sample = join(
  import.meta.dirname,
  '../../../../shared/data/mchd/ON_EMCHD_20260929_4f1c2d3e-5a6b-4c7d-8e9f-0a1b2c3d4e5f.xml',
);
const here = existsSync(sample);
if (!here) console.info('the sample of a power of attorney is not there: skipped');

test.skipIf(!here)('the sample names number, principal, representative, powers and term', () => {
  const { authority, problems } = readAuthority(readFileSync(sample, 'utf8'));
  expect(authority).toMatchObject({
    number: '4f1c2d3e-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
    innerNumber: 'МЧД-2026-000417',
    underNumber: null,
    version: 'EMCHD_1',
    issuedOn: '2026-09-01',
    expiresOn: '2026-10-31',
    principals: [
      {
        kind: 'legal',
        organization: 'ООО «Волжский завод моторных масел»',
        inn: '9782242514',
        kpp: '165001001',
        ogrn: '1161650001237',
      },
    ],
    heads: [
      { kind: 'person', person: 'Галиев Рустам Ильдарович', position: 'Генеральный директор', snils: '11223344595' },
    ],
    representatives: [
      { kind: 'person', person: 'Соколова Марина Андреевна', position: 'Диспетчер склада', inn: '165007654394' },
    ],
    powers: [{ code: '02.114', name: 'Подписание транспортной накладной и иных перевозочных документов' }],
  });
  expect(authority?.register).toContain('m4d.nalog.gov.ru');
  expect(problems).toEqual([]);
  if (!authority) throw new Error('not read');
  expect(authorityState(authority, '2026-08-31')).toBe('not-yet');
  expect(authorityState(authority, '2026-10-31')).toBe('in-force');
  expect(authorityState(authority, '2026-11-01')).toBe('expired');
});

const given = (inside: string, root = 'Доверенность'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} ВерсФорм="EMCHD_1"><Документ><Довер>${inside}</Довер></Документ></${root}>`;
const principal =
  '<СвДоверит><Доверит><ИПДовер><СвИП НаимИП="ИП Сидоров" ИННФЛ="500100732259" ОГРНИП="304500116000157"><СведФЛ><ФИО Фамилия="Сидоров" Имя="Пётр"/></СведФЛ></СвИП></ИПДовер></Доверит></СвДоверит>';
const representative =
  '<СвУпПред><Пред><СведОрг><СвРосОрг НаимОрг="ООО «Учёт»" ИННЮЛ="7707083893" КПП="773601001" ОГРН="1027700132195"/></СведОрг></Пред></СвУпПред>';

describe('other files', () => {
  test('an entrepreneur gives powers in words to a company', () => {
    const { authority, problems } = readAuthority(
      given(
        `<СвДов НомДовер="n1" ДатаВыдДовер="2026-01-10" СрокДейст="2027-01-10"/>${principal}${representative}<СвПолн ТипПолн="1"><ТекстПолн СодПолн="Сдавать отчётность"/></СвПолн>`,
      ),
    );
    expect(problems).toEqual([]);
    expect(authority).toMatchObject({
      principals: [{ kind: 'entrepreneur', person: 'Сидоров Пётр', inn: '500100732259', ogrn: '304500116000157' }],
      heads: [],
      representatives: [{ kind: 'legal', organization: 'ООО «Учёт»', inn: '7707083893' }],
      powers: [{ code: null, name: 'Сдавать отчётность' }],
    });
  });

  test('what is missing or wrong is told', () => {
    const { authority, problems } = readAuthority(
      given(`<СвДов НомДовер="n2" ДатаВыдДовер="2026-13-10"/>${principal.replace('500100732259', '500100732258')}`),
    );
    expect(authority?.issuedOn).toBeNull();
    expect(authority && authorityState(authority, '2026-05-05')).toBe('unknown');
    expect(problems.map(({ code, requisite }) => requisite ?? code)).toEqual([
      'AUTHORITY_WITHOUT_TERM',
      'AUTHORITY_WITHOUT_POWERS',
      'AUTHORITY_WITHOUT_REPRESENTATIVE',
      'INN_CHECK_DIGIT',
    ]);
  });

  test.each([
    ['', 'AUTHORITY_UNREADABLE', 'FILE_EMPTY'],
    ['<Доверенность><Документ>', 'AUTHORITY_UNREADABLE', 'XML_TRUNCATED'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'AUTHORITY_UNREADABLE', 'XML_DOCTYPE'],
  ])('%s is refused', (text, code, cause) => {
    expect(readAuthority(text)).toMatchObject({ authority: null, problems: [{ code, params: { cause } }] });
  });

  test('another form of XML is no power of attorney, and one without a number neither', () => {
    expect(readAuthority(given('<СвДов/>', 'Файл')).problems).toMatchObject([
      { code: 'AUTHORITY_OTHER_FILE', params: { root: 'Файл' } },
    ]);
    expect(readAuthority(given('<СвДов/>'))).toMatchObject({
      authority: null,
      problems: [{ code: 'AUTHORITY_WITHOUT_NUMBER' }],
    });
  });
});
