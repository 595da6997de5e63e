// A deterministic corpus of business Russian: frequent words as contracts have them, surnames, numbers and a long tail.

/** Small generator of pseudo-random numbers in [0, 1) (mulberry32): the same corpus on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MASCULINE = [',а,у,ом,е,ы,ов,ам,ами,ах'];
const FEMININE = ['а,ы,е,у,ой,,ам,ами,ах'];
const NEUTER = ['ие,ия,ию,ием,ии,ий,иям,иями,иях'];
const ADJECTIVE = ['ый,ого,ому,ым,ом,ая,ой,ую,ые,ых,ыми'];

const CLASSES: [string, string[]][] = [
  [
    'договор счет акт документ контрагент протокол аванс контракт проект реестр бюджет тендер кредит склад штраф запрос ответ архив лимит тариф груз товар отдел филиал адрес заказ расчет материал ремонт монтаж объект участок',
    MASCULINE,
  ],
  [
    'оплата аренда поставка касса смета работа услуга сумма неустойка заявка проверка справка гарантия мера форма система программа команда группа схема цена дата норма льгота фирма',
    FEMININE,
  ],
  [
    'соглашен приложен помещен решен разногласи требован заявлен предложен уведомлен обязательств оборудован снабжен строительств управлен исполнен нарушен возмещен согласован подписан отделен',
    NEUTER,
  ],
  ['налогов договорн основн срочн платежн складск годов оптов розничн транспортн финансов юридическ кадров', ADJECTIVE],
  ['Иванов Петров Сидоров Кузнецов Соколов Лебедев Козлов Новиков Морозов Волков Зайцев Фомин Борисов', MASCULINE],
];
const SMALL = 'и в на по с к о от до за из для при без или что не это также а но если то как его их'.split(' ');
const SYLLABLES = 'ба ви го ду же зо ки ла ме но па ру сти тра фо ха ци чу шо ще ям ор ен ал ир ток рин вал'.split(' ');

function frequentWords(): string[] {
  return CLASSES.flatMap(([stems, endings]) =>
    stems.split(' ').flatMap((stem) => (endings[0] ?? '').split(',').map((ending) => stem + ending)),
  );
}

function rareWords(random: () => number): string[] {
  return Array.from({ length: 30_000 }, () => {
    const parts = Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    );
    return parts.join('') + ['', 'а', 'ом', 'ами', 'ого', 'ых', 'ение'][Math.floor(random() * 7)];
  });
}

const digits = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');

export interface CorpusRow {
  id: string;
  text: string;
}

/** `count` rows with ascending time-ordered ids and about 50 words each, one after the other. */
export function* corpus(count: number, seed = 1): Generator<CorpusRow> {
  const random = seededRandom(seed);
  const pick = <T>(list: T[], skew = 1): T => list[Math.floor(random() ** skew * list.length)] as T;
  const frequent = frequentWords().sort(() => random() - 0.5);
  const rare = rareWords(random);
  for (let i = 0; i < count; i += 1) {
    const time = (1_700_000_000_000 + i * 600_000).toString(16).padStart(12, '0');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7${digits(random, 3)}-8${digits(random, 3)}-${digits(random, 12)}`;
    const words = Array.from({ length: 42 }, () => {
      const kind = random();
      if (kind < 0.2) return pick(SMALL);
      return kind < 0.8 ? pick(frequent, 2) : pick(rare, 3);
    });
    const amount = Math.floor(random() * 9_000_000) + 1_000;
    const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
    const number = `ВХ-НСК/2026-${String(i % 100_000).padStart(5, '0')}`;
    yield {
      id,
      text: `${number} от 1${i % 10}.0${1 + (i % 9)}.2026 ИНН 77${digits(random, 8)} ${words.join(' ')} на сумму ${grouped},${digits(random, 2)} руб.`,
    };
  }
}
