import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type ProtocolPaper, protocolDocx } from './protocol-docx.ts';

const party = (name: string, role: string) => ({
  name,
  role,
  signerPosition: 'Генеральный директор',
  signerName: 'Ярцев Михаил Юрьевич',
});
const paper: ProtocolPaper = {
  language: 'ru',
  contractNumber: 'ДП-17/26',
  contractDate: '2026-05-13',
  contractSubject: 'Кабель & <медь>',
  city: 'г. Казань',
  ours: party('АО «Северный путь»', 'Покупатель'),
  theirs: party('ООО «Ромашка»', ''),
  items: [
    { clause: '4.2', title: 'Неустойка', ours: '0,1 %\nза каждый день', theirs: '0,05 %\u0000', agreed: null },
    { clause: '7.1', title: '', ours: null, theirs: 'Новый пункт', agreed: 'Согласовано' },
  ],
};
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.replace(/<\/?(?:p|strong)>/g, '')),
  );

describe('the disagreement protocol', () => {
  test('a table of four columns, its first row repeated on every page', async () => {
    const bytes = await protocolDocx(paper);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(rowsOf(value).slice(0, 3)).toEqual([
      ['№ пункта', 'Редакция Покупателя', 'Редакция ООО «Ромашка»', 'Согласованная редакция'],
      ['4.2<br />Неустойка', '0,1 %<br />за каждый день', '0,05 %', ''],
      ['7.1', 'Пункт отсутствует', 'Новый пункт', 'Согласовано'],
    ]);
    expect(value).toContain('к договору № ДП-17/26 от 13 мая 2026 г.');
    expect(value).toContain('Кабель &amp; &lt;медь&gt;');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:tblHeader/);
    expect(xml).toMatch(/<w:pgSz w:w="11907" w:h="16840"/);
  });

  test('signatures of both, lines where a name or a number is missing', async () => {
    const bare = {
      ...paper,
      contractNumber: null,
      contractDate: null,
      theirs: { name: 'ООО «Ромашка»', role: '', signerPosition: '', signerName: '' },
    };
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await protocolDocx(bare)) });
    expect(value).toContain('№ ________ от «___» __________ 20__ г.');
    expect(value).toContain('______________ / М.\u00a0Ю.\u00a0Ярцев /');
    expect(value).toContain('______________ / ______________ /');
  });

  test('English, without items, and equal bytes for equal papers', async () => {
    const english = { ...paper, language: 'en', items: [] } as const;
    const bytes = await protocolDocx(english);
    expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain('PROTOCOL OF DISAGREEMENTS');
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await protocolDocx(english)))).toBe(0);
  });
});
