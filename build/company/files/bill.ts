import { longDate } from '#build/company/calendar.ts';
import type { Party } from '#build/company/counterparties.ts';
import type { Draft } from '#build/company/draft.ts';
import { cardOf, letterhead, ownCard, spokenMoney } from '#build/company/files/company-card.ts';
import { type Column, Sheet } from '#build/company/files/sheet.ts';
import { vatRateText } from '#build/company/lines.ts';

const titles: Record<string, string> = {
  invoice: 'Счёт на оплату',
  act: 'Акт об оказании услуг',
  upd: 'Универсальный передаточный документ',
  vat_invoice: 'Счёт-фактура',
};

const columns: readonly Column[] = [
  { title: '№', width: 24, align: 'right' },
  { title: 'Наименование', width: 176 },
  { title: 'Кол-во', width: 46, align: 'right' },
  { title: 'Ед.', width: 42 },
  { title: 'Цена', width: 64, align: 'right' },
  { title: 'НДС', width: 60, align: 'right' },
  { title: 'Сумма', width: 76, align: 'right' },
];

/** Invoice, act, УПД or счёт-фактура: the lines of the document as a table, with the same totals as its card. */
export function bill({ row, setting, lines }: Draft, sellersNumber: string): Sheet {
  const sheet = new Sheet();
  const party = setting.party as Party;
  const card = cardOf(party);
  letterhead(sheet, card);
  sheet.text(`${titles[row.kind]} № ${sellersNumber} от ${longDate(row.date)}`, { size: 15, weight: 'bold' });
  sheet.gap(6);
  sheet.rule();
  sheet.text(`Исполнитель: ${card.name}, ${card.line}`, { size: 9 });
  sheet.text(`Заказчик: ${ownCard.name}, ${ownCard.line}`, { size: 9 });
  if (setting.contract) sheet.text(`Основание: договор ${setting.contract}`, { size: 9 });
  sheet.gap(10);
  sheet.table(
    columns,
    lines.map((line, index) => [
      String(index + 1),
      line.name,
      String(line.quantity),
      line.unit,
      spokenMoney(line.price),
      line.vatSum === null ? 'без НДС' : spokenMoney(line.vatSum),
      spokenMoney(line.sum),
    ]),
  );
  sheet.text(`Итого: ${spokenMoney(row.amount ?? 0)} ₽`, { weight: 'bold', align: 'right' });
  const rate = vatRateText(row.date, party.vat);
  const tax = row.vatAmount === null ? 'НДС не облагается' : `В том числе НДС ${rate}: ${spokenMoney(row.vatAmount)} ₽`;
  sheet.text(tax, { size: 10, align: 'right' });
  sheet.gap(12);
  sheet.text(`Всего наименований ${lines.length}, на сумму ${spokenMoney(row.amount ?? 0)} руб.`, { size: 10 });
  if (row.kind === 'act') {
    sheet.gap(6);
    sheet.text('Услуги оказаны полностью и в срок. Заказчик претензий по объёму, качеству и срокам не имеет.', {
      size: 10,
    });
  }
  sheet.gap(34);
  sheet.ends('Исполнитель ____________________', 'Заказчик ____________________', { size: 10 });
  return sheet;
}
