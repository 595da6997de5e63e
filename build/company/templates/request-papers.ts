import type { Paragraph, Table } from 'docx';
import { packPaper, paragraph, sideBySide, table } from '#electron/core/jobs/drafting/paper.ts';

/** Papers that desks make of a request, by the keys that services of the catalog name them with. */
export type PaperKey = 'certificate' | 'leave_order';

export interface RequestPaper {
  key: PaperKey;
  name: string;
  title: string;
  bytes: Uint8Array;
}

const plans: readonly (Omit<RequestPaper, 'bytes'> & { contents: () => (Paragraph | Table)[] })[] = [
  { key: 'certificate', name: 'Справка о доходах.docx', title: 'Справка о доходах', contents: certificate },
  { key: 'leave_order', name: 'Приказ об отпуске.docx', title: 'Приказ об отпуске', contents: leaveOrder },
];

/** Print forms of the catalog's services as DOCX files with tags; the same bytes at every run. */
export const requestPapers = (): Promise<RequestPaper[]> =>
  Promise.all(
    plans.map(async ({ contents, ...paper }) => ({
      ...paper,
      bytes: await packPaper({ title: paper.title, children: contents() }),
    })),
  );

/** Who gives the paper, and when: the head of a sheet with the company's name. */
const head = (): (Paragraph | Table)[] => [
  paragraph('{Организация.Полное название}', { bold: true, align: 'center', size: 24 }),
  paragraph('ИНН {Организация.ИНН}   КПП {Организация.КПП}   ОГРН {Организация.ОГРН}', { align: 'center', size: 18 }),
  paragraph('{Организация.Адрес}', { align: 'center', size: 18 }),
];

const signature = (): Table => sideBySide('{Организация.Должность}', '______________ / {Организация.Подпись} /');

/** What was earned is written by the accountant: a request knows nothing of it. */
function certificate(): (Paragraph | Table)[] {
  const months = ['январь – март', 'апрель – июнь', 'июль – сентябрь', 'октябрь – декабрь', 'Всего'];
  return [
    ...head(),
    paragraph('СПРАВКА', { bold: true, align: 'center', size: 28, before: 360 }),
    paragraph('{Поле.kind}', { align: 'center' }),
    sideBySide('г. {Город}', '{Сегодня словами}'),
    paragraph(
      'Дана {Заявитель|дательный} в том, что {Заявитель} работает в {Организация.Название} в должности {Заявитель.Должность|родительный}, {Заявитель.Подразделение}, филиал «{Заявитель.Филиал}».',
      { align: 'both', before: 200 },
    ),
    paragraph('Доход за периоды: {Поле.years|строчными}.', { before: 120 }),
    table([40, 30, 30], [['Период', 'Доход, руб.', 'Удержан налог, руб.'], ...months.map((month) => [month, '', ''])]),
    paragraph(
      'Справка дана для предъявления: {Поле.purpose|строчными}{#если Поле.purpose_text} ({Поле.purpose_text}){/}.',
      { before: 200 },
    ),
    paragraph('Основание: заявка № {Номер} от {Дата}.', { before: 60 }),
    paragraph('', { before: 240 }),
    signature(),
    sideBySide('Главный бухгалтер', '______________ / ______________ /'),
    paragraph('М. П.', { before: 200 }),
  ];
}

/** In the order of the unified form Т-6: who, which leave, how many days, from when till when, and who stands in. */
function leaveOrder(): (Paragraph | Table)[] {
  return [
    ...head(),
    paragraph('ПРИКАЗ № __________', { bold: true, align: 'center', size: 28, before: 360 }),
    paragraph('о предоставлении отпуска работнику', { align: 'center' }),
    sideBySide('г. {Город}', '{Сегодня словами}'),
    paragraph('ПРИКАЗЫВАЮ:', { bold: true, before: 240 }),
    paragraph(
      '1. Предоставить {Заявитель|дательный} ({Заявитель.Должность|строчными}, {Заявитель.Подразделение}, филиал «{Заявитель.Филиал}») отпуск.',
      { align: 'both', before: 80 },
    ),
    table(
      [40, 20, 20, 20],
      [
        ['Вид отпуска', 'С', 'По', 'Дней'],
        ['{Поле.vacation_type}', '{Поле.period.С}', '{Поле.period.По}', '{Поле.period.Дней}'],
      ],
    ),
    paragraph(
      '2. На это время исполнение обязанностей возложить на {Поле.substitute|винительный}.{#если Поле.handover} Передать: {Поле.handover}{/}',
      { align: 'both', before: 120 },
    ),
    paragraph(
      '3. Бухгалтерии начислить и выплатить причитающееся не позднее чем за три дня до начала отпуска (ст. 136 Трудового кодекса Российской Федерации).',
      { align: 'both' },
    ),
    paragraph('Основание: заявление {Заявитель|родительный} № {Номер} от {Дата}, согласовано в портале.', {
      align: 'both',
      before: 120,
    }),
    paragraph('', { before: 240 }),
    signature(),
    paragraph('С приказом ознакомлен(а):', { before: 320 }),
    sideBySide('{Заявитель|фамилия и инициалы}', '______________   «___» ______________ 20___ г.'),
  ];
}
