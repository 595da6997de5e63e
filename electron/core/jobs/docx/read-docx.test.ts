import { expect, test } from 'vitest';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import {
  clause,
  contractNumbering,
  heading,
  paragraph,
  plain,
  row,
  run,
  table,
} from '#tests/fixtures/docx/paragraphs.ts';
import { writeDocx } from '#tests/fixtures/docx/write-docx.ts';

const read = (body: string, more: { styles?: string; footnotes?: string; main?: string } = {}) =>
  readDocx(writeDocx({ body, numbering: contractNumbering, ...more })).map(({ number, text }) => [number, text]);

test('numbers are counted through headings, clauses and letters, and begin anew under each heading', () => {
  const body = [
    heading('Предмет'),
    clause('Первый'),
    clause('Второй'),
    clause('буква', 2),
    clause('ещё буква', 2, 2),
    clause('Третий'),
    clause('буква', 2),
    heading('Цена'),
    clause('Первый'),
    clause('Пятый раздел', 0, 3),
    clause('точка', 0, 4),
    clause('без номера', 0, 0),
  ];
  expect(read(body.join(''))).toEqual([
    ['1', 'Предмет'],
    ['1.1', 'Первый'],
    ['1.2', 'Второй'],
    ['а)', 'буква'],
    ['б)', 'ещё буква'],
    ['1.3', 'Третий'],
    ['а)', 'буква'],
    ['2', 'Цена'],
    ['2.1', 'Первый'],
    ['5', 'Пятый раздел'],
    ['', 'точка'],
    ['', 'без номера'],
  ]);
});

test('a list may be said by the style, and a level by the style that stands at it', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Clause"><w:basedOn w:val="Base"/></w:style>';
  const styled = paragraph(run('по стилю'), '<w:pStyle w:val="Clause"/>');
  expect(read(heading('Раздел') + styled + styled, { styles })).toEqual([
    ['1', 'Раздел'],
    ['1.1', 'по стилю'],
    ['1.2', 'по стилю'],
  ]);
});

test('numbers typed as text are numbers; sums, dates and years are not', () => {
  const body = [
    '4.2. Товар',
    '4.3.Оплата',
    '2.2.10 производить',
    'а) уголь',
    'Статья 5. Предмет',
    'IV. Прочее',
    '7) нефть',
  ];
  expect(read(body.map(plain).join('')).map(([number]) => number)).toEqual([
    '4.2',
    '4.3',
    '2.2.10',
    'а)',
    'Статья 5',
    'IV',
    '7)',
  ]);
  const text = ['1.5 процента', '12.05.2026 г.', '01.02 числа', '15 дней', '2026 год', 'и) ', '10.5', 'г. Москва'];
  expect(read(text.map(plain).join('')).every(([number, whole]) => number === '' || whole === '')).toBe(true);
});

test('headings are told by outline, by bold in the middle, and by the clauses that follow', () => {
  const bold = (text: string) => paragraph(run(text, '<w:b/>'), '<w:jc w:val="center"/>');
  const outlined = paragraph(run('По схеме'), '<w:outlineLvl w:val="1"/>');
  const body = [
    bold('ДОГОВОР'),
    outlined,
    plain('1. Предмет договора'),
    plain('1.1. Поставщик передаёт товар.'),
    plain('2. Следующее:'),
  ];
  const blocks = readDocx(writeDocx({ body: body.join('') }));
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'heading', 'clause', 'clause']);
});

test('tracked changes are read as accepted: inserted words stay, deleted ones and deleted ends of paragraphs go', () => {
  const body = [
    `<w:p>${run('в течение ')}<w:del w:id="1"><w:r><w:delText>15</w:delText></w:r></w:del><w:ins w:id="2">${run('7')}</w:ins>${run(' дней')}</w:p>`,
    `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('Первая половина ')}</w:p>${plain('и вторая')}`,
    `<w:tbl>${row(['строка', 'ушла'], '<w:trPr><w:del w:id="4"/></w:trPr>')}${row(['строка', 'осталась'])}</w:tbl>`,
    `<w:p><w:moveFrom w:id="5">${run('отсюда')}</w:moveFrom><w:moveTo w:id="6">${run('сюда')}</w:moveTo></w:p>`,
  ];
  expect(read(body.join('')).map(([, text]) => text)).toEqual([
    'в течение 7 дней',
    'Первая половина и вторая',
    'строка | осталась',
    'сюда',
  ]);
});

test('a text box is read once, after its paragraph, whichever way it is drawn', () => {
  const box = `<w:txbxContent>${plain('надпись')}</w:txbxContent>`;
  const drawn = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const old = `<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`;
  const texts = read(`<w:p>${run('до')}${drawn}${run(' после')}</w:p><w:p>${old}</w:p>`).map(([, text]) => text);
  expect(texts).toEqual(['до после', 'надпись', 'надпись']);
});

test('words are not glued and not doubled: tabs, breaks, fields, hyphens, controls, symbols', () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    `${run('4.2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = [
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('до')}<w:r><w:tab/></w:r>${run('после')}<w:r><w:br/></w:r>${run('строки')}</w:p>`,
    `<w:p>${run('см. п. ')}${field}</w:p>`,
    `<w:p>${run('дого\u00adвор\u00a0№\u00a05')}<w:r><w:softHyphen/></w:r><w:r><w:noBreakHyphen/></w:r>${run('А')}</w:p>`,
    `<w:sdt><w:sdtPr><w:alias w:val="Имя"/></w:sdtPr><w:sdtContent>${plain('из поля')}</w:sdtContent></w:sdt>`,
    `<w:p><w:hyperlink>${run('ссылка')}</w:hyperlink><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
  ];
  expect(read(body.join('')).map(([, text]) => text)).toEqual([
    'до после строки',
    'см. п. 4.2',
    'договор № 5-А',
    'из поля',
    'ссылка☑',
  ]);
});

test('a row is a block, a table of one cell is a frame, a column counted by Word is the number of its row', () => {
  const counted = `<w:tbl><w:tr><w:tc>${clause('', 0)}</w:tc><w:tc>${plain('Кофе')}</w:tc><w:tc>${plain('90')}</w:tc></w:tr></w:tbl>`;
  const framed = `<w:tbl><w:tr><w:tc>${plain('Один')}${plain('Два')}</w:tc></w:tr></w:tbl>`;
  expect(read(table([['Товар', '', '5']]) + framed + counted)).toEqual([
    ['', 'Товар | | 5'],
    ['', 'Один'],
    ['', 'Два'],
    ['1', 'Кофе | 90'],
  ]);
});

test('footnotes follow the paragraph that refers to them', () => {
  const footnotes = `<w:footnote w:type="separator" w:id="0">${plain('—')}</w:footnote><w:footnote w:id="1">${plain('примечание')}</w:footnote>`;
  const texts = read(`<w:p>${run('текст')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${plain('дальше')}`, {
    footnotes,
  });
  expect(texts.map(([, text]) => text)).toEqual(['текст', 'примечание', 'дальше']);
});

test('the body of a document is found by its relation, not by its name', () => {
  expect(read(plain('текст'), { main: 'document2.xml' })).toEqual([['', 'текст']]);
});
