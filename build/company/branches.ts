/** An office of the demo company. The first one is the head office. */
export interface BranchPlan {
  code: string;
  /** Latin code for names of computers. */
  latin: string;
  name: string;
  city: string;
  zone: string;
  /** Minutes ahead of UTC. None of these zones has changed since 2016, so one entry tells all that the company has seen. */
  offset: number;
  /** Region in ИНН and ОГРН. */
  region: string;
  /** First four digits of БИК of the region's banks. */
  territory: string;
  /** How much of the paper passes here. */
  weight: number;
  sites: readonly string[];
}

export const branchPlans: readonly BranchPlan[] = [
  {
    code: 'МСК',
    latin: 'MSK',
    name: 'Центральный офис',
    city: 'Москва',
    zone: 'Europe/Moscow',
    offset: 180,
    region: '77',
    territory: '0445',
    weight: 34,
    sites: [
      'офис на Лесной',
      'терминал «Северный»',
      'склад № 1 в Химках',
      'склад № 4 в Подольске',
      'архив на Дубнинской',
    ],
  },
  {
    code: 'КЗН',
    latin: 'KZN',
    name: 'Казанский филиал',
    city: 'Казань',
    zone: 'Europe/Moscow',
    offset: 180,
    region: '16',
    territory: '0492',
    weight: 18,
    sites: ['офис на Декабристов', 'склад на Горьковском шоссе', 'площадка «Займище»', 'терминал «Волга-2»'],
  },
  {
    code: 'САМ',
    latin: 'SAM',
    name: 'Самарский филиал',
    city: 'Самара',
    zone: 'Europe/Samara',
    offset: 240,
    region: '63',
    territory: '0436',
    weight: 13,
    sites: ['офис на Молодогвардейской', 'склад в Смышляевке', 'причал № 3', 'гараж на Заводском шоссе'],
  },
  {
    code: 'НСК',
    latin: 'NSK',
    name: 'Новосибирский филиал',
    city: 'Новосибирск',
    zone: 'Asia/Novosibirsk',
    offset: 420,
    region: '54',
    territory: '0450',
    weight: 22,
    sites: [
      'офис на Каменской',
      'склад на Петухова',
      'контейнерная площадка «Клещиха»',
      'ангар № 6',
      'склад № 2 в Оби',
    ],
  },
  {
    code: 'ВЛД',
    latin: 'VVO',
    name: 'Владивостокский филиал',
    city: 'Владивосток',
    zone: 'Asia/Vladivostok',
    offset: 600,
    region: '25',
    territory: '0405',
    weight: 13,
    sites: ['офис на Светланской', 'портовый склад № 12', 'площадка «Угольная»', 'холодильник № 2'],
  },
];
