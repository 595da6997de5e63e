import type { DocumentColumns } from '#electron/core/app/queries/document-columns.ts';
import { columnsOfDocuments, documentView } from '#electron/core/app/queries/document-view.ts';
import { ridsOf } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { Sum } from '#electron/core/app/queries/sum.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { CurrencySum } from '#shared/queries/document.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const byDate = { column: 'date', direction: 'desc' } as const;

/** Counts and sums of a whole filter, or of some documents in it. */
export function documentTotals(
  db: Readable,
  { filter, ids }: QueryArgs<'document.totals'>,
  deps: QueryDeps,
): QueryResult<'document.totals'> {
  const { rids } = documentView(db, deps, { filter, sort: byDate });
  const add = adder(columnsOfDocuments(db), deps);
  const chosen = ids && ridsOf(db, 'document', ids);
  const totals = new Totals();
  for (const rid of rids) if (!chosen || chosen[rid] === 1) add(totals, rid);
  return { count: totals.count, sums: totals.sums };
}

/** Sums of a set of documents by currency: roubles first, then the others by their codes. */
export class Totals {
  count = 0;
  readonly #byCurrency = new Map<string, { amount: Sum; vat: Sum }>();

  add(currency: string, amount: number, vat: number): void {
    let sums = this.#byCurrency.get(currency);
    if (!sums) {
      sums = { amount: new Sum(), vat: new Sum() };
      this.#byCurrency.set(currency, sums);
    }
    sums.amount.add(amount);
    sums.vat.add(vat);
  }

  get sums(): CurrencySum[] {
    const first = (currency: string) => (currency === 'RUB' ? '' : currency);
    return [...this.#byCurrency]
      .map(([currency, { amount, vat }]) => ({ currency, amount: amount.value, vat: vat.value }))
      .sort((left, right) => (first(left.currency) < first(right.currency) ? -1 : 1));
  }
}

/** Adds a document up: counted always, its money where it has some. */
export function adder(columns: DocumentColumns, deps: QueryDeps): (totals: Totals, rid: number) => void {
  const [amounts, vats] = [columns.valued(deps, 'amount'), columns.valued(deps, 'vatAmount')];
  const others = columns.currencies(deps);
  return (totals, rid) => {
    totals.count += 1;
    const [amount, vat] = [amounts.codes[rid] ?? 0, vats.codes[rid] ?? 0];
    if (amount === 0 && vat === 0) return;
    const currency = (others.values[others.codes[rid] ?? 0] as string | null) ?? 'RUB';
    totals.add(currency, (amounts.values[amount] as number | null) ?? 0, (vats.values[vat] as number | null) ?? 0);
  };
}
