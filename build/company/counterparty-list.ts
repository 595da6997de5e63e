import type { TradeName } from '#build/company/trades.ts';

/** A counterparty of the demo company, before its requisites are made up. */
export interface CounterpartyPlan {
  kind: 'legal' | 'entrepreneur' | 'person' | 'foreign' | 'state';
  form: string | null;
  name: string;
  /** Code of the branch that deals with it most. */
  branch: string;
  trade: TradeName | 'authority';
  /** false: works without VAT (УСН). */
  vat: boolean;
}

type Short = readonly [form: string, name: string, branch: string, trade: TradeName, vat?: false];

const companies: readonly Short[] = [
  ['ООО', '«Сибирские технологии»', 'НСК', 'computers'],
  ['ООО', '«Канцторг-Сервис»', 'НСК', 'stationery'],
  ['АО', '«Желдорлогистика»', 'МСК', 'transport'],
  ['ООО', '«Чистый дом»', 'НСК', 'cleaning', false],
  ['ПАО', '«Энергосбыт Восток»', 'ВЛД', 'energy'],
  ['ООО', '«Уралпромснаб»', 'САМ', 'metal'],
  ['ООО', '«Автопарк 54»', 'НСК', 'repair'],
  ['АО', 'Дальний порт', 'ВЛД', 'transport'],
  ['ООО', '«Интеграл Софт»', 'МСК', 'software'],
  ['ООО', '«Волжские склады»', 'САМ', 'rent'],
  ['ООО', '«Казанский металлоцентр»', 'КЗН', 'metal'],
  ['ООО', '«Идель-Текстиль»', 'КЗН', 'clothes'],
  ['АО', '«Татэнергоучёт»', 'КЗН', 'energy'],
  ['ООО', '«Камский фрахт»', 'КЗН', 'transport'],
  ['ООО', '«Булгар-Пак»', 'КЗН', 'packing'],
  ['ООО', '«Зилант Консалт»', 'КЗН', 'consulting', false],
  ['ООО', '«Чулпан-Связь»', 'КЗН', 'telecom'],
  ['ООО', '«Северная кровля»', 'МСК', 'repair'],
  ['ООО', '«Бумажный двор»', 'МСК', 'stationery'],
  ['ООО', '«Мосдизельсервис»', 'МСК', 'fuel'],
  ['ООО', '«Столичная клининговая»', 'МСК', 'cleaning', false],
  ['ЧОО', '«Рубеж-Северо-Запад»', 'МСК', 'security', false],
  ['АО', '«Лесная, 12»', 'МСК', 'rent'],
  ['ООО', '«Терминал-Связь»', 'МСК', 'telecom'],
  ['ООО', '«Аудит и право»', 'МСК', 'consulting'],
  ['ООО', '«Химки-Тара»', 'МСК', 'packing'],
  ['ООО', '«Складская техника»', 'МСК', 'parts'],
  ['ООО', '«Вектор-ИТ»', 'МСК', 'computers'],
  ['ООО', '«Живая вода»', 'МСК', 'household', false],
  ['ООО', '«Жигулёвские шины»', 'САМ', 'parts'],
  ['АО', '«Самарский причал»', 'САМ', 'transport'],
  ['ООО', '«Волгаспецодежда»', 'САМ', 'clothes'],
  ['ООО', '«Средневолжская охрана»', 'САМ', 'security', false],
  ['ООО', '«Обь-Ресурс»', 'НСК', 'fuel'],
  ['ООО', '«Клещиха-Контейнер»', 'НСК', 'transport'],
  ['ООО', '«Сибстеллаж»', 'НСК', 'metal'],
  ['ООО', '«Томские линии связи»', 'НСК', 'telecom'],
  ['ООО', '«Приморская тара»', 'ВЛД', 'packing'],
  ['ООО', '«Холод Тихого океана»', 'ВЛД', 'repair'],
  ['ООО', '«Залив-Нефтепродукт»', 'ВЛД', 'fuel'],
  ['ООО', '«Торговый дом Меридиан»', 'МСК', 'customer'],
  ['АО', '«Арктические продукты»', 'МСК', 'customer'],
  ['ООО', '«Поволжская бакалея»', 'САМ', 'customer'],
  ['ООО', '«Казанка-Электро»', 'КЗН', 'customer'],
  ['ООО', '«Сибирский аптечный дом»', 'НСК', 'customer'],
  ['ООО', '«Рыбный ряд»', 'ВЛД', 'customer'],
  ['АО', '«Дальмаш»', 'ВЛД', 'customer'],
];

const authorities: readonly (readonly [name: string, branch: string])[] = [
  ['Инспекция ФНС № 13', 'НСК'],
  ['Росреестр, Новосибирск', 'НСК'],
  ['Межрайонная инспекция ФНС № 47', 'МСК'],
  ['Инспекция ФНС по Московскому району', 'КЗН'],
  ['Отделение СФР по Республике Татарстан', 'КЗН'],
  ['Отделение СФР по г. Москве', 'МСК'],
  ['Государственная инспекция труда в Самарской области', 'САМ'],
  ['Управление МЧС по Приморскому краю', 'ВЛД'],
  ['Арбитражный суд Новосибирской области', 'НСК'],
  ['Владивостокская таможня', 'ВЛД'],
  ['Администрация г. Химки', 'МСК'],
];

const entrepreneurs: readonly (readonly [name: string, branch: string, trade: TradeName])[] = [
  ['Ким Е. С.', 'ВЛД', 'transport'],
  ['Сафин Р. И.', 'КЗН', 'repair'],
  ['Гордеева Л. П.', 'САМ', 'household'],
  ['Лукьянов А. А.', 'НСК', 'cleaning'],
  ['Быстров Н. К.', 'МСК', 'transport'],
];

export const counterpartyPlans: readonly CounterpartyPlan[] = [
  ...companies.map(([form, name, branch, trade, vat = true]) => ({
    kind: 'legal' as const,
    form,
    name,
    branch,
    trade,
    vat,
  })),
  ...authorities.map(([name, branch]) => ({
    kind: 'state' as const,
    form: null,
    name,
    branch,
    trade: 'authority' as const,
    vat: false,
  })),
  ...entrepreneurs.map(([name, branch, trade]) => ({
    kind: 'entrepreneur' as const,
    form: 'ИП',
    name,
    branch,
    trade,
    vat: false,
  })),
];
