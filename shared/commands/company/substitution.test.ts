import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import type { Acting } from '#tests/fixtures/kernel/memory-rows.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, deal, farLawyer, head, lawyer, Office, signer, step } from '#tests/fixtures/kernel/office.ts';
import { blocked, clerk, director } from '#tests/fixtures/kernel/rows.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
const day = 86_400_000;
/** Noon of a day of June 2026 in Moscow. */
const june = (date: number): number => Date.UTC(2026, 5, date, 9);
const at = (instant: number): Acting => ({ at: instant, received: instant });
const replace = (given: object = {}, acting: Acting = {}) =>
  office.run(
    'substitution.create',
    {
      employeeId: farLawyer,
      substituteId: accountant,
      from: '2026-06-10',
      to: '2026-06-12',
      kinds: ['approval'],
      reason: null,
      ...given,
    },
    { as: director, ...at(june(1)), ...acting },
  );
const submit = (given: object = {}) => resultOf(office.submit([step([farLawyer], given), step([signer])], at(june(1))));
const inPlace = (acting: Acting) => office.say(accountant, 'approve', { of: farLawyer, ...acting });
const begin = (instant: number) => {
  const [row] = office.all('substitution');
  return office.run('substitution.begin', { id: row?.id }, { as: centreUser, ...at(instant) });
};

describe('a decision in another’s place', () => {
  // Midnight in Omsk, where the absent lawyer works, is 18:00 UTC of the day before.
  const first = Date.UTC(2026, 5, 9, 18);
  const end = Date.UTC(2026, 5, 12, 18);

  test.each<[string, number, string | null]>([
    ['a moment before the first day', first - 1, 'NOT_YOUR_TURN'],
    ['the first moment of the first day in the zone of the absent person’s branch', first, null],
    ['the last moment of the last day', end - 1, null],
    ['it ends by itself', end, 'NOT_YOUR_TURN'],
  ])('%s', (_case, instant, code) => {
    submit();
    resultOf(replace());
    resultOf(begin(instant));
    const outcome = inPlace(at(instant));
    if (code) expect(codeOf(outcome)).toBe(code);
    else expect(office.decision(outcome)).toMatchObject({ employeeId: farLawyer, actorId: accountant });
  });

  test('made inside the period and offline, it is taken for seven days more', () => {
    const made = end - 1;
    for (const [received, code] of [
      [made + 7 * day, null],
      [made + 7 * day + 1, 'NOT_YOUR_TURN'],
    ] as const) {
      office = new Office();
      submit();
      resultOf(replace());
      resultOf(begin(june(10)));
      const outcome = inPlace({ at: made, received });
      if (code) expect(codeOf(outcome)).toBe(code);
      else expect(office.decision(outcome).state).toBe('standing');
    }
  });

  test('a clock that runs ahead gives no right: then the centre’s counts', () => {
    submit();
    resultOf(replace());
    resultOf(begin(june(10)));
    expect(codeOf(inPlace({ at: june(11), received: june(9) }))).toBe('NOT_YOUR_TURN');
    expect(office.decision(inPlace({ at: june(20), received: june(11) })).state).toBe('standing');
  });

  test('only in the kinds of work named', () => {
    submit({ kind: 'sign' });
    resultOf(replace({ kinds: ['approval', 'acknowledgement'] }));
    resultOf(begin(june(10)));
    expect(codeOf(inPlace(at(june(11))))).toBe('NOT_YOUR_TURN');
  });

  test('there are no chains: a substitute’s substitute decides nothing', () => {
    submit();
    resultOf(replace());
    resultOf(replace({ employeeId: accountant, substituteId: head, from: '2026-06-11', to: '2026-06-20' }));
    resultOf(begin(june(11)));
    expect(codeOf(office.say(head, 'approve', { of: farLawyer, ...at(june(11)) }))).toBe('NOT_YOUR_TURN');
    expect(office.decision(inPlace(at(june(11)))).state).toBe('standing');
  });

  test('a cancelled one gives no right, not even for what was decided before', () => {
    submit();
    const { id } = resultOf<{ id: string }>(replace());
    resultOf(begin(june(10)));
    resultOf(office.run('substitution.cancel', { id }, { as: farLawyer, ...at(june(11)) }));
    expect(codeOf(inPlace({ at: june(10), received: june(11) + 1 }))).toBe('NOT_YOUR_TURN');
    expect(office.run('substitution.cancel', { id }, { as: farLawyer })).toMatchObject({ ok: true, changes: [] });
  });

  test('both decide: the first counts, the second is late', () => {
    submit();
    resultOf(replace());
    resultOf(begin(june(10)));
    resultOf(office.say(farLawyer, 'approve', at(june(11))));
    expect(office.decision(inPlace(at(june(11) + 1))).state).toBe('late');
  });
});

describe('what a substitute is shown', () => {
  const sees = (): boolean => office.get('document', deal).participants?.includes(accountant) ?? false;

  test('what waits already, when the period begins, and what comes up in it', () => {
    submit();
    resultOf(replace());
    expect(sees()).toBe(false);
    expect(begin(june(9))).toMatchObject({ ok: true, changes: [] });
    resultOf(begin(june(10)));
    expect(sees()).toBe(true);
    expect(begin(june(11))).toMatchObject({ ok: true, changes: [] });

    office = new Office();
    resultOf(replace());
    resultOf(begin(june(10)));
    resultOf(office.submit([step([farLawyer])], at(june(10) + 1)));
    expect(sees()).toBe(true);
  });

  test('at once when the period has begun already', () => {
    submit();
    resultOf(replace({}, at(june(11))));
    expect(sees()).toBe(true);
    expect(office.all('substitution')[0]?.begunAt).toBe(june(11));
  });
});

describe('substitution.create', () => {
  test.each<[string, object, Acting, string | null]>([
    ['by oneself', {}, { as: farLawyer }, null],
    ['by a manager', {}, { as: head }, null],
    ['by a colleague', {}, { as: lawyer }, 'DENIED'],
    ['by the substitute', {}, { as: accountant }, 'DENIED'],
    ['back to front', { from: '2026-06-12', to: '2026-06-10' }, {}, 'BAD_PERIOD'],
    ['by oneself for oneself', { substituteId: farLawyer }, {}, 'BAD_PERIOD'],
    ['that is over', {}, at(june(13)), 'BAD_PERIOD'],
    ['on its last day', {}, at(june(12)), null],
    ['by a blocked person', { substituteId: blocked }, {}, 'BLOCKED'],
    ['for nothing', { kinds: [] }, {}, 'BAD_INPUT'],
  ])('%s', (_case, given, acting, code) => {
    const outcome = replace(given, acting);
    if (code) expect(codeOf(outcome)).toBe(code);
    else expect(outcome.ok).toBe(true);
  });

  test('by somebody who is away on one of these days is refused; the day after it is not', () => {
    resultOf(replace({ employeeId: accountant, substituteId: clerk, from: '2026-06-12', to: '2026-06-13' }));
    expect(codeOf(replace())).toBe('SUBSTITUTE_AWAY');
    resultOf(replace({ to: '2026-06-11' }));
  });

  test('cancelling is for the same people', () => {
    const { id } = resultOf<{ id: string }>(replace());
    expect(codeOf(office.run('substitution.cancel', { id }, { as: accountant }))).toBe('DENIED');
  });
});
