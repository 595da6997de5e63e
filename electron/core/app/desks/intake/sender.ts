import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** Where anybody has a box: what stands behind the @ tells nothing of a company. */
const shared = new Set(
  (
    'mail.ru bk.ru list.ru inbox.ru internet.ru yandex.ru ya.ru yandex.com rambler.ru lenta.ru gmail.com googlemail.com outlook.com hotmail.com ' +
    'live.com icloud.com yahoo.com vk.com proton.me protonmail.com'
  ).split(' '),
);

/** The counterparty that writes from an address: by the address itself, else by its domain where only one company has it; null when that is not sure. */
export function senderOf(db: Readable, address: string): string | null {
  const wanted = address.toLowerCase();
  const domain = wanted.split('@')[1] ?? '';
  if (domain === '') return null;
  const holders = prepared(
    db,
    "SELECT id, email FROM counterparty WHERE archivedAt IS NULL AND email LIKE '%@' || ? || '%' ORDER BY id LIMIT 50",
  ).all(domain) as { id: string; email: string }[];
  // A field may hold several addresses, with names around them.
  const addresses = ({ email }: { email: string }): string[] =>
    email.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [];
  const exact = holders.filter((one) => addresses(one).includes(wanted));
  if (exact.length > 0) return exact.length === 1 ? (exact[0]?.id ?? null) : null;
  const same = shared.has(domain)
    ? []
    : holders.filter((one) => addresses(one).some((it) => it.endsWith(`@${domain}`)));
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}
