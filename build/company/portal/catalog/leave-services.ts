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

const annual = 'Ежегодный оплачиваемый';
const unpaid = 'Без сохранения зарплаты';
const study = 'Учебный';

const vacation = servicePlan({
  key: 'vacation',
  name: 'Отпуск',
  description:
    'Ежегодный, учебный или без сохранения зарплаты. Заместитель вступает в права сам, когда отпуск согласован.',
  category: 'people',
  icon: 'vacation',
  keywords: ['отдых', 'отгул', 'за свой счёт', 'заявление на отпуск', 'каникулы', 'график отпусков', 'сессия'],
  titlePattern: 'Отпуск {period}',
  route: 'leave',
  desk: 'people',
  stages: ['Приказ', 'Расчёт отпускных'],
  effect: 'vacation',
  paper: 'leave_order',
  form: {
    sections: [
      section('leave', 'Отпуск', [
        must('vacation_type', 'choice', 'Вид отпуска', null, {
          options: [annual, unpaid, study, 'Другой'],
          ...initially(annual),
        }),
        must('period', 'date_range', 'С какого по какое число', 'Оба дня входят в отпуск. Праздники не считаются.'),
        may('days', 'calculated', 'Дней отпуска', 'Без нерабочих праздничных дней (ст. 120 ТК РФ).', {
          formula: { type: 'leave_days', field: 'period' },
        }),
        must(
          'reason',
          'long_text',
          'По какой причине',
          'Отпуск без сохранения зарплаты дают по уважительной причине.',
          {
            when: isOneOf('vacation_type', [unpaid, 'Другой']),
          },
        ),
        must('summons', 'file', 'Справка-вызов', 'Скан справки из учебного заведения.', {
          when: is('vacation_type', study),
        }),
      ]),
      section(
        'absence',
        'Пока вас нет',
        [
          must('substitute', 'employee', 'Кто вас заменит', 'Получит ваши согласования, заявки и задачи на эти дни.'),
          may('handover', 'long_text', 'Что важно передать', 'Незаконченное, сроки, контакты.'),
          may('phone', 'text', 'Телефон на крайний случай', null, { maximum: 40 }),
        ],
        'Заместитель не должен быть в отпуске в эти же дни.',
      ),
    ],
  },
});

const sickLeave = servicePlan({
  key: 'sick_leave',
  name: 'Больничный',
  description: 'Сообщить о болезни и передать номер электронного листка.',
  category: 'people',
  icon: 'sick',
  keywords: ['болезнь', 'заболел', 'листок нетрудоспособности', 'ЭЛН', 'врач', 'уход за ребёнком', 'карантин'],
  titlePattern: 'Больничный с {since}',
  desk: 'people',
  stages: ['Табель', 'Расчёт пособия'],
  policy: 'urgent',
  form: {
    sections: [
      section('illness', 'Болезнь', [
        must('cause', 'choice', 'Причина', null, {
          options: ['Своя болезнь', 'Уход за ребёнком', 'Уход за родственником', 'Травма', 'Карантин'],
          ...initially('Своя болезнь'),
        }),
        must('since', 'date', 'Первый день', null, { initial: { type: 'today' } }),
        may('till', 'date', 'Последний день, если уже известен'),
        must('at_work', 'choice', 'Травма получена', 'О травме на работе нужно сообщить в тот же день.', {
          options: ['На работе', 'По дороге на работу', 'В быту'],
          when: is('cause', 'Травма'),
        }),
      ]),
      section(
        'sheet',
        'Листок нетрудоспособности',
        [
          may('closed', 'flag', 'Листок закрыт'),
          must('number', 'text', 'Номер электронного листка', '12 цифр, их присылают в СМС или на Госуслуги.', {
            when: is('closed', true),
            minimum: 12,
            maximum: 12,
          }),
        ],
        'Пока листок открыт, номер можно не указывать: ответьте на эту же заявку, когда он появится.',
      ),
      section('handover', 'Дела', [
        may('urgent', 'long_text', 'Что нельзя отложить', 'Кадры передадут вашему руководителю.'),
      ]),
    ],
  },
});

const trip = servicePlan({
  key: 'trip',
  name: 'Командировка',
  description: 'Приказ, билеты, гостиница и аванс одной заявкой.',
  category: 'office',
  icon: 'travel',
  keywords: ['поездка', 'билеты', 'гостиница', 'суточные', 'авансовый отчёт', 'самолёт', 'поезд'],
  titlePattern: 'Командировка: {city}, {period}',
  route: 'head',
  desk: 'office',
  policy: 'long',
  stages: ['Билеты и гостиница', 'Приказ и аванс'],
  assignment: byLoad({ sameBranch: true }),
  tasks: [
    { key: 'order', title: 'Приказ о командировке', desk: 'people', after: [], minutes: 480 },
    { key: 'advance', title: 'Перечислить аванс', desk: 'accounting', after: ['order'], minutes: 480 },
  ],
  form: {
    sections: [
      section('where', 'Куда и зачем', [
        must('city', 'text', 'Город', null, { maximum: 80 }),
        must('period', 'date_range', 'С какого по какое число', 'Вместе с дорогой.'),
        may('days', 'calculated', 'Дней', null, { formula: { type: 'days', field: 'period' } }),
        must('purpose', 'long_text', 'Цель поездки', 'Так, как она будет названа в приказе.'),
        may('party', 'counterparty', 'К кому едете', 'Если это поставщик или заказчик.'),
      ]),
      section('road', 'Дорога и жильё', [
        must('transport', 'choice', 'Чем ехать', null, {
          options: ['Самолёт', 'Поезд', 'Служебная машина', 'Своя машина'],
          ...initially('Поезд'),
        }),
        must('plate', 'text', 'Номер машины', 'Для приказа и возмещения топлива.', {
          when: is('transport', 'Своя машина'),
          maximum: 20,
        }),
        may('hotel', 'flag', 'Нужна гостиница', null, initially(true)),
        may('wishes', 'long_text', 'Пожелания по рейсам и гостинице'),
      ]),
      section('money', 'Деньги', [
        must('daily', 'money', 'Суточные за день', 'По положению: 1 500 ₽ по России.', initially(150_000)),
        may('allowance', 'calculated', 'Суточные всего', null, {
          formula: { type: 'product', of: [{ field: 'days' }, { field: 'daily' }], as: 'money' },
        }),
        may('advance', 'money', 'Другой аванс', 'Топливо, представительские.'),
      ]),
    ],
  },
});

export const leaveServices = [vacation, sickLeave, trip];
