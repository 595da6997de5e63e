import { addDays, longDate } from '#build/company/calendar.ts';
import type { Draft } from '#build/company/draft.ts';
import { cardOf, ownCard, spokenMoney } from '#build/company/files/company-card.ts';
import { Sheet } from '#build/company/files/sheet.ts';
import type { Random } from '#build/company/random.ts';
import { fill } from '#build/company/setting.ts';

const clauses: readonly (readonly [title: string, points: readonly string[]])[] = [
  [
    'Предмет договора',
    [
      'Исполнитель обязуется обеспечить: {what}, {site}, а Заказчик обязуется принять и оплатить исполненное.',
      'Объём, сроки и место исполнения определяются спецификациями, которые являются частью договора.',
      'Исполнитель вправе привлекать третьих лиц с письменного согласия Заказчика, оставаясь ответственным за их действия.',
    ],
  ],
  [
    'Сроки',
    [
      'Исполнение начинается {past} и завершается не позднее {date}.',
      'О невозможности соблюсти срок сторона уведомляет другую не менее чем за {few} рабочих дней.',
      'Промежуточные этапы принимаются по акту в течение пяти рабочих дней.',
    ],
  ],
  [
    'Цена и порядок расчётов',
    [
      'Цена договора составляет {sum} ₽, включая налоги, предусмотренные законом.',
      'Аванс в размере {percent} % перечисляется в течение десяти рабочих дней, остаток после подписания акта.',
      'Днём оплаты считается день списания денежных средств со счёта Заказчика.',
    ],
  ],
  [
    'Ответственность',
    [
      'За просрочку исполнения Исполнитель уплачивает 0,1 % стоимости за каждый день, но не более {percent} % цены.',
      'За просрочку оплаты Заказчик уплачивает проценты по статье 395 Гражданского кодекса.',
      'Стороны не отвечают за последствия обстоятельств непреодолимой силы, если уведомили о них за {few} дней.',
    ],
  ],
  [
    'Заключительные положения',
    [
      'Договор действует до {date} и продлевается на год, если ни одна из сторон не заявит об отказе за 30 дней.',
      'Споры рассматриваются арбитражным судом по месту нахождения ответчика; срок ответа на претензию 15 дней.',
      'Договор составлен в двух экземплярах равной силы. Ответственный со стороны Заказчика: {person}.',
    ],
  ],
];

/** A contract or an amendment: numbered clauses, requisites of both sides, about a page and a half. */
export function contract({ row, setting, planned }: Draft, random: Random): Sheet {
  const sheet = new Sheet();
  const words = { ...setting, random };
  const other = setting.party ? cardOf(setting.party) : ownCard;
  const title = row.kind === 'amendment' ? 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ' : 'ДОГОВОР';
  sheet.text(`${title} ${row.number ?? '(проект)'}`, { size: 15, weight: 'bold', align: 'center' });
  sheet.text(row.subject, { align: 'center' });
  sheet.gap(8);
  sheet.ends(`г. ${planned.branch.city}`, longDate(row.date), { size: 10 });
  sheet.gap(10);
  sheet.text(
    `${ownCard.name} в лице генерального директора М. Л. Ярцева, именуемое «Заказчик», и ${other.name}, именуемое «Исполнитель», заключили настоящий договор о нижеследующем.`,
  );
  const chapters = row.kind === 'amendment' ? random.sample(clauses, 2) : clauses;
  for (const [index, [heading, points]] of chapters.entries()) {
    sheet.gap(10);
    sheet.text(`${index + 1}. ${heading}`, { weight: 'bold' });
    for (const [n, point] of points.entries()) {
      const text = fill(point.replace('{sum}', spokenMoney(row.amount ?? 12_400_000)), words);
      sheet.text(`${index + 1}.${n + 1}. ${text}`, { size: 10.5 });
    }
  }
  sheet.gap(14);
  sheet.text('Реквизиты и подписи сторон', { weight: 'bold' });
  sheet.text(`Заказчик: ${ownCard.name}. ${ownCard.line}`, { size: 9 });
  sheet.text(`Исполнитель: ${other.name}. ${other.line}. ${other.bank}`, { size: 9 });
  sheet.text(`Действует до ${longDate(row.dueDate ?? addDays(row.date, 365))}`, { size: 9 });
  sheet.gap(26);
  sheet.ends('Заказчик ____________________', 'Исполнитель ____________________', { size: 10 });
  return sheet;
}
