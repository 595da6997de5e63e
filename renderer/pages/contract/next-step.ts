import type { ContractStep } from '#shared/commands/contract/advance.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

export interface NextSteps {
  /** The step that the stage waits for. */
  primary: ContractStep | null;
  /** Steps that are possible as well. */
  more: ContractStep[];
}

const none: NextSteps = { primary: null, more: [] };

/** The steps that a contract can take now; `round` is the state of its approval in force. */
export function nextSteps(
  document: Pick<DocumentRow, 'state' | 'archivedAt' | 'signedOn' | 'registeredAt'>,
  round: 'running' | 'approved' | 'other' | null,
): NextSteps {
  const { state, archivedAt, signedOn, registeredAt } = document;
  if (archivedAt !== null || state === 'done' || state === 'void') return none;
  if (registeredAt)
    return state === 'reg'
      ? { primary: 'performing', more: ['completed', 'terminated'] }
      : { primary: 'completed', more: ['terminated'] };
  if (signedOn) return { primary: 'registered', more: [] };
  // While people decide, the word is theirs; their decisions lead to the signing.
  if (round === 'running') return none;
  if (round === 'approved' || state === 'sign') return { primary: 'signed', more: [] };
  return { primary: null, more: ['signed'] };
}
