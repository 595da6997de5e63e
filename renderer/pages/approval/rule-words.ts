import type { StepLine } from '#shared/queries/approval.ts';

type Rule =
  | 'ruleSequence'
  | 'ruleOne'
  | 'ruleBoth'
  | 'ruleAll'
  | 'ruleAny2'
  | 'ruleAny3'
  | 'ruleAny4'
  | 'ruleAny5'
  | 'ruleAny'
  | 'ruleQuorum';

/** How a step is decided, as the key of its words: «по порядку», «одновременно, нужны все 3», «любой из двух», «2 из 3». */
export function ruleOf(
  mode: StepLine['mode'] | string,
  quorum: number | null,
  people: number,
): { key: Rule; total: number; need: number } {
  const need = Math.min(quorum ?? people, people);
  const found = (key: Rule) => ({ key, total: people, need });
  if (people <= 1) return found('ruleOne');
  if (mode === 'sequence') return found('ruleSequence');
  if (mode === 'any') return found(people <= 5 ? (`ruleAny${people}` as Rule) : 'ruleAny');
  if (mode === 'quorum' && need < people) return found('ruleQuorum');
  return found(people === 2 ? 'ruleBoth' : 'ruleAll');
}

/** `7f3a91c204be…` → `7F3A 91C2 04BE`: enough of a hash to be compared by eye. */
export function fingerprint(hash: string, groups = 3): string {
  return (
    hash
      .slice(0, groups * 4)
      .toUpperCase()
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}
