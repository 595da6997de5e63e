/** Something that can stand on a line of an invoice: name, unit, price of one without VAT in roubles, usual quantities. */
export type Item = readonly [name: string, unit: string, price: number, low: number, high: number];

/** What a counterparty deals in. `matters` are its subjects as noun and complement in the genitive. */
export interface Trade {
  goods: boolean;
  items: readonly Item[];
  matters: readonly (readonly [noun: Noun, rest: string])[];
}

// Nominative, genitive, prepositional.
const nouns = {
  поставка: ['Поставка', 'поставки', 'поставке'],
  аренда: ['Аренда', 'аренды', 'аренде'],
  уборка: ['Уборка', 'уборки', 'уборке'],
  охрана: ['Охрана', 'охраны', 'охране'],
  перевозка: ['Перевозка', 'перевозки', 'перевозке'],
  проверка: ['Проверка', 'проверки', 'проверке'],
  замена: ['Замена', 'замены', 'замене'],
  ремонт: ['Ремонт', 'ремонта', 'ремонте'],
  монтаж: ['Монтаж', 'монтажа', 'монтаже'],
  вывоз: ['Вывоз', 'вывоза', 'вывозе'],
  обслуживание: ['Обслуживание', 'обслуживания', 'обслуживании'],
  хранение: ['Хранение', 'хранения', 'хранении'],
  страхование: ['Страхование', 'страхования', 'страховании'],
  обучение: ['Обучение', 'обучения', 'обучении'],
  изготовление: ['Изготовление', 'изготовления', 'изготовлении'],
  предоставление: ['Предоставление', 'предоставления', 'предоставлении'],
  проведение: ['Проведение', 'проведения', 'проведении'],
  экспедирование: ['Экспедирование', 'экспедирования', 'экспедировании'],
  оформление: ['Оформление', 'оформления', 'оформлении'],
} as const;
export type Noun = keyof typeof nouns;

/** A subject in a case: 0 nominative («Поставка бумаги»), 1 genitive, 2 prepositional. */
export const inCase = ([noun, rest]: readonly [Noun, string], form: 0 | 1 | 2): string =>
  `${nouns[noun][form]} ${rest}`;
