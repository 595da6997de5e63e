/** What a column may be filled into: the form of a document or of a counterparty. */
export type TableTarget = 'document' | 'counterparty';

/** How the value of a field is read. Money in kopecks, dates `yyyy-mm-dd`. */
export type ValueType =
  | 'text'
  | 'date'
  | 'money'
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'kind'
  | 'currency'
  | 'number'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'person'
  | 'branch';

export interface FieldRule {
  type: ValueType;
  /** Characters, for texts. */
  most: number;
  required: boolean;
  /** Of a choice. */
  options?: readonly string[];
  /** Headers under which people keep it, the most telling first; compared without case, ё and signs. */
  words: readonly string[];
}

const text = (most: number, words: readonly string[], required = false): FieldRule => ({
  type: 'text',
  most,
  required,
  words,
});
const value = (type: Exclude<ValueType, 'text'>, words: readonly string[], required = false): FieldRule => ({
  type,
  most: 0,
  required,
  words,
});

const inn = value('inn', ['инн контрагента', 'инн', 'inn', 'tax id']);
const kpp = value('kpp', ['кпп контрагента', 'кпп', 'kpp']);
const note = ['примечание', 'примечания', 'комментарий', 'заметка', 'note', 'comment'];

/** Fields of a document; the counterparty is found by its ИНН or name, or made. */
export const documentFields = {
  kind: value('kind', ['вид документа', 'тип документа', 'вид', 'тип', 'kind', 'type']),
  number: text(60, [
    'номер документа',
    'регистрационный номер',
    'рег номер',
    'вх номер',
    'исх номер',
    'номер договора',
    'номер счета',
    'номер письма',
    'номер приказа',
    'номер акта',
    'номер заявки',
    'номер',
    'number',
    'no',
  ]),
  date: value('date', ['дата документа', 'дата регистрации', 'дата создания', 'дата', 'от', 'date'], true),
  subject: text(
    1_000,
    [
      'краткое содержание',
      'содержание',
      'тема',
      'предмет договора',
      'предмет',
      'назначение платежа',
      'наименование документа',
      'заголовок',
      'описание',
      'subject',
      'description',
    ],
    true,
  ),
  counterpartyName: text(300, [
    'наименование контрагента',
    'контрагент',
    'корреспондент',
    'поставщик',
    'покупатель',
    'заказчик',
    'исполнитель',
    'клиент',
    'организация',
    'отправитель',
    'получатель',
    'counterparty',
    'customer',
    'supplier',
  ]),
  counterpartyInn: inn,
  counterpartyKpp: kpp,
  counterpartyNumber: text(60, ['номер контрагента', 'номер у контрагента', 'номер отправителя', 'их номер']),
  amount: value('money', [
    'сумма документа',
    'сумма с ндс',
    'сумма договора',
    'сумма',
    'стоимость',
    'итого',
    'всего',
    'цена договора',
    'amount',
    'total',
  ]),
  vatAmount: value('money', ['сумма ндс', 'в том числе ндс', 'в т ч ндс', 'ндс', 'vat']),
  currency: value('currency', ['валюта', 'код валюты', 'currency']),
  dueDate: value('date', ['срок исполнения', 'срок оплаты', 'исполнить до', 'оплатить до', 'срок', 'due date', 'due']),
  expiresOn: value('date', ['действует до', 'срок действия', 'дата окончания', 'valid until', 'expires']),
  responsible: value('person', ['ответственный', 'исполнитель по документу', 'куратор', 'responsible', 'owner']),
  branch: value('branch', ['филиал', 'подразделение', 'площадка', 'branch']),
  note: text(20_000, note),
} as const satisfies Record<string, FieldRule>;

const counterpartyFields = {
  name: text(
    300,
    ['краткое наименование', 'наименование', 'название', 'контрагент', 'организация', 'компания', 'name', 'company'],
    true,
  ),
  fullName: text(500, ['полное наименование', 'полное название', 'full name']),
  legalForm: text(30, ['организационно правовая форма', 'правовая форма', 'опф', 'legal form']),
  inn,
  kpp,
  ogrn: value('ogrn', ['огрн огрнип', 'огрн', 'огрнип', 'ogrn']),
  address: text(500, ['юридический адрес', 'адрес', 'почтовый адрес', 'address']),
  phone: text(100, ['телефон', 'телефоны', 'тел', 'phone']),
  email: text(200, ['электронная почта', 'эл почта', 'e mail', 'email', 'почта']),
  note: text(10_000, note),
} as const satisfies Record<string, FieldRule>;

export type DocumentColumn = keyof typeof documentFields;
export type CounterpartyColumn = keyof typeof counterpartyFields;
/** A field of the company's own: `custom.` and its key. */
export type OwnColumn = `custom.${string}`;
export type TableField = DocumentColumn | CounterpartyColumn | OwnColumn;

/** Fields of the company's own with their rules; a built-in field named here has this rule instead of its own. */
export type OwnFields = Readonly<Partial<Record<TableField, FieldRule>>>;

/** The fields of a target with their rules, in the order of the form; the company's own ones come last. */
export const fieldsOf = (target: TableTarget, own: OwnFields = {}): ReadonlyMap<TableField, FieldRule> =>
  new Map<TableField, FieldRule>(
    Object.entries(target === 'document' ? { ...documentFields, ...own } : counterpartyFields) as [
      TableField,
      FieldRule,
    ][],
  );
