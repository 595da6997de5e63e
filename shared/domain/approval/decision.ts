import { entity, userScope } from '#shared/domain/entity.ts';
import {
  id,
  instant,
  integer,
  oneOf,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalText,
  text,
} from '#shared/domain/field.ts';

/** approve covers signing and acknowledging too: the kind of the task says which it is. */
export const verdicts = ['approve', 'remark', 'return', 'reject'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * sent: made here, the centre has not seen it; standing: it counts as long as its hash is that of the content in force;
 * late: the question was settled before it came; superseded: a return sent the round back before its step; revoked by its author.
 */
export const decisionStates = ['sent', 'standing', 'late', 'superseded', 'revoked'] as const;

/** What somebody decided, about exactly what they saw. */
export const decision = entity({
  name: 'decision',
  fields: {
    approvalId: id(),
    documentId: id(),
    taskId: id(),
    /** Whose decision it is, and who made it: «X за Y» when they differ. */
    employeeId: id(),
    actorId: id(),
    verdict: oneOf(verdicts),
    comment: optionalText(5_000),
    /** A marked-up copy. */
    attachmentId: optionalId(),
    /** Hash of the content its author saw. */
    hash: text(64),
    hashSpec: integer(),
    versionNumber: integer(),
    /** Where a return sends the round: a step's index, or null for the author. */
    toStep: optionalInteger(),
    state: oneOf(decisionStates, { part: 'process' }),
    occurredAt: instant(),
    receivedAt: optionalInstant({ part: 'process' }),
  },
  keys: { approval: (row) => row.approvalId, task: (row) => row.taskId, document: (row) => row.documentId },
  indexes: [['approvalId'], ['taskId'], ['documentId']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
  extraScopes: (row) => [...new Set([row.employeeId, row.actorId])].map(userScope),
});
