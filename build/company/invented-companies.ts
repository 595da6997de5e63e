import { branchPlans } from '#build/company/branches.ts';
import { type CounterpartyPlan, counterpartyPlans } from '#build/company/counterparty-list.ts';
import type { Random } from '#build/company/random.ts';
import { type TradeName, trades } from '#build/company/trades.ts';

const beginnings = [
  'Север',
  'Волга',
  'Обь',
  'Урал',
  'Кама',
  'Амур',
  'Енисей',
  'Балтика',
  'Тайга',
  'Полюс',
  'Заря',
  'Горизонт',
  'Маяк',
  'Компас',
  'Магистраль',
  'Континент',
  'Орион',
  'Вега',
  'Альтаир',
  'Русич',
  'Гранит',
  'Кедр',
  'Янтарь',
  'Сапфир',
];
const endings = [
  'торг',
  'снаб',
  'сервис',
  'монтаж',
  'комплект',
  'ресурс',
  'логистик',
  'инвест',
  'стандарт',
  'пром',
  'техно',
  'групп',
  'альянс',
  'партнёр',
  'трейд',
  'центр',
];

/** Companies with made-up names, none of which repeats. */
export function inventCompanies(random: Random, count: number): CounterpartyPlan[] {
  const taken = new Set(counterpartyPlans.map((plan) => plan.name));
  const plans: CounterpartyPlan[] = [];
  while (plans.length < count) {
    const name = `«${random.pick(beginnings)}${random.pick(['', '-', ' '])}${random.pick(endings)}»`;
    const readable = name.replace(/[- ](.)/, (found) => found.toUpperCase());
    if (taken.has(readable)) continue;
    taken.add(readable);
    plans.push({
      kind: 'legal',
      form: random.weighted([
        ['ООО', 8],
        ['АО', 2],
        ['ПАО', 0.4],
      ]),
      name: readable,
      branch: random.weighted(branchPlans.map((branch) => [branch.code, branch.weight] as const)),
      trade: random.pick(Object.keys(trades) as TradeName[]),
      vat: random.chance(0.8),
    });
  }
  return plans;
}
