import { addDays } from '#build/company/calendar.ts';
import type { Random } from '#build/company/random.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Whom and what a request may speak about. */
export interface PastWorld {
  random: Random;
  /** The local day of the request. */
  date: string;
  requester: Id;
  colleague: Id;
  party: Id;
  place: string;
  /** A bill that is attached wherever one is demanded. */
  bill: { name: string; size: number; sha256: string };
}

type Filler = (world: PastWorld) => Record<string, unknown>;

const troubles = [
  ['Не печатает принтер', 'Печать'],
  ['Не приходят письма', 'Почта'],
  ['Нет интернета в кабинете', 'Сеть и интернет'],
  ['Ошибка при проведении документа', '1С'],
  ['Не открывается отчёт', '1С'],
  ['Забыл пароль', 'Не знаю'],
  ['Телефон не звонит', 'Телефония'],
  ['Медленно работает компьютер', 'Не знаю'],
  ['Не вижу документ коллеги', 'Опора'],
  ['Просит обновить сертификат', 'Опора'],
] as const;
const goods = [
  ['Канцелярские товары', 'Бумага А4, пачка', 38_000],
  ['Картриджи', 'Картридж CF259A', 1_090_000],
  ['Спецодежда', 'Жилет сигнальный', 64_000],
  ['Стулья', 'Стул офисный', 720_000],
  ['Инструмент для склада', 'Тележка гидравлическая', 2_460_000],
  ['Хозяйственные товары', 'Средство моющее 5 л', 89_000],
  ['Лампы', 'Светильник потолочный', 215_000],
] as const;
const bills = ['Вода', 'Связь', 'Интернет', 'Уборка', 'Охрана', 'Доставка', 'Реклама', 'Обучение'];
const people = ['Семёнов Илья', 'Громова Ольга', 'Ахметов Тимур', 'Белякова Дина', 'Егоров Павел', 'Юсупова Лилия'];
const jobs = ['Кладовщик', 'Водитель', 'Менеджер', 'Бухгалтер', 'Диспетчер', 'Оператор'];

/** What people filled in, by the key of the service. */
export const pastValues: Readonly<Record<string, Filler>> = {
  it_question: ({ random }) => {
    const [subject, area] = random.pick(troubles);
    return {
      subject,
      text: `${subject}. Началось сегодня, сам разобраться не смог.`,
      area,
      stopped: random.chance(0.2),
    };
  },
  certificate: ({ random }) => ({
    kind: random.pick(['О доходах и суммах налога', 'О среднем заработке', 'О заработке за два года']),
    years: random.pick([['Этот год'], ['Прошлый год'], ['Этот год', 'Прошлый год']]),
    purpose: random.pick(['В банк', 'В налоговую, для вычета', 'В соцзащиту', 'На визу']),
    delivery: 'Файлом с электронной подписью',
  }),
  equipment: ({ random, place }) => ({
    action: 'Выдать',
    subject: random.pick(['Мышь', 'Гарнитура', 'Монитор 24″', 'Картридж', 'Клавиатура', 'Зарядка для ноутбука']),
    place,
  }),
  access: ({ random, requester }) => ({
    action: random.pick(['Открыть доступ', 'Изменить права']),
    system: random.pick(['1С:Бухгалтерия', 'Почта', 'VPN', 'Банк-клиент']),
    for_whom: requester,
    rights: random.pick(['Чтение', 'Чтение и запись']),
    reason: 'Нужно для работы.',
  }),
  payment: ({ random, date, party, bill }) => ({
    party,
    number: String(random.between(10, 2_900)),
    dated: addDays(date, -random.between(0, 5)),
    amount: random.between(3, 240) * 100_000 + random.below(100_000),
    purpose: random.pick(bills),
    bill: [bill],
    pay_by: addDays(date, random.between(2, 9)),
  }),
  purchase: ({ random, date }) => {
    const [subject, name, price] = random.pick(goods);
    const quantity = random.between(1, Math.max(1, Math.floor(9_000_000 / price)));
    return {
      subject,
      items: [{ name, quantity, unit: 'шт.', price }],
      reason: 'Запас кончается.',
      needed_by: addDays(date, random.between(7, 30)),
    };
  },
  workplace: ({ random, place }) => {
    const [kind, subject] = random.pick([
      ['Ремонт', 'Перегорела лампа'],
      ['Мебель', 'Сломался стул'],
      ['Уборка', 'Пролили кофе в переговорной'],
      ['Вода и чай', 'Кончилась вода'],
      ['Переговорная', 'Нужна переговорная на завтра'],
    ] as const);
    return { kind, subject, place };
  },
  pass: ({ random, date, requester, place }) => ({
    kind: 'Гостевой пропуск',
    who: random.pick(people),
    visit: addDays(date, 1),
    meets: requester,
    place,
  }),
  copy: ({ random }) => ({
    what: random.pick(['Трудовая книжка', 'Сведения о трудовой деятельности (СТД-Р)', 'Трудовой договор']),
    certified: 'Заверенная копия',
    copies: random.between(1, 3),
  }),
  sick_leave: ({ random, date }) => ({
    cause: random.pick(['Своя болезнь', 'Уход за ребёнком', 'Карантин']),
    since: date,
  }),
  party_check: ({ random }) => ({
    name: `ООО «${random.pick(['Вектор', 'Прогресс', 'Меридиан', 'Альянс', 'Ресурс', 'Магистраль'])}-${random.between(2, 98)}»`,
    inn: `77${random.digits(8)}`,
    kind: random.pick(['Покупаем', 'Продаём', 'Аренда']),
    amount: random.between(2, 90) * 1_000_000,
    prepayment: random.pick([0, 0, 30, 50]),
  }),
  contract_draft: ({ random, date, party }) => ({
    task: 'Подготовить договор',
    party,
    subject: random.pick(['Поставка товара', 'Ремонт помещений', 'Перевозка груза', 'Аренда техники', 'Обучение']),
    kind: random.pick(['Поставка', 'Услуги', 'Подряд', 'Аренда']),
    amount: random.between(5, 400) * 1_000_000,
    needed_by: addDays(date, random.between(5, 20)),
  }),
  trip: ({ random, date }) => {
    const from = addDays(date, random.between(5, 20));
    return {
      city: random.pick(['Москва', 'Казань', 'Самара', 'Новосибирск', 'Екатеринбург', 'Пермь']),
      period: { from, to: addDays(from, random.between(1, 4)) },
      purpose: 'Переговоры с поставщиком.',
      transport: random.pick(['Самолёт', 'Поезд']),
      hotel: true,
      daily: 150_000,
    };
  },
  onboarding: ({ random, date, requester }) => ({
    name: random.pick(people),
    position: random.pick(jobs),
    starts: addDays(date, 10),
    head: requester,
    employment: 'Постоянно',
    salary: random.between(55, 110) * 100_000,
    probation: 3,
    needs: ['Ноутбук'],
    systems: ['Почта', 'Опора'],
  }),
  offboarding: ({ random, date, colleague }) => ({
    name: random.pick(people),
    position: random.pick(jobs),
    ground: 'По собственному желанию (п. 3 ч. 1 ст. 77 ТК РФ)',
    last_day: addDays(date, 14),
    successor: colleague,
  }),
};
