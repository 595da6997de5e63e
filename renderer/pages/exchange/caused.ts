import { type Choices, valuesOf } from '#renderer/pages/exchange/conflict-choices.ts';
import type { DisputedField } from '#renderer/pages/exchange/disputed-fields.ts';
import { isContentField } from '#shared/domain/approval/content-hash.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { RoundLine } from '#shared/queries/approval.ts';

/** What saving a choice does to the approval of a document. */
export interface Caused {
  /** repeat: another text than the one decided about will stand; keep: the decided text stays. */
  outcome: 'repeat' | 'keep';
  versionNumber: number;
  /** Whose decisions are in force now, each person once. */
  people: string[];
}

const isContent = (field: string): boolean => isContentField(field.split('.')[0] ?? field);

/** What the choices made so far cause; null when nobody has decided anything, or no decided field is part of what was read. */
export function causedBy(
  round: RoundLine | null,
  fields: readonly DisputedField[],
  choices: Choices,
  today: string,
): Caused | null {
  if (!round || (round.state !== 'running' && round.state !== 'approved')) return null;
  const decided = round.steps
    .flatMap((step) => step.tasks)
    .flatMap((task) => task.decisions)
    .filter((decision) => decision.standing === 'inForce');
  const read = fields.filter((one) => isContent(one.field));
  if (decided.length === 0 || read.length === 0) return null;
  const changes = read.some((one) => {
    const values = valuesOf([one], choices, today);
    return values !== null && !sameValue(values[one.field], one.theirs ?? null);
  });
  const people = [...new Set(decided.map(({ insteadOf, actor }) => (insteadOf ?? actor).fullName))];
  return { outcome: changes ? 'repeat' : 'keep', versionNumber: round.versionNumber, people };
}
