/** Keys of the format by place, from its description (versions 1.01–1.03). Compared without regard to case. */

const headerKeys = [
  'ВерсияФормата',
  'Кодировка',
  'Отправитель',
  'Получатель',
  'ДатаСоздания',
  'ВремяСоздания',
  'ДатаНачала',
  'ДатаКонца',
  'РасчСчет',
  'Документ',
] as const;

const sectionKeys = [
  'ДатаНачала',
  'ДатаКонца',
  'РасчСчет',
  'НачальныйОстаток',
  'ВсегоПоступило',
  'ВсегоСписано',
  'КонечныйОстаток',
] as const;

const partyKeys = (party: string): string[] =>
  ['', '1', '2', '3', '4', 'Счет', 'РасчСчет', 'ИНН', 'КПП', 'Банк1', 'Банк2', 'БИК', 'Корсчет'].map(
    (suffix) => party + suffix,
  );

export const purposeLineKeys = [1, 2, 3, 4, 5, 6].map((index) => `НазначениеПлатежа${index}`);

/** Keys that become fields of a record. */
const documentKeys: readonly string[] = [
  'Номер',
  'Дата',
  'Сумма',
  'КвитанцияДата',
  'КвитанцияВремя',
  'КвитанцияСодержание',
  ...partyKeys('Плательщик'),
  ...partyKeys('Получатель'),
  'ДатаСписано',
  'ДатаПоступило',
  'ВидПлатежа',
  'ВидОплаты',
  'КодНазПлатежа',
  'Код',
  'НазначениеПлатежа',
  ...purposeLineKeys,
  'СтатусСоставителя',
  'ПоказательКБК',
  'ОКАТО',
  'ПоказательОснования',
  'ПоказательПериода',
  'ПоказательНомера',
  'ПоказательДаты',
  'ПоказательТипа',
  'СрокПлатежа',
  'Очередность',
];

/** Known keys kept as written: acceptances, letters of credit, requests. */
export const keptKeys: readonly string[] = [
  'СрокАкцепта',
  'ВидАккредитива',
  'УсловиеОплаты1',
  'УсловиеОплаты2',
  'УсловиеОплаты3',
  'ПлатежПоПредст',
  'ДополнУсловия',
  'НомерСчетаПоставщика',
  'ДатаОтсылкиДок',
];

const byFolded = (keys: readonly string[]): ReadonlyMap<string, string> =>
  new Map(keys.map((key) => [key.toLowerCase(), key]));

const places = {
  header: byFolded(headerKeys),
  section: byFolded(sectionKeys),
  document: byFolded([...documentKeys, ...keptKeys]),
};

/** The key as the format spells it, or null when the format has no such key at this place. */
export const knownKey = (place: keyof typeof places, key: string): string | null =>
  places[place].get(key.toLowerCase()) ?? null;

export type Marker = 'section' | 'sectionEnd' | 'document' | 'documentEnd' | 'fileEnd';

const markers: readonly (readonly [string, Marker])[] = [
  ['секциярасчсчет', 'section'],
  ['конецрасчсчет', 'sectionEnd'],
  ['секциядокумент', 'document'],
  ['конецдокумента', 'documentEnd'],
  ['конецфайла', 'fileEnd'],
];

/** The marker a line begins with and what follows it: some programs lose a line break and glue the next line on. */
export const markerOf = (line: string): { readonly marker: Marker; readonly rest: string } | null => {
  const folded = line.slice(0, 20).toLowerCase();
  for (const [word, marker] of markers) {
    if (folded.startsWith(word)) return { marker, rest: line.slice(word.length).trim() };
  }
  return null;
};
