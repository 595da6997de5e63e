import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage, commitSlice } from '#electron/core/store/commit-page.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { withdraw } from '#electron/core/store/withdraw.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { RowChange, Verdict } from '#shared/sync/command-wire.ts';
import {
  changeOf,
  here,
  leaveOf,
  openDevice,
  pageOf,
  rowsOf,
  tracesOf,
  verdictOf,
  wholeRows,
} from '#tests/fixtures/kernel/device-rows.ts';
import { type Draw, orderOf } from '#tests/fixtures/kernel/random-orders.ts';
import { Reference } from '#tests/fixtures/kernel/reference.ts';
import {
  clerk,
  company,
  counterpartyRow,
  documentRow,
  employeeRow,
  kazan,
  moscow,
  rowId,
} from '#tests/fixtures/kernel/rows.ts';

const start = 1_780_000_000_000;

function* beginning() {
  yield* company();
  for (const n of [1, 2])
    yield ['counterparty', counterpartyRow(rowId(3, n))] as [EntityName, ReturnType<typeof counterpartyRow>];
  for (const n of [1, 2, 3])
    yield ['document', documentRow(rowId(4, n))] as [EntityName, ReturnType<typeof documentRow>];
}

/** One workstation beside the reference, both living through the same history. */
class History {
  readonly db: Writable = openDevice(beginning());
  readonly reference = new Reference(beginning());
  #count = 0;
  #seq = 1;

  enter(draw: Draw): void {
    this.#count += 1;
    const at = start + this.#count;
    const order = orderOf(this.reference.shown, draw, this.#count, at);
    if (!order) return;
    const n = (readMeta(this.db, 'issuedN') ?? 0) + 1;
    const committed = commitCommand(this.db, order, here, at);
    expect(committed.ok).toBe(this.reference.enter(n, order, at));
  }

  /** The centre consumes the first pending commands and tells what they and other people have made of the rows. */
  pull(consumed: number, others: readonly Draw[], more: boolean, sliced: number): void {
    const { db, reference } = this;
    const ended = reference.pending.slice(0, more ? 0 : consumed);
    const changes: RowChange[] = [];
    const tell = (told: readonly RowChange[]): void => {
      changes.push(...told);
      reference.receive(told, []);
    };
    for (const draw of others) tell([this.#elsewhere(draw)]);
    const inbox: Verdict[] = [];
    for (const { n, order, at } of ended) {
      this.#seq += 1;
      const rows = reference.decideCentrally(order, at, this.#seq);
      tell(rows ?? []);
      if (rows) inbox.push(verdictOf(n, order.id, { seq: this.#seq }));
    }
    const newest = new Map(changes.map((change) => [`${change.e}/${change.id}`, change]));
    const numbers = ended.map((one) => one.n);
    const lastN = Math.max(numbers.at(-1) ?? 0, readMeta(db, 'lastN') ?? 0);
    reference.receive([], numbers);
    const ordered = [...newest.values()].sort((one, other) => one.v - other.v);
    const cut = ordered[sliced]?.v ?? 0;
    const slice = ordered.filter((change) => change.v < cut);
    if (slice.length > 0) commitSlice(db, pageOf({ changes: slice, inbox, lastN, more, toSeq: this.#seq }), here);
    const rest = ordered.slice(slice.length);
    commitPage(db, pageOf({ changes: rest, inbox, lastN, more, toSeq: this.#seq }), here, start);
  }

  withdraw(which: number): void {
    const { pending } = this.reference;
    const one = pending[which % Math.max(1, pending.length)];
    if (!one) return;
    withdraw(this.db, one.n, here, null);
    this.reference.receive([], [one.n]);
  }

  compare(): void {
    const { db, reference } = this;
    expect(rowsOf(db)).toEqual(new Map(wholeRows(reference.rows)));
    const suspended = db.prepare('SELECT n FROM outbox WHERE suspended = 1').pluck().all();
    const pending = new Set(reference.pending.map((one) => one.n));
    expect(new Set(suspended.filter((n) => pending.has(n as number)))).toEqual(reference.suspended);
    if (reference.pending.length === 0) expect(tracesOf(db)).toBe(0);
  }

  close(): void {
    this.db.close();
  }

  /** Something that happens far from here: a row changes, moves out of sight, comes, or our person gets other rights. */
  #elsewhere({ deed, a, b }: Draw): RowChange {
    this.#seq += 1;
    const v = this.#seq;
    const shown = this.reference.confirmed;
    const places = [...shown.keys()]
      .filter((place) => /^(document|counterparty|conflict|history)\//.test(place))
      .sort();
    const [entity = 'document', id = rowId(4, 1)] = (places[a % places.length] ?? '').split('/');
    if (deed % 6 === 0) return leaveOf(entity as EntityName, id, v);
    if (deed % 6 === 1)
      return changeOf('employee', employeeRow(clerk, { state: b % 3 === 0 ? 'blocked' : 'active' }), v);
    if (deed % 6 === 2)
      return changeOf('document', documentRow(rowId(4, 1 + (a % 5)), { sourceKey: `paper-${b % 4}` }), v);
    if (deed % 6 === 3) {
      const inn = ['7707083893', '7707049388', null][b % 3] ?? null;
      return changeOf('counterparty', counterpartyRow(rowId(3, 1 + (a % 4)), { inn }), v);
    }
    const given = {
      amount: b % 5,
      labels: [`м${b % 3}`],
      archivedAt: b % 4 === 0 ? 9 : null,
      branchId: b % 5 === 0 ? kazan : moscow,
    };
    return changeOf('document', documentRow(rowId(4, 1 + (a % 4)), given), v);
  }
}

const draw = fc.record({ deed: fc.nat(99), a: fc.nat(99), b: fc.nat(99) });
const step = fc.oneof(
  { weight: 6, arbitrary: draw.map((one) => ({ kind: 'enter' as const, draw: one })) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pull' as const),
      consumed: fc.nat(4),
      others: fc.array(draw, { maxLength: 3 }),
      more: fc.boolean(),
      sliced: fc.nat(8),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(9) }) },
);

describe('a workstation against the plain reference', () => {
  test('any history of entering, pulling and withdrawing leaves the rows that undoing and running everything anew would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const history = new History();
        try {
          for (const one of steps) {
            if (one.kind === 'enter') history.enter(one.draw);
            else if (one.kind === 'withdraw') history.withdraw(one.which);
            else history.pull(one.consumed, one.others, one.more, one.sliced);
            history.compare();
          }
        } finally {
          history.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
