import type { Line } from '#build/company/lines.ts';
import { fill, type Setting } from '#build/company/setting.ts';
import {
  amendments,
  contracts,
  fromAuthority,
  fromCustomer,
  fromSupplier,
  internals,
  memos,
  orders,
  powers,
  purposesIn,
  purposesOut,
  toAuthority,
  toCustomer,
  toSupplier,
} from '#build/company/subject-phrases.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** What the document is about, in one line of at most 200 characters. */
export function subjectOf(kind: DocumentKind, setting: Setting, lines: readonly Line[]): string {
  const subject =
    lines.length > 0 ? subjectOfLines(lines, setting) : fill(setting.random.pick(phrases(kind, setting)), setting);
  return subject.length <= 200 ? subject : `${subject.slice(0, 197).trimEnd()}…`;
}

function phrases(kind: DocumentKind, { party }: Setting): readonly string[] {
  const side = party?.trade === 'authority' ? 0 : party?.trade === 'customer' ? 1 : 2;
  if (kind === 'incoming') return [fromAuthority, fromCustomer, fromSupplier][side] as readonly string[];
  if (kind === 'outgoing') return [toAuthority, toCustomer, toSupplier][side] as readonly string[];
  const byKind: Partial<Record<DocumentKind, readonly string[]>> = {
    internal: internals,
    order: orders,
    memo: memos,
    contract: contracts,
    amendment: amendments,
    payment_in: purposesIn,
    payment_out: purposesOut,
    power_of_attorney: powers,
  };
  return byKind[kind] ?? contracts;
}

/** An invoice is called by what stands in it: «Бумага А4, картриджи, 24 шт, склад № 1». */
function subjectOfLines(lines: readonly Line[], setting: Setting): string {
  const { random } = setting;
  const [first, ...rest] = lines.map((line) => line.name);
  const names = [
    first,
    ...rest.slice(0, 2).map((name) => (/^[А-Я]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))),
  ];
  const only = lines.length === 1 ? lines[0] : undefined;
  const count = only && only.quantity > 1 ? `, ${only.quantity} ${only.unit}` : '';
  const ends = [
    '',
    ', {month}',
    ', {site}',
    ', {month}, {site}',
    ' по договору {contract}',
    ' для филиала: {city}',
    ', заявка {paper}',
  ];
  return `${names.join(', ')}${count}${fill(random.pick(ends), setting)}`;
}
