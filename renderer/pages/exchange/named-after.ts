import type { ConflictLine } from '#shared/queries/exchange.ts';

/** What the names of disputed fields are told after: a contract has a «предмет» where other papers have a content. */
export const namedAfter = ({ conflict, contract }: Pick<ConflictLine, 'conflict' | 'contract'>): string =>
  contract ? 'contract' : conflict.objectEntity;
