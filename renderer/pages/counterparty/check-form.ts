import type { checkResults } from '#shared/domain/company/counterparty-check.ts';

export interface CheckValues {
  source: string;
  checkedOn: string | null;
  validUntil: string | null;
  result: (typeof checkResults)[number];
  comment: string;
}

export type CheckFault = 'checkSourceEmpty' | 'checkDateEmpty' | 'checkAhead' | 'checkEnds' | 'checkCommentEmpty';

/** What keeps a check from being saved, by field; keys of the dictionary. A finding needs words, a clean result does not. */
export function checkFaults(
  values: CheckValues,
  today: string,
): Partial<Record<'source' | 'checkedOn' | 'validUntil' | 'comment', CheckFault>> {
  const { source, checkedOn, validUntil, result, comment } = values;
  const date = !checkedOn ? 'checkDateEmpty' : checkedOn > today ? 'checkAhead' : null;
  return {
    ...(source.trim() ? {} : { source: 'checkSourceEmpty' }),
    ...(date ? { checkedOn: date } : {}),
    ...(checkedOn && validUntil && validUntil < checkedOn ? { validUntil: 'checkEnds' } : {}),
    ...(result !== 'clear' && !comment.trim() ? { comment: 'checkCommentEmpty' } : {}),
  };
}
