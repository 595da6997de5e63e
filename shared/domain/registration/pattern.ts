/** What a number may be made of: the journal's and the branch's index, the case file's, the kind's, the day and the running number. */
export interface NumberParts {
  journal: string;
  branch: string;
  case: string;
  kind: string;
  /** `yyyy-mm-dd`. */
  date: string;
  seq: number;
}

const token = /\{(journal|branch|case|kind|yyyy|yy|mm|seq)(?::([1-9]))?\}/g;

/**
 * What is wrong with a pattern, null when nothing is. Without `{seq}` two documents would have one number; what stands in braces and is
 * none of ours is a slip of the hand.
 */
export function patternFault(pattern: string): 'seq' | 'token' | null {
  if (/[{}]/.test(pattern.replace(token, ''))) return 'token';
  return /\{seq(:[1-9])?\}/.test(pattern) ? null : 'seq';
}

/** The number of a document: `{seq:5}` has at least five digits. A part that is empty leaves no separator behind it at the beginning. */
export function numberOf(pattern: string, parts: NumberParts): string {
  const [year = '', month = ''] = parts.date.split('-');
  const { journal, branch, kind } = parts;
  const texts: Record<string, string> = {
    journal,
    branch,
    kind,
    case: parts.case,
    yyyy: year,
    yy: year.slice(2),
    mm: month,
  };
  const made = pattern.replace(token, (_all, name: string, width?: string) =>
    name === 'seq' ? String(parts.seq).padStart(Number(width ?? 1), '0') : (texts[name] ?? ''),
  );
  return made.replace(/^[-/ .]+/, '');
}

const kindIndexes: Readonly<Record<string, string>> = {
  incoming: 'Вх',
  outgoing: 'Исх',
  internal: 'Вн',
  order: 'Пр',
  memo: 'СЗ',
  letter: 'П',
  contract: 'Д',
  amendment: 'ДС',
  invoice: 'Сч',
  act: 'А',
  upd: 'УПД',
  vat_invoice: 'СФ',
  power_of_attorney: 'Дов',
};

/**
 * How a kind is called inside numbers, whatever language the windows speak. One of the company's own counts as the built-in kind it is
 * built on; built on none, it is told by the first letters of its name: «Акт сверки» is «АС».
 */
export const kindIndex = (kind: string, label: string | null = null): string =>
  kindIndexes[kind] ??
  (label ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 4);
