import {
  byLoad,
  inDays,
  initially,
  is,
  may,
  must,
  section,
  servicePlan,
} from '#build/company/portal/catalog/service-plan.ts';

const draft = servicePlan({
  key: 'contract_draft',
  name: 'Проект договора',
  description: 'Юристы подготовят договор или проверят присланный другой стороной.',
  category: 'documents',
  icon: 'contract',
  keywords: ['договор', 'соглашение', 'юрист', 'шаблон', 'протокол разногласий', 'допсоглашение', 'NDA'],
  titlePattern: '{task}: {subject}',
  route: 'head',
  desk: 'law',
  assignment: byLoad({ sameBranch: true }),
  policy: 'long',
  stages: ['Подготовка текста', 'Согласование условий'],
  form: {
    sections: [
      section('deal', 'Сделка', [
        must('task', 'choice', 'Что сделать', null, {
          options: ['Подготовить договор', 'Проверить договор', 'Дополнительное соглашение', 'Расторжение'],
          ...initially('Подготовить договор'),
        }),
        must('party', 'counterparty', 'С кем'),
        must('subject', 'text', 'Предмет', 'О чём договариваемся, одной строкой.', { maximum: 160 }),
        must('kind', 'choice', 'Вид договора', null, {
          options: ['Поставка', 'Услуги', 'Подряд', 'Аренда', 'Лицензия', 'О неразглашении', 'Другой'],
        }),
        must('basis', 'text', 'К какому договору', 'Номер и дата.', {
          when: { all: [{ field: 'task', op: 'in', value: ['Дополнительное соглашение', 'Расторжение'] }] },
          maximum: 160,
        }),
        must('theirs', 'file', 'Проект другой стороны', 'В Word, чтобы можно было править.', {
          when: is('task', 'Проверить договор'),
          minimum: 1,
        }),
      ]),
      section('terms', 'Условия', [
        must('amount', 'money', 'Сумма'),
        may('term', 'date_range', 'Срок действия'),
        may('payment', 'choice', 'Как платим', null, {
          options: ['По факту', 'Аванс 30 %', 'Аванс 50 %', 'Предоплата', 'Частями по графику'],
        }),
        may('special', 'long_text', 'Особые условия', 'О чём уже договорились устно.'),
        must('needed_by', 'date', 'К какому числу', null, inDays(7)),
      ]),
    ],
  },
});

const pass = servicePlan({
  key: 'pass',
  name: 'Пропуск',
  description: 'Пропуск для гостя, машины или вместо потерянного.',
  category: 'office',
  icon: 'office',
  keywords: ['СКУД', 'гость', 'посетитель', 'карта', 'турникет', 'парковка', 'потерял пропуск', 'охрана'],
  titlePattern: '{kind}: {who}',
  desk: 'office',
  assignment: byLoad({ sameBranch: true }),
  policy: 'urgent',
  stages: ['Оформление'],
  closeAfterDays: 1,
  form: {
    sections: [
      section('pass', 'Пропуск', [
        must('kind', 'choice', 'Какой', null, {
          options: ['Гостевой пропуск', 'Пропуск на машину', 'Замена потерянного'],
          ...initially('Гостевой пропуск'),
        }),
        must('who', 'text', 'На кого', 'Фамилия, имя, отчество; для машины — марка и номер.', { maximum: 200 }),
        must('visit', 'date', 'На какой день', null, { when: is('kind', 'Гостевой пропуск'), ...inDays(1) }),
        must('period', 'date_range', 'На какие дни', null, { when: is('kind', 'Пропуск на машину') }),
        must('lost', 'long_text', 'Где и когда потерян', 'Старая карта будет сразу отключена.', {
          when: is('kind', 'Замена потерянного'),
        }),
        may('meets', 'employee', 'Кто встретит', null, { initial: { type: 'requester' } }),
        must('place', 'text', 'Куда', 'Офис, склад, площадка.', { maximum: 120 }),
      ]),
    ],
  },
});

const workplace = servicePlan({
  key: 'workplace',
  name: 'Хозяйственный вопрос',
  description: 'Перегорела лампа, сломался стул, нужна переговорная, вода или курьер.',
  category: 'office',
  icon: 'office',
  keywords: ['АХО', 'ремонт', 'мебель', 'лампа', 'кондиционер', 'уборка', 'вода', 'переговорная', 'курьер'],
  titlePattern: '{subject}',
  desk: 'office',
  assignment: byLoad({ sameBranch: true }),
  stages: ['Работа'],
  closeAfterDays: 2,
  form: {
    sections: [
      section('what', 'Что нужно', [
        must('kind', 'choice', 'О чём', null, {
          options: ['Ремонт', 'Мебель', 'Уборка', 'Вода и чай', 'Курьер', 'Переговорная', 'Другое'],
        }),
        must('subject', 'text', 'Коротко', null, { maximum: 120 }),
        must('address', 'long_text', 'Кому и куда везти', 'Адрес, телефон, часы приёма.', {
          when: is('kind', 'Курьер'),
        }),
        may('text', 'long_text', 'Подробности'),
        must('place', 'text', 'Где', 'Этаж, кабинет.', { maximum: 120 }),
        may('photo', 'file', 'Фотография'),
      ]),
    ],
  },
});

export const officeServices = [draft, pass, workplace];
