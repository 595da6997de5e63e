import type { Readable } from '#electron/core/store/handle.ts';
import { type Order, someDocuments } from './support-station.ts';

export function newDocuments(
  branchId: string,
  counterparties: readonly string[],
  from: number,
  count: number,
): Order[] {
  return Array.from({ length: count }, (_, index): Order => {
    const n = from + index;
    const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const text = `Поставка бумаги и картриджей, партия ${n}, по заявке филиала`;
    const money = { amount: 10_000 + n * 37, vatAmount: null, currency: 'RUB' };
    const place = { branchId, responsibleId: null, counterpartyId: counterparties[n % counterparties.length] ?? null };
    const more = { dueDate: null, note: null, labels: n % 5 === 0 ? ['срочно'] : [], state: 'reg' };
    const args = { kind: 'invoice', number: `СЧ-2026-${n}`, date: day, subject: text, ...money, ...place, ...more };
    return { name: 'document.create', args };
  });
}

/** What an office does in weeks without a network: half edits, the rest new papers and remarks. */
export function mixedOrders(db: Readable, count: number): Order[] {
  const branchId = db.prepare('SELECT id FROM branch ORDER BY id LIMIT 1').pluck().get() as string;
  const counterparties = db.prepare('SELECT id FROM counterparty ORDER BY id LIMIT 50').pluck().all() as string[];
  const made = newDocuments(branchId, counterparties, 0, count);
  return someDocuments(db, count).map((id, n): Order => {
    if (n % 10 < 5) return edit(db, id, { note: `Сделано без связи, ${n}` });
    if (n % 10 < 8) return made[n] as Order;
    return { name: 'comment.add', args: { objectEntity: 'document', objectId: id, text: `Звонили, ответят ${n}` } };
  });
}

/** An edit by somebody who has just looked: what stands in the fields is what they saw. */
export function edit(db: Readable, id: string, patch: Record<string, unknown>) {
  const fields = Object.keys(patch).map((field) => `"${field}"`);
  const base = db.prepare(`SELECT ${fields.join()} FROM document WHERE id = ?`).get(id) as Record<string, unknown>;
  return { name: 'document.update', args: { id, patch, base } } as const;
}
