import {
  byLoad,
  initially,
  is,
  isOneOf,
  may,
  must,
  section,
  servicePlan,
} from '#build/company/portal/catalog/service-plan.ts';

const other = 'Другое';

const certificate = servicePlan({
  key: 'certificate',
  name: 'Справка о доходах',
  description: 'Справка о доходах и суммах налога (бывшая 2-НДФЛ), о среднем заработке, для банка или соцзащиты.',
  category: 'money',
  icon: 'certificate',
  keywords: ['2-НДФЛ', '2 ндфл', 'справка для банка', 'ипотека', 'кредит', 'вычет', 'зарплата', 'заработок', '182н'],
  titlePattern: 'Справка о доходах: {purpose}',
  desk: 'accounting',
  policy: 'certificates',
  paper: 'certificate',
  assignment: byLoad({ sameBranch: true }),
  stages: ['Подготовка', 'Подпись'],
  form: {
    sections: [
      section('what', 'Какая справка', [
        must('kind', 'choice', 'Вид справки', null, {
          options: ['О доходах и суммах налога', 'О среднем заработке', 'По форме банка', 'О заработке за два года'],
          ...initially('О доходах и суммах налога'),
        }),
        must('bank_form', 'file', 'Бланк банка', 'Файл, который прислал банк.', { when: is('kind', 'По форме банка') }),
        must('years', 'choices', 'За какие годы', null, {
          options: ['Этот год', 'Прошлый год', 'Позапрошлый год'],
          minimum: 1,
        }),
        must('purpose', 'choice', 'Куда', null, {
          options: ['В банк', 'В налоговую, для вычета', 'В соцзащиту', 'На визу', other],
        }),
        must('purpose_text', 'text', 'Куда именно', null, { when: is('purpose', other), maximum: 200 }),
      ]),
      section('how', 'Как получить', [
        must('delivery', 'choice', 'Как отдать', 'С электронной подписью справку принимают почти все банки.', {
          options: ['Файлом с электронной подписью', 'На бумаге, в своём офисе', 'На бумаге, по почте'],
          ...initially('Файлом с электронной подписью'),
        }),
        must('copies', 'number', 'Сколько экземпляров', null, {
          when: isOneOf('delivery', ['На бумаге, в своём офисе', 'На бумаге, по почте']),
          minimum: 1,
          maximum: 5,
          ...initially(1),
        }),
        must('address', 'long_text', 'Почтовый адрес', 'С индексом.', { when: is('delivery', 'На бумаге, по почте') }),
        may('needed_by', 'date', 'Нужна к числу', 'По закону справку дают за три рабочих дня.'),
      ]),
    ],
  },
});

const copy = servicePlan({
  key: 'copy',
  name: 'Копия документа',
  description: 'Заверенная копия трудовой книжки, приказа, договора или другой бумаги из архива.',
  category: 'documents',
  icon: 'copy',
  keywords: ['трудовая книжка', 'заверить', 'архив', 'скан', 'приказ', 'выписка', 'СТД-Р', 'доверенность'],
  titlePattern: 'Копия: {what}',
  desk: 'people',
  policy: 'certificates',
  stages: ['Подготовка'],
  form: {
    sections: [
      section('paper', 'Документ', [
        must('what', 'choice', 'Что скопировать', null, {
          options: ['Трудовая книжка', 'Сведения о трудовой деятельности (СТД-Р)', 'Трудовой договор', 'Приказ', other],
        }),
        must('which', 'text', 'Какой именно документ', 'Номер, дата или о чём он.', {
          when: isOneOf('what', ['Приказ', other]),
          maximum: 300,
        }),
        must('certified', 'choice', 'Заверить', null, {
          options: ['Заверенная копия', 'Скан без заверения'],
          ...initially('Заверенная копия'),
        }),
        must('copies', 'number', 'Сколько экземпляров', null, {
          when: is('certified', 'Заверенная копия'),
          minimum: 1,
          maximum: 10,
          ...initially(1),
        }),
        may('purpose', 'text', 'Для чего', 'Так кадры не дадут лишних сведений о вас.', { maximum: 300 }),
      ]),
    ],
  },
});

export const certificateServices = [certificate, copy];
