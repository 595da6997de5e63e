import {
  atLeast,
  byLoad,
  column,
  inDays,
  initially,
  inTurn,
  is,
  may,
  must,
  section,
  servicePlan,
} from '#build/company/portal/catalog/service-plan.ts';

const purchase = servicePlan({
  key: 'purchase',
  name: 'Закупка',
  description: 'Товары и услуги для работы. Кто согласует, зависит от суммы.',
  category: 'money',
  icon: 'purchase',
  keywords: ['купить', 'заказать', 'товар', 'канцелярия', 'мебель', 'тендер', 'поставщик', 'коммерческое предложение'],
  titlePattern: 'Закупка: {subject}',
  route: 'purchase',
  desk: 'purchasing',
  assignment: inTurn(),
  policy: 'long',
  stages: ['Поиск поставщика', 'Договор и оплата', 'Поставка'],
  form: {
    sections: [
      section(
        'what',
        'Что купить',
        [
          must('subject', 'text', 'Коротко', 'Например: стеллажи для архива.', { maximum: 120 }),
          must('items', 'table', 'Перечень', 'Цена — с НДС, хотя бы приблизительная.', {
            minimum: 1,
            columns: [
              column('name', 'Наименование', 'text', true),
              column('quantity', 'Количество', 'number', true),
              column('unit', 'Единица', 'choice', true, ['шт.', 'упак.', 'компл.', 'кг', 'м', 'час', 'усл.']),
              column('price', 'Цена за единицу', 'money', true),
            ],
          }),
          may('total', 'calculated', 'Всего', 'До 50 000 ₽ согласует руководитель, больше — и бухгалтерия.', {
            formula: {
              type: 'product',
              of: [
                { field: 'items', column: 'quantity' },
                { field: 'items', column: 'price' },
              ],
              as: 'money',
            },
          }),
        ],
        'До 50 000 ₽ согласует руководитель, до 500 000 ₽ — ещё бухгалтерия, выше — дирекция.',
      ),
      section('why', 'Зачем и когда', [
        must('reason', 'long_text', 'Для чего нужно', 'Одно-два предложения: их прочтут те, кто согласует.'),
        must('needed_by', 'date', 'К какому числу', null, inDays(14)),
        may('place', 'text', 'Куда доставить', null, { maximum: 200 }),
      ]),
      section('supplier', 'Поставщик', [
        may('party', 'counterparty', 'Предлагаемый поставщик'),
        may('offers', 'file', 'Коммерческие предложения', 'От 100 000 ₽ нужно не меньше трёх.', {
          requiredWhen: atLeast('total', 10_000_000),
        }),
        must('single', 'long_text', 'Почему именно этот поставщик', null, {
          when: {
            all: [
              { field: 'party', op: 'filled' },
              { field: 'total', op: 'at_least', value: 10_000_000 },
            ],
          },
        }),
      ]),
    ],
  },
});

const payment = servicePlan({
  key: 'payment',
  name: 'Оплата счёта',
  description: 'Передать счёт поставщика в оплату.',
  category: 'money',
  icon: 'payment',
  keywords: ['счёт', 'заплатить', 'платёж', 'перевод', 'аванс', 'предоплата', 'платёжное поручение'],
  titlePattern: 'Оплата счёта {number}: {purpose}',
  route: 'payment',
  desk: 'accounting',
  assignment: byLoad({ sameBranch: true }),
  stages: ['Проверка', 'Платёж'],
  policy: 'urgent',
  form: {
    sections: [
      section('bill', 'Счёт', [
        must('party', 'counterparty', 'Кому', 'Если контрагента нет в списке, сначала попросите его проверить.'),
        must('number', 'text', 'Номер счёта', null, { maximum: 60 }),
        must('dated', 'date', 'Дата счёта'),
        must('amount', 'money', 'Сумма с НДС', null, { minimum: 1 }),
        must('purpose', 'text', 'За что платим', null, { maximum: 200 }),
        must('bill', 'file', 'Файл счёта', 'PDF или скан.', { minimum: 1 }),
      ]),
      section('when', 'Когда платить', [
        must('pay_by', 'date', 'Оплатить до', null, inDays(5)),
        may('prepaid', 'flag', 'Это предоплата'),
        must('contract', 'text', 'Номер договора', 'Предоплату без договора бухгалтерия не проводит.', {
          when: is('prepaid', true),
          maximum: 120,
        }),
      ]),
    ],
  },
});

const partyCheck = servicePlan({
  key: 'party_check',
  name: 'Проверка контрагента',
  description: 'Проверить нового поставщика или заказчика до договора и оплаты.',
  category: 'documents',
  icon: 'check',
  keywords: ['благонадёжность', 'ИНН', 'новый поставщик', 'должная осмотрительность', 'реквизиты', 'банкротство'],
  titlePattern: 'Проверка: {name}',
  desk: 'law',
  stages: ['Проверка', 'Заключение'],
  form: {
    sections: [
      section('who', 'Кого проверить', [
        must('name', 'text', 'Название', 'Как в договоре или счёте.', { maximum: 200 }),
        must('inn', 'text', 'ИНН', '10 цифр у организации, 12 у предпринимателя.', { minimum: 10, maximum: 12 }),
        may('party', 'counterparty', 'Уже есть в списке контрагентов'),
      ]),
      section('deal', 'Сделка', [
        must('kind', 'choice', 'Что предстоит', null, {
          options: ['Покупаем', 'Продаём', 'Аренда', 'Заём', 'Другое'],
          ...initially('Покупаем'),
        }),
        must('amount', 'money', 'Примерная сумма'),
        may('prepayment', 'number', 'Предоплата, %', null, { minimum: 0, maximum: 100, ...initially(0) }),
        must('files', 'file', 'Устав, выписка, доверенность', 'Для крупной сделки нужны учредительные документы.', {
          required: false,
          requiredWhen: atLeast('amount', 100_000_000),
        }),
        may('comment', 'long_text', 'Что вас насторожило'),
      ]),
    ],
  },
});

export const moneyServices = [purchase, payment, partyCheck];
