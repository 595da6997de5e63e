import { formTags, requesterTag } from '#electron/core/jobs/drafting/application-tags.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { counterpartyTags, entry, flag, organizationTags, text } from '#electron/core/jobs/drafting/party-tags.ts';
import type { TagEntry, TagTree, TagValue } from '#electron/core/jobs/drafting/tag-tree.ts';
import { shortCompanyName, splitLegalForm } from '#shared/lib/words/legal-forms.ts';

/** The tags a contract's template may use, filled from plain rows. Names are Russian with English aliases; what is missing is empty. */
export function draftingData(input: DraftingInput): TagTree {
  const { document, counterparty } = input;
  const money = (kopecks: number | null | undefined): TagValue => ({
    type: 'money',
    kopecks: kopecks ?? null,
    currency: document.currency,
  });
  const date = (value: string | null | undefined): TagValue => ({ type: 'date', date: value ?? null });
  const without = document.amount === null ? null : document.amount - (document.vatAmount ?? 0);
  const own = splitLegalForm(input.organization.name);
  const other = counterparty ? splitLegalForm(counterparty.name) : null;
  return [
    text(['Номер', 'Number'], document.number),
    entry(['Дата', 'Date'], date(document.date)),
    entry(['Сегодня', 'Today'], date(input.today)),
    text(['Город', 'City'], input.branch?.city),
    text(['Филиал', 'Branch'], input.branch?.name),
    text(['Предмет', 'Subject'], document.subject),
    entry(['Сумма', 'Цена', 'Amount'], money(document.amount)),
    entry(['НДС', 'VAT'], money(document.vatAmount)),
    entry(['Сумма без НДС', 'Amount without VAT'], money(without)),
    text(['Ставка НДС', 'VAT rate'], vatRate(document.amount, document.vatAmount)),
    text(['Валюта', 'Currency'], document.currency),
    entry(['Начало', 'Действует с', 'Effective from'], date(document.effectiveFrom)),
    entry(['Окончание', 'Действует до', 'Expires on'], date(document.expiresOn)),
    flag(['Продление', 'Автоматическое продление', 'Renewal'], document.renewal === 'automatic'),
    entry(['Дней уведомления', 'Notice days'], { type: 'number', value: document.noticeDays ?? null }),
    text(['Номер контрагента', 'Counterparty number'], document.counterpartyNumber),
    entry(['Организация', 'Наша организация', 'Organization'], {
      type: 'group',
      own: { type: 'text', text: shortCompanyName(own.form, own.name) },
      fields: organizationTags(input),
    }),
    entry(['Контрагент', 'Counterparty'], {
      type: 'group',
      own: {
        type: 'text',
        text: other && counterparty ? shortCompanyName(counterparty.legalForm ?? other.form, other.name) : null,
      },
      fields: counterpartyTags(input),
    }),
    entry(['Основной договор', 'Parent'], {
      type: 'group',
      own: { type: 'text', text: input.parent?.number ?? null },
      fields: [
        text(['Номер', 'Number'], input.parent?.number),
        entry(['Дата', 'Date'], date(input.parent?.date)),
        text(['Предмет', 'Subject'], input.parent?.subject),
        entry(['Сумма', 'Amount'], {
          type: 'money',
          kopecks: input.parent?.amount ?? null,
          currency: input.parent?.currency ?? 'RUB',
        }),
      ],
    }),
    entry(['Ответственный', 'Responsible'], responsible(input.responsible)),
    entry(
      ['Строки', 'Товары', 'Услуги', 'Lines'],
      list(input.lines, (line, n) => lineTags(line, n, money)),
    ),
    entry(
      ['Обязательства', 'Obligations'],
      list(input.obligations, (row, n) => obligationTags(row, n, money)),
    ),
    entry(
      ['Платежи', 'График платежей', 'Payments'],
      list(
        input.obligations.filter(({ kind }) => kind === 'payment'),
        (row, n) => obligationTags(row, n, money),
      ),
    ),
    entry(['Пункты', 'Clauses'], list(input.clauses, clauseTags)),
    entry(['Поле', 'Поля', 'Field'], {
      type: 'group',
      fields: [
        ...input.definitions.map((field) => customTag(field, input)),
        ...(input.own ? formTags(input.own) : []),
        ...(input.application ? formTags(input.application) : []),
      ],
    }),
    ...(input.application ? [requesterTag(input.application)] : []),
    ...registrationTags(input),
    // Fields of an own kind answer to their bare names too; the tags above keep theirs.
    ...(input.own ? formTags(input.own) : []),
  ];
}

/** What the journal says, and the requisites that every kind of document has. */
function registrationTags({ document, own, registration }: DraftingInput): TagTree {
  return [
    text(['Вид', 'Вид документа', 'Kind'], own?.label),
    text(['Регистрационный номер', 'Registration number'], registration?.number ?? document.number),
    entry(['Дата регистрации', 'Registration date'], { type: 'date', date: registration?.date ?? null }),
    text(['Дело', 'Case file'], registration?.caseFile),
    entry(['Срок', 'Срок исполнения', 'Due date'], { type: 'date', date: document.dueDate ?? null }),
    text(['Примечание', 'Note'], document.note),
  ];
}

function list<Row>(rows: readonly Row[], tags: (row: Row | undefined, position: number) => TagTree): TagValue {
  return { type: 'list', items: rows.map((row, index) => tags(row, index + 1)), shape: tags(undefined, 0) };
}

const position = (value: number): TagEntry => entry(['Номер', '№', 'Position'], { type: 'number', value });

type Money = (kopecks: number | null | undefined) => TagValue;

function lineTags(line: DraftingInput['lines'][number] | undefined, n: number, money: Money): TagTree {
  return [
    position(n),
    text(['Наименование', 'Название', 'Name'], line?.name),
    text(['Единица', 'Ед', 'Unit'], line?.unit),
    text(['Количество', 'Quantity'], line?.quantity?.replace('.', ',')),
    text(['Цена', 'Price'], line?.price?.replace('.', ',')),
    text(['Ставка НДС', 'VAT rate'], line?.vatRate),
    entry(['Сумма без НДС', 'Amount without VAT'], money(line?.sumWithoutVat)),
    entry(['НДС', 'VAT'], money(line?.vatSum)),
    entry(['Сумма', 'Amount'], money(line?.sum)),
  ];
}

function obligationTags(row: DraftingInput['obligations'][number] | undefined, n: number, money: Money): TagTree {
  return [
    position(n),
    text(['Название', 'Наименование', 'Title'], row?.title),
    entry(['Срок', 'Дата', 'Due date'], { type: 'date', date: row?.dueDate ?? null }),
    entry(['Сумма', 'Amount'], money(row?.amount)),
    flag(['Наше', 'Ours'], row?.side === 'ours'),
    flag(['Контрагента', 'Theirs'], row?.side === 'theirs'),
  ];
}

function clauseTags(clause: DraftingInput['clauses'][number] | undefined, n: number): TagTree {
  return [
    position(n),
    text(['Заголовок', 'Название', 'Title'], clause?.title),
    text(['Текст', 'Text'], clause?.text),
    text(['Раздел', 'Категория', 'Category'], clause?.category),
  ];
}

function responsible(person: DraftingInput['responsible']): TagValue {
  const name: TagValue = { type: 'person', name: person?.fullName ?? null };
  return {
    type: 'group',
    own: name,
    fields: [
      entry(['Имя', 'Name'], name),
      entry(['Должность', 'Position'], { type: 'position', text: person?.position ?? null }),
      text(['Почта', 'Email'], person?.email),
      text(['Телефон', 'Phone'], person?.phone),
    ],
  };
}

/** A custom field is found by its label and by its key; a point would divide a name, so it is left out. */
function customTag(field: DraftingInput['definitions'][number], input: DraftingInput): TagEntry {
  const value = input.document.custom?.[field.key] ?? null;
  const names: TagEntry['names'] = [field.label.replaceAll('.', ''), field.key];
  if (field.type === 'flag') return flag(names, value === true);
  if (field.type === 'date') return entry(names, { type: 'date', date: typeof value === 'string' ? value : null });
  if (field.type === 'money')
    return entry(names, {
      type: 'money',
      kopecks: Number.isSafeInteger(value) ? Number(value) : null,
      currency: input.document.currency,
    });
  if (field.type === 'number' && Number.isSafeInteger(value))
    return entry(names, { type: 'number', value: Number(value) });
  return text(names, value === null ? null : String(value).replace(/(?<=^-?\d+)\.(?=\d+$)/, ','));
}

/** «22%» where the tax is a whole per cent of the price without it, as the law's rates are; null where it is not told. */
export function vatRate(amount: number | null, vat: number | null): string | null {
  if (amount === null || vat === null) return null;
  if (vat === 0) return 'без НДС';
  const without = amount - vat;
  const rate = [22, 20, 10, 7, 5].find((each) => Math.abs(without * each - vat * 100) <= 100);
  return rate === undefined ? null : `${rate}%`;
}
