import {
  inDays,
  initially,
  inTurn,
  is,
  may,
  must,
  section,
  servicePlan,
} from '#build/company/portal/catalog/service-plan.ts';

const day = 480;

const onboarding = servicePlan({
  key: 'onboarding',
  name: 'Приём сотрудника',
  description: 'Подготовить всё к первому дню: договор, место, технику, доступы, пропуск.',
  category: 'people',
  icon: 'onboarding',
  keywords: ['новый сотрудник', 'выход на работу', 'новичок', 'оформление', 'первый день', 'приказ о приёме'],
  titlePattern: 'Приём: {name}, {position}',
  route: 'staff',
  desk: 'people',
  policy: 'long',
  stages: ['Оформление', 'Первый день'],
  roles: ['manager', 'hr', 'administrator', 'clerk', 'lawyer', 'accountant'],
  tasks: [
    { key: 'contract', title: 'Трудовой договор и приказ о приёме', desk: 'people', after: [], minutes: 2 * day },
    { key: 'payroll', title: 'Завести в 1С:Зарплата', desk: 'accounting', after: ['contract'], minutes: day },
    { key: 'accounts', title: 'Учётная запись, почта и доступы', desk: 'it', after: ['contract'], minutes: day },
    { key: 'computer', title: 'Подготовить компьютер и телефон', desk: 'it', after: [], minutes: 2 * day },
    { key: 'pass', title: 'Пропуск и место', desk: 'office', after: [], minutes: day },
    { key: 'safety', title: 'Вводный инструктаж', desk: 'people', after: ['contract', 'pass'], minutes: day },
  ],
  form: {
    sections: [
      section('person', 'Кто выходит', [
        must('name', 'text', 'Фамилия, имя, отчество', null, { maximum: 200 }),
        must('position', 'text', 'Должность', null, { maximum: 120 }),
        must('starts', 'date', 'Первый рабочий день', 'Не раньше чем через пять рабочих дней.', inDays(10)),
        must('head', 'employee', 'Руководитель', null, { initial: { type: 'requester' } }),
        may('mentor', 'employee', 'Наставник'),
      ]),
      section('terms', 'Условия', [
        must('employment', 'choice', 'Занятость', null, {
          options: ['Постоянно', 'По срочному договору', 'По совместительству'],
          ...initially('Постоянно'),
        }),
        must('until', 'date', 'Договор до', null, { when: is('employment', 'По срочному договору') }),
        must('salary', 'money', 'Оклад до вычета налога', null, { minimum: 1 }),
        may('probation', 'number', 'Испытательный срок, месяцев', null, {
          minimum: 0,
          maximum: 6,
          ...initially(3),
        }),
      ]),
      section('place', 'Рабочее место', [
        must('needs', 'choices', 'Что нужно', null, {
          options: ['Ноутбук', 'Стационарный компьютер', 'Второй монитор', 'Мобильный телефон', 'Сейф', 'Только стол'],
          minimum: 1,
        }),
        must('systems', 'choices', 'Куда дать доступ', null, {
          options: ['Почта', 'Опора', '1С:Бухгалтерия', '1С:Зарплата и кадры', 'Банк-клиент', 'Общие папки отдела'],
          minimum: 1,
        }),
        may('remote', 'flag', 'Будет работать удалённо'),
        may('comment', 'long_text', 'Ещё важно'),
      ]),
    ],
  },
});

const offboarding = servicePlan({
  key: 'offboarding',
  name: 'Обходной лист',
  description: 'Увольнение или перевод: кто что принимает, по порядку. Лист закрывается, когда отметились все службы.',
  category: 'people',
  icon: 'offboarding',
  keywords: ['увольнение', 'уволиться', 'последний день', 'перевод', 'сдать дела', 'расчёт', 'бегунок', 'обходной'],
  titlePattern: 'Обходной лист: {name}',
  route: 'head',
  desk: 'people',
  policy: 'long',
  stages: ['Обход', 'Расчёт', 'Документы на руки'],
  roles: ['manager', 'hr', 'administrator', 'clerk'],
  tasks: [
    { key: 'order', title: 'Приказ об увольнении', desk: 'people', after: [], minutes: day },
    { key: 'affairs', title: 'Передача дел и документов', desk: 'office', after: [], minutes: 3 * day },
    { key: 'powers', title: 'Отозвать доверенности', desk: 'law', after: ['order'], minutes: day },
    { key: 'debts', title: 'Подотчётные суммы и займы', desk: 'accounting', after: ['order'], minutes: 2 * day },
    { key: 'goods', title: 'Материальные ценности и инструмент', desk: 'purchasing', after: ['affairs'], minutes: day },
    { key: 'equipment', title: 'Ноутбук, телефон, носители', desk: 'it', after: ['affairs'], minutes: day },
    { key: 'accounts', title: 'Закрыть доступы и почту', desk: 'it', after: ['equipment'], minutes: 240 },
    { key: 'pass', title: 'Пропуск, ключи, СКУД', desk: 'office', after: ['equipment', 'goods'], minutes: 240 },
    {
      key: 'settlement',
      title: 'Окончательный расчёт и справки',
      desk: 'accounting',
      after: ['debts', 'goods', 'pass'],
      minutes: day,
    },
  ],
  closeAfterDays: 5,
  form: {
    sections: [
      section('who', 'Кто уходит', [
        must('name', 'text', 'Фамилия, имя, отчество', null, { maximum: 200 }),
        may('employee', 'employee', 'Он же в Опоре', 'Если человек работает в программе.'),
        must('position', 'text', 'Должность', null, { maximum: 120 }),
        must('ground', 'choice', 'Основание', null, {
          options: [
            'По собственному желанию (п. 3 ч. 1 ст. 77 ТК РФ)',
            'По соглашению сторон (п. 1 ч. 1 ст. 77 ТК РФ)',
            'Истёк срок договора (п. 2 ч. 1 ст. 77 ТК РФ)',
            'Перевод к другому работодателю (п. 5 ч. 1 ст. 77 ТК РФ)',
          ],
        }),
        must(
          'last_day',
          'date',
          'Последний рабочий день',
          'В этот день выдают расчёт и документы (ст. 84.1 ТК РФ).',
          inDays(14),
        ),
        may('statement', 'file', 'Заявление', 'Скан с подписью.'),
      ]),
      section('affairs', 'Дела', [
        must('successor', 'employee', 'Кто принимает дела'),
        may('handed', 'checklist', 'Что передано', null, {
          items: [
            'Дела в работе',
            'Бумаги и договоры',
            'Пароли общих ящиков',
            'Контакты контрагентов',
            'Ключи и печати',
          ],
        }),
        may('liable', 'flag', 'Материально ответственное лицо'),
        must('stocktaking', 'date', 'Дата инвентаризации', 'Без неё ответственность не снимают.', {
          when: is('liable', true),
        }),
      ]),
    ],
  },
});

const recruiting = servicePlan({
  key: 'recruiting',
  name: 'Подбор персонала',
  description: 'Заявка на вакансию: кого, к какому сроку и на каких условиях искать.',
  category: 'people',
  icon: 'recruiting',
  keywords: ['вакансия', 'нанять', 'кандидат', 'резюме', 'собеседование', 'штат', 'новая ставка'],
  titlePattern: 'Вакансия: {position}',
  route: 'staff',
  desk: 'people',
  assignment: inTurn(),
  policy: 'long',
  stages: ['Поиск', 'Собеседования', 'Предложение'],
  roles: ['manager', 'hr', 'administrator', 'lawyer', 'accountant', 'clerk'],
  closeAfterDays: 5,
  form: {
    sections: [
      section('vacancy', 'Вакансия', [
        must('position', 'text', 'Должность', null, { maximum: 120 }),
        must('count', 'number', 'Сколько человек', null, { minimum: 1, maximum: 50, ...initially(1) }),
        must('ground', 'choice', 'Почему открыта', null, {
          options: ['Замена ушедшего', 'Новая ставка', 'На время декрета', 'Сезонная работа'],
        }),
        must('leaver', 'text', 'Вместо кого', null, { when: is('ground', 'Замена ушедшего'), maximum: 200 }),
        must('budget', 'long_text', 'Обоснование новой ставки', 'Что изменится и за счёт чего.', {
          when: is('ground', 'Новая ставка'),
        }),
        must('needed_by', 'date', 'К какому числу', null, inDays(30)),
      ]),
      section('terms', 'Условия', [
        must('salary_from', 'money', 'Доход от', 'До вычета налога.'),
        must('salary_to', 'money', 'Доход до'),
        may('fork', 'calculated', 'Вилка', null, {
          formula: { type: 'difference', of: [{ field: 'salary_to' }, { field: 'salary_from' }] },
        }),
        must('schedule', 'choice', 'График', null, {
          options: ['Пятидневка', 'Сменный', 'Гибкий', 'Вахта'],
          ...initially('Пятидневка'),
        }),
        must('duties', 'long_text', 'Чем будет заниматься'),
        must('skills', 'long_text', 'Что должен уметь'),
        may('test', 'file', 'Тестовое задание'),
      ]),
    ],
  },
});

export const staffServices = [onboarding, offboarding, recruiting];
