import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boss } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { plainText } from '#electron/core/app/queries/service/plain-text.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

const ask = (text: string, serviceId: string | null = null) => office.query('service.search', { text, serviceId });
const services = (text: string): string[] => ask(text).services.map((one) => one.service.name);
const article = (title: string, text: string, serviceIds: string[] = []): string =>
  (office.centre('article.create', { title, text, keywords: [], serviceIds }, boss) as { id: string }).id;

describe('services are found', () => {
  test.each([
    ['справку', 'Справка о доходах'],
    ['2-ндфл', 'Справка о доходах'],
    ['отпусков', 'Отпуск'],
    ['пароль', 'Доступ и учётные записи'],
    ['паро', 'Доступ и учётные записи'],
    ['учетные', 'Доступ и учётные записи'],
    ['УЧЁТНАЯ ЗАПИСЬ', 'Доступ и учётные записи'],
    ['мне нужна справка для банка', 'Справка о доходах'],
    ['не могу войти в почту', 'Доступ и учётные записи'],
    ['купил', 'Закупка'],
    ['ипотечная', 'Справка о доходах'],
    ['паролоь', 'Доступ и учётные записи'],
  ])('%s → %s', (text, name) => {
    expect(services(text)[0]).toBe(name);
  });

  test('and nothing is found by words that nobody uses of them, or by none', () => {
    for (const text of ['трактор', 'спрос', '', '  ', '«»', 'ы']) expect(services(text), text).toEqual([]);
  });

  test('by a rare word rather than by one that many have', () => {
    for (const name of ['Доступ в базу', 'Доступ в серверную']) office.service(office.card(name));
    office.service({ ...office.card('Пропуск'), description: 'На склад и во двор' });
    expect(services('доступ склад')[0]).toBe('Пропуск');
  });

  test('without what has only the words that everything has', () => {
    expect(services('справка для банка')).toEqual(['Справка о доходах']);
  });

  test('by a whole word before one that only begins so, and not by small words', () => {
    office.service({
      ...office.card('Проверка контрагента'),
      description: 'Кому нужна в работе',
      keywords: ['банкротство'],
    });
    expect(services('мне нужна бумага в банк')[0]).toBe('Справка о доходах');
    expect(services('банкро')).toEqual(['Проверка контрагента']);
    expect(ask('доступ и в').services[0]?.nameRanges).toEqual([[0, 6]]);
  });

  test('with the places of the words in the name, and the keyword that says why', () => {
    expect(ask('доступы').services[0]).toMatchObject({ nameRanges: [[0, 6]], keyword: null, keywordRanges: [] });
    const [hit] = ask('паро').services;
    expect(hit).toMatchObject({ nameRanges: [], keyword: 'пароль', keywordRanges: [[0, 6]] });
  });

  test('only among those that the person may ask for', () => {
    office.centre('service.archive', { id: office.access, archived: true }, boss);
    expect(services('пароль')).toEqual([]);
  });
});

describe('articles are found', () => {
  test('by title and text, with what surrounds the words', () => {
    const words = 'Откройте окно входа. '.repeat(20);
    const id = article(
      'Как сменить пароль',
      `# Пароль\n\n${words}Нажмите **«Забыли пароль?»** и следуйте [письму](https://a.b).`,
    );
    article('Как оформить отпуск', 'За две недели.');
    expect(ask('паролей').articles).toMatchObject([{ id, titleRanges: [[12, 18]], excerptRanges: [[0, 6]] }]);
    const [hit] = ask('забыли').articles;
    expect(hit?.excerpt).toMatch(/^….*Нажмите «Забыли пароль\?» и следуйте письму\.$/);
    const [from, to] = hit?.excerptRanges[0] ?? [0, 0];
    expect(hit?.excerpt.slice(from, to)).toBe('Забыли');
  });

  test('only if they are about it: one word of many in the text is not enough', () => {
    article('Как попросить отпуск', 'Для канцелярии всё так же, второй день не считается.');
    expect(ask('второй монитор для канцелярии склада').articles).toHaveLength(0);
    expect(ask('второй день отпуска').articles).toHaveLength(1);
    expect(ask('канцелярии').articles).toHaveLength(1);
  });

  test('of the service first, and even without its words; none that was put away', () => {
    const general = article('Сроки отпуска', 'Сроки.');
    const own = article('Отпуск частями', 'Не меньше четырнадцати дней.', [office.vacation]);
    const other = article('Что приложить', 'Ничего.', [office.vacation]);
    expect(ask('сроки отпуска').articles.map((one) => one.id)[0]).toBe(general);
    expect(ask('отпуск', office.vacation).articles.map((one) => one.id)).toEqual([own, general, other]);
    office.centre('article.archive', { id: own, archived: true }, boss);
    expect(ask('отпуск', office.vacation).articles.map((one) => one.id)).toEqual([general, other]);
  });
});

test('a desk has its own replies, then those of every desk, and the articles that help', () => {
  const reply = { text: 'Здравствуйте!', asks: false, options: [], position: 1 };
  for (const [title, queueId] of [
    ['Всем', null],
    ['Кадрам', office.hrDesk],
    ['Айтишникам', office.itDesk],
  ] as const)
    office.centre('canned_reply.create', { ...reply, title, queueId }, boss);
  const gone = { ...reply, title: 'Старый', queueId: null };
  const { id: old } = office.centre('canned_reply.create', gone, boss) as { id: string };
  office.centre('canned_reply.archive', { id: old, archived: true }, boss);
  const id = article('Как сменить пароль', 'Нажмите.', [office.access]);
  const said = (queueId: string | null) => office.query('desk.words', { queueId, serviceId: null, text: 'пароль' });
  expect(said(office.hrDesk).replies.map((one) => one.title)).toEqual(['Кадрам', 'Всем']);
  expect(said(null).replies.map((one) => one.title)).toEqual(['Всем']);
  expect(said(null).articles).toMatchObject([{ id }]);
});

test('articles are listed by title, by words the best first, by service, or those put away', () => {
  const leave = article('Отпуск частями', 'Четырнадцать дней и пароль.', [office.vacation]);
  const password = article('Пароль', 'Смените пароль.');
  const list = (given: { text?: string; serviceId?: string; archived?: boolean }) =>
    office.query('article.list', { text: '', serviceId: null, archived: false, ...given }).map((one) => one.id);
  expect(list({})).toEqual([leave, password]);
  expect(list({ text: 'пароли' })).toEqual([password, leave]);
  expect(list({ serviceId: office.vacation })).toEqual([leave]);
  office.centre('article.archive', { id: leave, archived: true }, boss);
  expect(list({})).toEqual([password]);
  expect(list({ archived: true })).toEqual([leave]);
  const [one] = office.query('article.list', { text: '', serviceId: null, archived: true });
  expect(one).toMatchObject({ authorName: 'Власов Игорь Олегович', serviceNames: ['Отпуск'] });
});

test('the marks of Markdown are no words', () => {
  const text =
    '# Шаг 1\n\n- **Откройте**, _если_ my_file, [портал](https://a.b/c).\n1. `код` и ~~нет~~\n\n| А | Б |\n|---|---|\n| 1 | 2 |\n> цитата';
  expect(plainText(text)).toBe('Шаг 1 Откройте, если my_file, портал. код и нет А Б 1 2 цитата');
});
