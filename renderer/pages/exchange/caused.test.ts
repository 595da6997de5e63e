import { expect, test } from 'vitest';
import { causedBy } from '#renderer/pages/exchange/caused.ts';
import { disputedOf } from '#renderer/pages/exchange/disputed-fields.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RoundLine } from '#shared/queries/approval.ts';

const today = '2026-05-13';
const person = (fullName: string) => ({ id: fullName, fullName, position: '', branchName: null });
const decision = (actor: string, standing: string, insteadOf: string | null = null) => ({
  ...{ standing, actor: person(actor), insteadOf: insteadOf ? person(insteadOf) : null },
});
const round = (state: string, decisions: object[]) =>
  ({ state, versionNumber: 4, steps: [{ tasks: [{ decisions }] }] }) as unknown as RoundLine;
const disputed = (field: string) =>
  disputedOf(
    { objectEntity: 'document', fields: [{ field, base: 1, mine: 2, theirs: 3 }] } as unknown as RowOf<'conflict'>,
    [],
  );
const mine = (field: string) => ({ [field]: { side: 'mine' as const, text: '' } });

test('another text than the one decided about will have to be decided again', () => {
  const running = round('running', [decision('Жанна', 'inForce', 'Олег'), decision('Пётр', 'outdated')]);
  expect(causedBy(running, disputed('amount'), {}, today)?.outcome).toBe('keep');
  expect(causedBy(running, disputed('amount'), { amount: { side: 'theirs', text: '' } }, today)?.outcome).toBe('keep');
  expect(causedBy(running, disputed('amount'), mine('amount'), today)).toEqual({
    ...{ outcome: 'repeat', versionNumber: 4, people: ['Олег'] },
  });
  expect(causedBy(running, disputed('amount'), { amount: { side: 'own', text: '12' } }, today)?.outcome).toBe('repeat');
});

test('nothing is caused by what was not read, before anybody decided, or after the end', () => {
  const decided = [decision('Жанна', 'inForce')];
  expect(causedBy(round('running', decided), disputed('state'), mine('state'), today)).toBeNull();
  expect(causedBy(round('running', [decision('Жанна', 'sent')]), disputed('amount'), mine('amount'), today)).toBeNull();
  expect(causedBy(round('cancelled', decided), disputed('amount'), mine('amount'), today)).toBeNull();
  expect(causedBy(null, disputed('amount'), mine('amount'), today)).toBeNull();
});
