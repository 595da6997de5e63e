import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PendingKeys, planRebase } from '#shared/sync/rebase.ts';

/** What one pending command has read and written; rows are `e/x`, places of an index `e#x`. */
interface Pending {
  reads: string[];
  writes: string[];
}

const key = fc.tuple(fc.constantFrom('/', '#'), fc.nat(9)).map(([sign, n]) => `e${sign}${n}`);
const keys = fc.uniqueArray(key, { maxLength: 3 });
const history = fc.array(fc.record({ reads: keys, writes: keys }), { maxLength: 12 });

/** A place of an index is depended on by those who looked there, a row also by those who wrote it. */
const dependsOn = ({ reads, writes }: Pending, one: string): boolean =>
  reads.includes(one) || (one.includes('/') && writes.includes(one));

function keysOf(pending: readonly Pending[]): PendingKeys {
  return {
    dependents: (one) => pending.flatMap((each, n) => (dependsOn(each, one) ? [n] : [])),
    writers: (one) => pending.flatMap((each, n) => (each.writes.includes(one) ? [n] : [])),
    reads: (n) => pending[n]?.reads ?? [],
    writes: (n) => pending[n]?.writes ?? [],
  };
}

/** The same by the definition: repeat over everything until nothing more is added. */
function closure(delta: readonly string[], consumed: readonly number[], pending: readonly Pending[]) {
  const touched = new Set(delta);
  const commands = new Set(consumed);
  const mustGo = (n: number, each: Pending): boolean =>
    [...touched].some((one) => dependsOn(each, one)) ||
    [...commands].some(
      (m) => m < n && !consumed.includes(m) && pending[m]?.reads.some((one) => each.writes.includes(one)),
    );
  for (let size = -1; size !== touched.size + commands.size; ) {
    size = touched.size + commands.size;
    for (const [n, each] of pending.entries()) {
      if (mustGo(n, each)) commands.add(n);
      if (commands.has(n)) for (const one of each.writes) touched.add(one);
    }
  }
  return { commands: [...commands].sort((left, right) => left - right), keys: touched };
}

describe('planRebase', () => {
  test('finds exactly what hangs together with the delta', () => {
    fc.assert(
      fc.property(history, keys, fc.uniqueArray(fc.nat(11), { maxLength: 3 }), (pending, delta, numbers) => {
        const consumed = numbers.filter((n) => n < pending.length);
        expect(planRebase({ delta, consumed }, keysOf(pending))).toEqual(closure(delta, consumed, pending));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a command that is left alone has read and written nothing of what is taken away', () => {
    fc.assert(
      fc.property(history, keys, (pending, delta) => {
        const plan = planRebase({ delta }, keysOf(pending));
        for (const [n, each] of pending.entries()) {
          if (plan.commands.includes(n)) continue;
          for (const one of plan.keys) expect(dependsOn(each, one)).toBe(false);
        }
      }),
    );
  });

  test('a command that runs again finds nothing of a later one in its way', () => {
    const pending = [
      { reads: ['e#1'], writes: ['e/1'] },
      { reads: [], writes: ['e/2', 'e#1'] },
      { reads: ['e/2'], writes: [] },
    ];
    expect(planRebase({ again: [0] }, keysOf(pending)).commands).toEqual([0, 1, 2]);
    expect(planRebase({ consumed: [0] }, keysOf(pending)).commands).toEqual([0]);
    expect(planRebase({ again: [1] }, keysOf(pending)).commands).toEqual([0, 1, 2]);
  });

  test('a delta that touches nothing pending takes nothing away', () => {
    const pending = [{ reads: ['e/1', 'e#1'], writes: ['e/2'] }];
    expect(planRebase({ delta: ['e/3', 'e#3'] }, keysOf(pending))).toEqual({
      commands: [],
      keys: new Set(['e/3', 'e#3']),
    });
    expect(planRebase({}, keysOf(pending))).toEqual({ commands: [], keys: new Set() });
  });

  test('its work follows what it touches and not the outbox', () => {
    const pending = Array.from({ length: 10_000 }, (_, n) => ({ reads: [`e/r${n}`], writes: [`e/w${n}`] }));
    const byKey = new Map<string, number[]>();
    for (const [n, each] of pending.entries()) {
      for (const one of [...each.reads, ...each.writes]) byKey.set(one, [...(byKey.get(one) ?? []), n]);
    }
    let questions = 0;
    const counting: PendingKeys = {
      dependents: (one) => {
        questions += 1;
        return byKey.get(one) ?? [];
      },
      writers: (one) => (byKey.get(one) ?? []).filter((n) => pending[n]?.writes.includes(one)),
      reads: (n) => pending[n]?.reads ?? [],
      writes: (n) => pending[n]?.writes ?? [],
    };
    expect(planRebase({ delta: ['e/r5'] }, counting).commands).toEqual([5]);
    expect(questions).toBe(2);
  });
});
