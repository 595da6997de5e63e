/** Who is paid, how much and for what. */
export interface PaymentOrder {
  name: string;
  account: string;
  bankName: string;
  bik: string;
  corrAccount: string | null;
  inn: string | null;
  kpp: string | null;
  /** Kopecks. */
  sum: number | null;
  purpose: string;
}

/** What may be wrong with a payee; a code without these fields is refused by every bank. */
const paymentMissing = ({
  name,
  account,
  bankName,
  bik,
}: PaymentOrder): readonly ('name' | 'account' | 'bankName' | 'bik')[] =>
  (
    [
      ['name', name.trim() !== ''],
      ['account', /^\d{20}$/.test(account)],
      ['bankName', bankName.trim() !== ''],
      ['bik', /^\d{9}$/.test(bik)],
    ] as const
  ).flatMap(([field, given]) => (given ? [] : [field]));

/**
 * Text of the QR by which a bank's application fills in a payment (ГОСТ Р 56042-2014, section 5): ST0001, the encoding (2: UTF-8), then
 * the five fields that must be there in their order, then the others. Lengths are those of the standard's tables 1 and 2; null where a
 * field that must be there is missing.
 */
export function paymentCode(order: PaymentOrder): string | null {
  if (paymentMissing(order).length > 0) return null;
  const fields: (readonly [string, string | null, number])[] = [
    ['Name', order.name, 160],
    ['PersonalAcc', order.account, 20],
    ['BankName', order.bankName, 45],
    ['BIC', order.bik, 9],
    // An account in a bank without a correspondent one has a zero.
    ['CorrespAcc', order.corrAccount || '0', 20],
    ['Sum', order.sum === null ? null : String(order.sum), 18],
    ['Purpose', order.purpose, 210],
    ['PayeeINN', order.inn, 12],
    ['KPP', order.kpp, 9],
  ];
  const told = fields.flatMap(([name, value, most]) => (value ? [`${name}=${plain(value).slice(0, most)}`] : []));
  return ['ST00012', ...told].join('|');
}

/** The bar divides fields, so no value may hold it. */
const plain = (value: string): string => value.replaceAll('|', '/').replace(/\s+/g, ' ').trim();
