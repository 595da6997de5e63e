/** Parameters of a problem as the formats give them. */
export type Given = Readonly<Record<string, unknown>>;

/** How values are written in the language of the window. */
export interface ValueWords {
  money: (kopecks: number) => string;
  date: (date: string) => string;
  count: (count: number) => string;
  bytes: (bytes: number) => string;
  /** A code of requisites as part of a sentence. */
  reason: (code: string) => string;
  /** A field of ours or a requisite by its name in the program; names of the file's own stay as they are. */
  field: (name: string) => string;
  /** Stands for a document without a number and the like. */
  unnamed: string;
}

const money = new Set([
  'difference',
  'opening',
  'received',
  'spent',
  'closing',
  'stated',
  'counted',
  'expected',
  'sum',
]);
const dates = new Set(['date', 'from', 'to']);
const names = new Set(['requisite', 'field']);

/** The parameters as the sentence shows them: sums of kopecks as amounts, dates and names as people write them. */
export function worded(params: Given, words: ValueWords): Record<string, string> {
  // A limit of bytes comes with the bytes of the file; any other is a count.
  const inBytes = 'bytes' in params;
  const write = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.unnamed;
    if (typeof value === 'number') {
      if (money.has(name)) return words.money(value);
      if (name === 'bytes' || (name === 'limit' && inBytes)) return words.bytes(value);
      return words.count(value);
    }
    const text = String(value);
    if (dates.has(name) && /^\d{4}-\d\d-\d\d$/.test(text)) return words.date(text);
    if (name === 'reason') return words.reason(text);
    return names.has(name) ? words.field(text) : text;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, write(name, value)]));
}
