import { dependenciesOf, fieldOrder } from '#shared/domain/form/field-order.ts';
import type { Form } from '#shared/domain/form/form.ts';

/** Fields of which each depends on the next and the last on the first. `formula`: through nothing but formulas. */
export interface Ring {
  keys: string[];
  formula: boolean;
}

/** Every field that depends on itself stands in one of the rings; of several rings through a field the shortest is named. */
export function ringsOf(form: Form): Ring[] {
  const { stuck } = fieldOrder(form);
  const next = new Map(stuck.map((field) => [field.key, dependenciesOf(field)]));
  const rings: Ring[] = [];
  const named = new Set<string>();
  for (const { key } of stuck) {
    const keys = named.has(key) ? null : shortestRing(key, (from) => next.get(from)?.map(({ on }) => on) ?? []);
    if (!keys) continue;
    for (const one of keys) named.add(one);
    const formula = keys.every((from, at) =>
      next.get(from)?.some(({ on, by }) => by === 'formula' && on === (keys[at + 1] ?? key)),
    );
    rings.push({ keys, formula });
  }
  return rings;
}

/** Breadth first, back to where it began; null when there is no way back. */
function shortestRing(start: string, next: (key: string) => string[]): string[] | null {
  const cameFrom = new Map<string, string>();
  const reached = [start];
  for (const key of reached) {
    for (const following of next(key)) {
      if (following === start) return pathTo(key, cameFrom);
      if (cameFrom.has(following)) continue;
      cameFrom.set(following, key);
      reached.push(following);
    }
  }
  return null;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let key = cameFrom.get(end); key !== undefined; key = cameFrom.get(key)) path.unshift(key);
  return path;
}
