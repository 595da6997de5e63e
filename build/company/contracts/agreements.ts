import type { contractTypes } from '#shared/domain/document.ts';

/** How far a contract of the demo has come, by what its reader will find. */
export type Story =
  | 'draft'
  | 'lawyers'
  | 'services'
  | 'outdated'
  | 'returned'
  | 'final'
  | 'signing'
  | 'signed'
  | 'performing'
  | 'expiring'
  | 'amended';

export interface Agreement {
  story: Story;
  subject: string;
  type: (typeof contractTypes)[number];
  party: string;
  branch: string;
  /** Login of the lawyer who leads it. */
  lawyer: string;
  /** Kopecks. */
  amount: number;
  /** Days from today: the term. */
  from: number;
  to: number;
  /** Working days ago when it was begun. */
  begun: number;
}

const agreement = (
  story: Story,
  subject: string,
  type: Agreement['type'],
  party: string,
  branch: string,
  lawyer: string,
  roubles: number,
  [from, to]: [number, number],
  begun: number,
): Agreement => ({ story, subject, type, party, branch, lawyer, amount: roubles * 100, from, to, begun });

/** The contracts that live in the demo: each stands where something can be done with it. */
export const agreements: readonly Agreement[] = [
  agreement(
    'outdated',
    'Поставка серверного оборудования и монтаж',
    'supply',
    'Сибирские технологии',
    'НСК',
    'mironova',
    12_480_000,
    [5, 220],
    9,
  ),
  agreement(
    'services',
    'Сопровождение учётной системы',
    'services',
    'Интеграл Софт',
    'МСК',
    'basov',
    1_850_000,
    [10, 375],
    6,
  ),
  agreement(
    'services',
    'Уборка офисов и складов',
    'services',
    'Столичная клининговая',
    'МСК',
    'basov',
    864_000,
    [14, 379],
    5,
  ),
  agreement(
    'services',
    'Поставка канцелярских товаров на год',
    'supply',
    'Бумажный двор',
    'МСК',
    'basov',
    612_000,
    [7, 372],
    4,
  ),
  agreement(
    'services',
    'Поставка упаковки для казанского склада',
    'supply',
    'Булгар-Пак',
    'КЗН',
    'basov',
    934_500,
    [9, 190],
    3,
  ),
  agreement('lawyers', 'Аренда склада на улице Лесной', 'lease', 'Лесная, 12', 'МСК', 'basov', 4_320_000, [20, 351], 1),
  agreement(
    'lawyers',
    'Перевозка контейнеров по железной дороге',
    'services',
    'Желдорлогистика',
    'МСК',
    'basov',
    7_600_000,
    [12, 260],
    1,
  ),
  agreement('returned', 'Ремонт кровли ангара', 'work', 'Северная кровля', 'МСК', 'basov', 2_150_000, [15, 120], 7),
  agreement(
    'draft',
    'Охрана офиса в Москве',
    'services',
    'Рубеж-Северо-Запад',
    'МСК',
    'basov',
    1_320_000,
    [30, 395],
    1,
  ),
  agreement(
    'final',
    'Поставка дизельного топлива',
    'supply',
    'Мосдизельсервис',
    'МСК',
    'basov',
    5_400_000,
    [6, 185],
    8,
  ),
  agreement(
    'signing',
    'Услуги связи казанского филиала',
    'services',
    'Чулпан-Связь',
    'КЗН',
    'basov',
    386_000,
    [3, 368],
    5,
  ),
  agreement('signed', 'Консультации по налогам', 'services', 'Зилант Консалт', 'КЗН', 'basov', 540_000, [0, 180], 8),
  agreement(
    'performing',
    'Электроснабжение склада на Петухова',
    'supply',
    'Энергосбыт Восток',
    'ВЛД',
    'basov',
    3_264_000,
    [-120, 245],
    95,
  ),
  agreement(
    'performing',
    'Техническое обслуживание автопарка',
    'services',
    'Автопарк 54',
    'НСК',
    'mironova',
    1_488_000,
    [-200, 165],
    150,
  ),
  agreement(
    'expiring',
    'Аренда склада в Самаре',
    'lease',
    'Волжские склады',
    'САМ',
    'basov',
    2_880_000,
    [-345, 21],
    180,
  ),
  agreement(
    'expiring',
    'Вывоз и утилизация отходов',
    'services',
    'Чистый дом',
    'НСК',
    'mironova',
    396_000,
    [-330, 33],
    175,
  ),
  agreement(
    'amended',
    'Поставка металлопроката',
    'supply',
    'Казанский металлоцентр',
    'КЗН',
    'basov',
    9_750_000,
    [-90, 275],
    80,
  ),
];
