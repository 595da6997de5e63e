/** A repeatable source of chance: the same seed gives the same company on every machine. Nothing here is fit for secrets. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ n < limit. */
  below(limit: number): number;
  /** A whole number, low ≤ n ≤ high. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, by its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Different members of the list, in random order. */
  sample<T>(list: readonly T[], count: number): T[];
  digits(count: number): string;
  bytes(count: number): Uint8Array;
}

/** sfc32, seeded by a number and a name, so that parts of the company do not disturb each other's numbers. */
export function createRandom(seed: number, name: string): Random {
  let [a, b, c, counter] = [seed | 0, hash(name), 0x9e3779b9 | 0, 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) word();
  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    weighted(list) {
      let at = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        at -= weight;
        if (at < 0) return value;
      }
      return (list.at(-1) as (typeof list)[number])[0];
    },
    sample(list, count) {
      const rest = [...list];
      const taken: typeof rest = [];
      while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1));
      return taken;
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    bytes: (count) => Uint8Array.from({ length: count }, () => word() & 255),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
