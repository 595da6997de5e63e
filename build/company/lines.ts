import type { Party } from '#build/company/counterparties.ts';
import type { Random } from '#build/company/random.ts';
import type { Item } from '#build/company/trade.ts';
import { trades } from '#build/company/trades.ts';

/** A line of an invoice in whole kopecks; quantities are whole, so sums are exact. */
export interface Line {
  name: string;
  unit: string;
  quantity: number;
  price: number;
  sumWithoutVat: number;
  /** null: without VAT. */
  vatSum: number | null;
  sum: number;
}

/** VAT in force at a date, in percent: 22 since 2026-01-01 (425-ФЗ), 20 before. */
const vatPercent = (date: string): number => (date >= '2026-01-01' ? 22 : 20);

/** The rate as papers write it. */
export const vatRateText = (date: string, vat: boolean): string => (vat ? `${vatPercent(date)}%` : 'без НДС');

/** The VAT inside an amount that includes it. */
export const vatWithin = (amount: number, date: string): number =>
  Math.round((amount * vatPercent(date)) / (100 + vatPercent(date)));

/** Lines of what this party sells; authorities sell nothing. */
export function makeLines(random: Random, party: Party, date: string, most: number): Line[] {
  if (party.trade === 'authority') return [];
  const trade = trades[party.trade];
  const count = trade.goods ? random.between(1, most) : random.between(1, Math.min(3, most));
  return random.sample<Item>(trade.items, count).map((item) => makeLine(random, item, date, party.vat));
}

function makeLine(random: Random, [name, unit, rubles, low, high]: Item, date: string, vat: boolean): Line {
  // Small numbers are the rule: the square of a random number leans towards the low end.
  const quantity = low + Math.floor(random.next() ** 2 * (high - low + 1));
  const price = Math.max(1, Math.round((rubles * 100 * random.between(880, 1_120)) / 1_000));
  const sumWithoutVat = price * quantity;
  const vatSum = vat ? Math.round((sumWithoutVat * vatPercent(date)) / 100) : null;
  return { name, unit, quantity, price, sumWithoutVat, vatSum, sum: sumWithoutVat + (vatSum ?? 0) };
}

/** Kopecks as a decimal text with a point, as prices stand in lines. */
export const decimal = (kopecks: number): string =>
  `${Math.trunc(kopecks / 100)}.${String(Math.abs(kopecks % 100)).padStart(2, '0')}`;
