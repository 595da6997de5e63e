import { addDays, longDate, spoken } from '#build/company/calendar.ts';
import type { Draft } from '#build/company/draft.ts';
import { cardOf, letterhead, ownCard, spokenMoney } from '#build/company/files/company-card.ts';
import { Sheet } from '#build/company/files/sheet.ts';
import { noteOf } from '#build/company/notes.ts';
import { director } from '#build/company/own-company.ts';
import type { Random } from '#build/company/random.ts';
import { fill } from '#build/company/setting.ts';

const openings = [
  'Настоящим сообщаем следующее: {what}, {site}, срок согласован до {date}.',
  'В ответ на Ваше обращение {paper} от {past} сообщаем, что {what} идёт по графику.',
  'По договору {contract} просим рассмотреть вопрос: {what}, {site}.',
  'Направляем сведения за {month}: {what}, {site}. Приложения на {few} листах.',
];
const bodies = [
  'Первая партия отгружена {past} по накладной {waybill}, автомобиль {plate}. Срок второй партии просим перенести на {date} в связи с задержкой на таможенном посту.',
  'Просим подтвердить согласие до {date}. При отсутствии ответа будем считать предложенный порядок принятым обеими сторонами.',
  'Обращаем внимание, что пунктом {few} договора предусмотрена неустойка за каждый день просрочки. Надеемся решить вопрос без её применения.',
  'Ответственное лицо с нашей стороны прибудет на объект ({site}) {date}, просим оформить пропуск на автомобиль {plate}.',
  'Расчёт и подтверждающие документы прилагаются. Оригиналы направлены заказным письмом {past}.',
  'Расхождения по данным за {month} составили {few} ед., акт сверки просим подписать и вернуть один экземпляр.',
];
const closings = ['С уважением,', 'С уважением и надеждой на сотрудничество,', 'Благодарим за внимание.'];
const names = ['И. В. Соловьёв', 'Е. А. Маркина', 'Д. С. Нечаев', 'Т. Ю. Ершова', 'К. Р. Галеев', 'В. П. Дорошенко'];

/** A letter of the counterparty to us, or ours to it. */
export function letter(draft: Draft, random: Random): Sheet {
  const { row, setting } = draft;
  const sheet = new Sheet();
  const ours = row.kind === 'outgoing';
  const other = setting.party ? cardOf(setting.party) : ownCard;
  const words = { ...setting, random };
  letterhead(sheet, ours ? ownCard : other);
  const dated = ours ? row.date : addDays(row.date, -random.between(0, 3));
  sheet.text(`${spoken(dated)}  № ${ours ? (row.number ?? 'б/н') : random.between(40, 3_900)}`, { size: 10 });
  sheet.gap(14);
  sheet.text(ours ? 'Руководителю' : 'Генеральному директору', { left: 330 });
  sheet.text(ours ? other.name : 'АО «Северный путь» Ярцеву М. Л.', { left: 330 });
  sheet.gap(18);
  sheet.text(row.subject, { weight: 'bold', right: 360 });
  sheet.gap(14);
  sheet.text(ours ? 'Уважаемые коллеги!' : 'Уважаемый Михаил Львович!', { align: 'center' });
  sheet.gap(8);
  sheet.text(fill(random.pick(openings), words));
  sheet.gap(6);
  for (const body of random.sample(bodies, random.between(2, 3))) {
    sheet.text(fill(body, words));
    sheet.gap(6);
  }
  if (row.amount !== null) sheet.text(`Сумма: ${spokenMoney(row.amount)} ₽.`);
  sheet.text(noteOf(words, row.kind, 14));
  sheet.gap(22);
  sheet.text(random.pick(closings));
  sheet.gap(6);
  sheet.ends(ours ? 'Генеральный директор' : 'Директор', ours ? director : random.pick(names));
  return sheet;
}

const orderPoints = [
  'Провести до {date} необходимые мероприятия: {what}, {site}.',
  'Назначить ответственным лицом: {person}. На время отсутствия замещает {other}.',
  'Бухгалтерии обеспечить учёт и оплату в пределах лимита на {quarter}.',
  'Отделу кадров внести изменения в табель и личные карточки до {date}.',
  'Считать утратившим силу приказ {paper} от {past}.',
  'Ознакомить с приказом под роспись всех работников филиала ({city}).',
  'Отделу ИТ предоставить доступы в трёхдневный срок, заявка {paper}.',
];
const lastPoint = 'Контроль исполнения приказа оставляю за собой.';

/** An order or another paper of our own. */
export function ownPaper(draft: Draft, random: Random): Sheet {
  const { row, setting, planned, author } = draft;
  const words = { ...setting, random };
  const titles: Record<string, string> = {
    order: 'ПРИКАЗ',
    memo: 'СЛУЖЕБНАЯ ЗАПИСКА',
    internal: 'ДОКУМЕНТ',
    power_of_attorney: 'ДОВЕРЕННОСТЬ',
  };
  const sheet = new Sheet();
  letterhead(sheet, ownCard);
  sheet.text(titles[row.kind] ?? 'ДОКУМЕНТ', { size: 15, weight: 'bold', align: 'center' });
  sheet.ends(longDate(row.date), row.number ?? 'без номера', { size: 10 });
  sheet.text(`г. ${planned.branch.city}`, { size: 10 });
  sheet.gap(16);
  sheet.text(row.subject, { weight: 'bold' });
  sheet.gap(12);
  sheet.text(noteOf(words, row.kind, 30));
  sheet.gap(8);
  if (row.kind === 'order') {
    sheet.text('ПРИКАЗЫВАЮ:', { weight: 'bold' });
    for (const [index, point] of [...random.sample(orderPoints, 3), lastPoint].entries()) {
      sheet.text(`${index + 1}. ${fill(point, words)}`);
      sheet.gap(3);
    }
  } else sheet.text(noteOf(words, row.kind, 40));
  if (row.amount !== null) sheet.text(`Сумма: ${spokenMoney(row.amount)} ₽.`);
  sheet.gap(26);
  sheet.ends(
    row.kind === 'memo' ? author.position : 'Генеральный директор',
    row.kind === 'memo' ? author.fullName : director,
  );
  return sheet;
}
