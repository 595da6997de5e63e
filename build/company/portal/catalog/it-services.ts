import {
  byLoad,
  column,
  initially,
  is,
  isOneOf,
  may,
  must,
  section,
  servicePlan,
  whoeverTakes,
} from '#build/company/portal/catalog/service-plan.ts';

const others = 'Другая';

const access = servicePlan({
  key: 'access',
  name: 'Доступ к системе',
  description: 'Открыть, изменить или закрыть доступ к программе, папке или почтовому ящику.',
  category: 'it',
  icon: 'access',
  keywords: ['пароль', 'логин', 'учётная запись', '1С', 'почта', 'VPN', 'папка', 'права', 'удалённая работа'],
  titlePattern: '{action}: {system}',
  route: 'access',
  desk: 'it',
  assignment: byLoad({ skill: 'Доступы' }),
  policy: 'shifts',
  stages: ['Настройка'],
  form: {
    sections: [
      section('what', 'Доступ', [
        must('action', 'choice', 'Что сделать', null, {
          options: ['Открыть доступ', 'Изменить права', 'Закрыть доступ'],
          ...initially('Открыть доступ'),
        }),
        must('system', 'choice', 'К чему', null, {
          options: ['1С:Бухгалтерия', '1С:Зарплата и кадры', 'Почта', 'Общая папка', 'Банк-клиент', 'VPN', others],
        }),
        must('system_name', 'text', 'Какая система', null, { when: is('system', others), maximum: 120 }),
        must('folder', 'text', 'Путь к папке', null, { when: is('system', 'Общая папка'), maximum: 300 }),
        must('for_whom', 'employee', 'Кому', null, { initial: { type: 'requester' } }),
        must('rights', 'choice', 'Права', null, {
          options: ['Чтение', 'Чтение и запись', 'Администрирование'],
          ...initially('Чтение'),
          when: isOneOf('action', ['Открыть доступ', 'Изменить права']),
        }),
      ]),
      section('why', 'Основание', [
        must('reason', 'long_text', 'Для какой работы'),
        may('temporary', 'flag', 'Временно'),
        must('until', 'date', 'До какого числа', 'В этот день доступ закроют.', { when: is('temporary', true) }),
      ]),
    ],
  },
});

const equipment = servicePlan({
  key: 'equipment',
  name: 'Оборудование',
  description: 'Компьютер, монитор, телефон, картридж: выдать, заменить или починить.',
  category: 'it',
  icon: 'equipment',
  keywords: ['ноутбук', 'монитор', 'мышь', 'клавиатура', 'принтер', 'картридж', 'телефон', 'сломалось', 'ремонт'],
  titlePattern: '{action}: {subject}',
  route: null,
  desk: 'it',
  assignment: byLoad({ skill: 'Рабочие места' }),
  policy: 'shifts',
  stages: ['Диагностика', 'Выдача'],
  form: {
    sections: [
      section('what', 'Что нужно', [
        must('action', 'choice', 'Что сделать', null, {
          options: ['Выдать', 'Заменить', 'Починить', 'Забрать'],
          ...initially('Выдать'),
        }),
        must('subject', 'text', 'Что именно', 'Например: картридж для HP M404.', { maximum: 120 }),
        may('list', 'table', 'Перечень', 'Если позиций несколько.', {
          columns: [column('name', 'Наименование', 'text', true), column('quantity', 'Количество', 'number', true)],
        }),
        must('inventory', 'text', 'Инвентарный номер', 'Наклейка на корпусе: ИНВ-00000.', {
          when: isOneOf('action', ['Заменить', 'Починить', 'Забрать']),
          maximum: 40,
        }),
        must('trouble', 'long_text', 'Что случилось', 'Что делали и что видно на экране.', {
          when: isOneOf('action', ['Заменить', 'Починить']),
        }),
        may('photo', 'file', 'Фотография'),
      ]),
      section('where', 'Где', [
        must('place', 'text', 'Место', 'Город, этаж, кабинет.', { maximum: 120 }),
        may('stopped', 'flag', 'Работа стоит'),
      ]),
    ],
  },
});

const question = servicePlan({
  key: 'it_question',
  name: 'Вопрос в ИТ',
  description: 'Не работает, непонятно, нужна помощь: напишите своими словами.',
  category: 'it',
  icon: 'question',
  keywords: ['помощь', 'не работает', 'ошибка', 'пароль', 'интернет', 'сеть', 'программа', 'поддержка', 'завис'],
  titlePattern: '{subject}',
  desk: 'it',
  assignment: whoeverTakes(),
  policy: 'shifts',
  stages: ['Работа'],
  form: {
    sections: [
      section('question', 'Вопрос', [
        must('subject', 'text', 'Коротко', null, { maximum: 120 }),
        must('text', 'long_text', 'Что происходит', 'Что делали, что ожидали, что вышло.'),
        may('area', 'choice', 'С чем связано', null, {
          options: ['Почта', '1С', 'Сеть и интернет', 'Печать', 'Опора', 'Телефония', 'Не знаю'],
          ...initially('Не знаю'),
        }),
        may('screens', 'file', 'Снимки экрана', 'Можно вставить из буфера.'),
        may('stopped', 'flag', 'Работа стоит'),
      ]),
    ],
  },
});

export const itServices = [question, access, equipment];
