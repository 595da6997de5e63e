import { fill, type Setting } from '#build/company/setting.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

const anywhere = [
  'Оригинал хранится у исполнителя, скан приложен к карточке.',
  'Ответственный {person}, на время отсутствия замещает {other}.',
  'Второй экземпляр ждём из филиала, отправлен заказным письмом {past}.',
  'Приложения переданы в архив, опись на {many} листах.',
  'Напомнить за три дня до срока, в прошлый раз опоздали.',
  'Просьба не закрывать до получения оригинала с печатью.',
  'Разногласия сняты на совещании {past}, протокол подписан.',
  'По итогам за {month} отклонение от бюджета в пределах нормы.',
  'Внесено в план на {quarter}, статья согласована.',
  'Работы на объекте ({site}) принимает {person}, допуск оформлен до {date}.',
] as const;

const withParty = [
  'Срок согласован с контрагентом по телефону {past}, подтверждение придёт письмом.',
  'Контрагент просит рассрочку, решение за главным бухгалтером.',
  'Перед подписанием сверить реквизиты: у контрагента сменился расчётный счёт.',
  'В договоре {contract} предусмотрена неустойка, расчёт делает юрист.',
  'Расхождение с данными склада составило {few} ед., пересчёт назначен на {date}.',
  'Груз принят по накладной {waybill}, пломбы целы, замечаний нет.',
  'Автомобиль {plate} простоял на погрузке {few} ч, акт о простое составлен на месте.',
  'Сотрудники подрядчика прошли инструктаж, список согласован с охраной.',
  'Работы переносятся из-за погоды, новый график пришлют до {date}.',
  'Филиал ({city}) подтвердил получение, претензий по качеству не имеет.',
] as const;

const money = [
  'Оплата разделена на две части: аванс {percent} % и остаток после подписания акта.',
  'Скидка {percent} % действует до {date}, дальше цена прежняя.',
  'Стоимость выросла на {percent} % против прошлого года, обоснование приложено.',
  'Часть позиций заменена аналогами, согласие инженера получено.',
  'Нужна сверка: по данным контрагента долг больше на {many} тысяч рублей.',
  'Обратить внимание на пункт {few} приложения: сумма указана без доставки.',
] as const;

const letters = [
  'Документ поступил курьером, конверт с отметкой почты приложен.',
  'Повторное обращение: первое письмо {paper} осталось без ответа.',
  'Ответ готовит {person}, визирует {other}.',
  'Срок ответа установлен законом, продление возможно только по ходатайству.',
  'Участок {parcel} под складом, межевой план в деле.',
] as const;

const inside = [
  'Ознакомить под роспись всех работников филиала ({city}) до {date}.',
  'Предыдущий документ {paper} от {past} утрачивает силу.',
  'Список работников прилагается, {many} человек.',
  'Контроль исполнения оставляю за собой.',
  'Согласовано с отделом кадров и охраной труда {past}.',
  'Заявка в отдел ИТ подана {past}, ответа пока нет.',
] as const;

const insideKinds = new Set<DocumentKind>(['internal', 'order', 'memo']);

/** Sentences that may stand on the card of such a document. */
function sentencesFor(kind: DocumentKind): readonly string[] {
  if (insideKinds.has(kind)) return [...anywhere, ...inside];
  const special = kind === 'incoming' || kind === 'outgoing' ? letters : money;
  return [...anywhere, ...withParty, ...special];
}
const byKind = new Map<DocumentKind, readonly string[]>();

function sentencesOf(kind: DocumentKind): readonly string[] {
  const sentences = byKind.get(kind) ?? sentencesFor(kind);
  byKind.set(kind, sentences);
  return sentences;
}

const leads = [
  'Касается {ofWhat}.',
  'Вопрос {ofWhat} поднят повторно.',
  'К вопросу о {aboutWhat}, {site}.',
  'По {paper} от {past}: {what}.',
  '{What}, ответственный {person}.',
  'Для отчёта за {quarter}: {what}.',
] as const;

/** A note of at least `words` words. */
export function noteOf(setting: Setting, kind: DocumentKind, words: number): string {
  const { random } = setting;
  const parts = [random.pick(leads), ...random.sample(sentencesOf(kind), 9)];
  let text = '';
  let count = 0;
  for (const part of parts) {
    const sentence = fill(part, setting);
    text += text === '' ? sentence : ` ${sentence}`;
    count += sentence.split(' ').length;
    if (count >= words) break;
  }
  return text;
}

/** What a person jots down on a card: a sentence or two. */
export function shortNoteOf(setting: Setting, kind: DocumentKind): string {
  const { random } = setting;
  const count = random.chance(0.4) ? 2 : 1;
  return random
    .sample(sentencesOf(kind), count)
    .map((part) => fill(part, setting))
    .join(' ');
}
