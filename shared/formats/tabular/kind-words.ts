import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';

/** How people write kinds of documents in registers; longer beginnings come before shorter ones. */
const beginnings: readonly (readonly [string, DocumentKind])[] = [
  ['счет-фактура', 'vat_invoice'],
  ['счет фактура', 'vat_invoice'],
  ['сф', 'vat_invoice'],
  ['счет', 'invoice'],
  ['упд', 'upd'],
  ['универсальный передаточный', 'upd'],
  ['акт', 'act'],
  ['дополнительное соглашение', 'amendment'],
  ['доп. соглашение', 'amendment'],
  ['допсоглашение', 'amendment'],
  ['договор', 'contract'],
  ['контракт', 'contract'],
  ['приказ', 'order'],
  ['распоряжение', 'order'],
  ['служебная записка', 'memo'],
  ['докладная записка', 'memo'],
  ['доверенность', 'power_of_attorney'],
  ['входящ', 'incoming'],
  ['исходящ', 'outgoing'],
  ['внутренн', 'internal'],
  ['письмо', 'letter'],
  ['платежное поручение', 'payment_out'],
  ['поступление', 'payment_in'],
];

const folded = beginnings.map(([words, kind]) => [foldForFilter(words), kind] as const);

/** The kind that a cell names; null when it is none of those documents are made of by hand. */
export function documentKindOf(text: string): DocumentKind | null {
  const given = foldForFilter(text);
  const own = documentKinds.find((kind) => kind === text.trim().toLowerCase());
  if (own) return own === 'template' || own === 'application' || own === 'custom' ? null : own;
  const found = folded.find(([words]) => given.startsWith(words) && !/^\p{L}/u.test(given.slice(words.length)));
  return found?.[1] ?? folded.find(([words]) => words.length >= 6 && given.startsWith(words))?.[1] ?? null;
}
