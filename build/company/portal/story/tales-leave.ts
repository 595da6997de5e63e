import {
  agree,
  answer,
  ask,
  cancel,
  confirm,
  giveBack,
  note,
  reject,
  reply,
  resolve,
  toStage,
} from '#build/company/portal/story/acts.ts';
import { deed, type Tale, tale } from '#build/company/portal/story/tale.ts';

const annual = 'Ежегодный оплачиваемый';

/** Vacations in every state, and sick leaves. */
export const leaveTales: readonly Tale[] = [
  tale({
    key: 'leave-now',
    service: 'vacation',
    who: 'golubeva',
    when: 108,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(-1), to: cast.day(12) },
      substitute: cast.person('krylova'),
      handover: 'Журнал входящих веду до 218. Курьер приходит в 15:00.',
    }),
    deeds: [
      deed(104, 'krylova', agree('Договорились, подменю.')),
      deed(96, 'ten', agree()),
      deed(86, 'desk', reply('Приказ готовлю, отпускные придут за три дня.')),
      deed(70, 'desk', toStage(1)),
      deed(48, 'desk', resolve('Приказ подписан, отпускные перечислены. Хорошего отдыха!')),
      deed(42, 'golubeva', confirm(5, 'Спасибо, всё вовремя.')),
    ],
    ends: 'closed',
  }),
  tale({
    key: 'leave-agreed',
    service: 'vacation',
    who: 'sharipov',
    when: 36,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(13), to: cast.day(19) },
      substitute: cast.person('schukina'),
      handover: 'Акты за месяц сданы, ждём только «Булгар-Пак».',
    }),
    deeds: [
      deed(32, 'valeev', agree()),
      deed(26, 'ten', agree()),
      deed(20, 'desk', reply('Приказ на подписи у директора филиала.')),
    ],
    ends: 'working',
  }),
  tale({
    key: 'leave-asked',
    service: 'vacation',
    who: 'gizatullina',
    when: 7,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(21), to: cast.day(34) },
      substitute: cast.person('sharipov'),
    }),
    ends: 'approval',
  }),
  tale({
    key: 'leave-at-people',
    service: 'vacation',
    who: 'schukina',
    when: 14,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(30), to: cast.day(39) },
      substitute: cast.person('yudin'),
      handover: 'Справки о доходах подготовлю заранее.',
    }),
    deeds: [deed(10, 'yudin', agree())],
    ends: 'approval',
  }),
  tale({
    key: 'leave-given-back',
    service: 'vacation',
    who: 'mironova',
    when: 20,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(16), to: cast.day(29) },
      substitute: cast.person('basov'),
    }),
    deeds: [
      deed(13, 'belov', giveBack('На этой неделе суд по поставке оборудования. Сдвиньте, пожалуйста, на неделю.')),
    ],
    ends: 'waiting',
  }),
  tale({
    key: 'leave-refused',
    service: 'vacation',
    who: 'tarasov',
    when: [8, 4, 5],
    values: (cast) => ({
      vacation_type: 'Без сохранения зарплаты',
      reason: 'Ремонт квартиры.',
      period: { from: cast.day(6), to: cast.day(12) },
      substitute: cast.person('kim'),
    }),
    deeds: [deed([7, 5, 40], 'orlov', reject('В эти дни закрываем месяц, бухгалтер нужен. Предлагаю после 15-го.'))],
    ends: 'rejected',
  }),
  tale({
    key: 'leave-cancelled',
    service: 'vacation',
    who: 'isaeva',
    when: 60,
    values: (cast) => ({
      vacation_type: annual,
      period: { from: cast.day(24), to: cast.day(30) },
      substitute: cast.person('kuzmina'),
    }),
    deeds: [
      deed(55, 'voronov', agree()),
      deed(50, 'ten', agree()),
      deed(44, 'isaeva', cancel('Планы изменились, возьму весной.')),
    ],
    ends: 'cancelled',
  }),
  tale({
    key: 'sick-without-link',
    service: 'sick_leave',
    who: 'tarasov',
    // The branch had no link until the afternoon: the desk answered at once, the person waited for most of the day.
    when: [1, 2, 20],
    heard: [1, 8, 25],
    values: (cast) => ({ cause: 'Своя болезнь', since: cast.day(-3), urgent: 'Платёж за электричество до пятницы.' }),
    deeds: [
      deed(
        [1, 8, 50],
        'ten',
        ask('Глеб, выздоравливайте! Платёж передала Жанне. Когда листок закроют, пришлите его номер.'),
      ),
    ],
    ends: 'waiting',
  }),
  tale({
    key: 'sick-closed',
    service: 'sick_leave',
    who: 'isaeva',
    when: 90,
    values: (cast) => ({
      cause: 'Уход за ребёнком',
      since: cast.day(-17),
      till: cast.day(-10),
      closed: true,
      number: '910247385561',
    }),
    deeds: [
      deed(88, 'desk', reply('Листок вижу, табель поправила.')),
      deed(80, 'desk', toStage(1)),
      deed(72, 'desk', resolve('Пособие за первые дни — с ближайшей зарплатой, остальное перечислит фонд.')),
      deed(66, 'isaeva', confirm(4)),
    ],
    ends: 'closed',
  }),
  tale({
    key: 'sick-unanswered',
    service: 'sick_leave',
    who: 'schukina',
    when: 5.5,
    values: (cast) => ({ cause: 'Уход за ребёнком', since: cast.day(0) }),
    deeds: [deed(5, 'ten', note('Жду номер листка, позвонить после обеда.'))],
    ends: 'working',
  }),
  tale({
    key: 'sick-asked',
    service: 'sick_leave',
    who: 'erdman',
    when: 13,
    values: (cast) => ({ cause: 'Травма', at_work: 'В быту', since: cast.day(-5), till: cast.day(-3) }),
    deeds: [
      deed(
        11,
        'desk',
        ask('Фаина, листок открывали или это дни за свой счёт?', ['Открывала, пришлю номер', 'За свой счёт']),
      ),
      deed(8, 'erdman', answer('Открывала, пришлю номер')),
      deed(5, 'desk', toStage(1)),
    ],
    ends: 'working',
  }),
];
