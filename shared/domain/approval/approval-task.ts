import { stepKinds } from '#shared/domain/approval/route.ts';
import { entity, userScope } from '#shared/domain/entity.ts';
import { id, integer, oneOf, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

/** waiting: an earlier one decides first; active: asked now; done: decided in force; closed: not needed any more. */
export const taskStates = ['waiting', 'active', 'done', 'closed'] as const;

/** One person asked in one step of a round. */
export const approvalTask = entity({
  name: 'approval_task',
  fields: {
    approvalId: id(),
    documentId: id(),
    step: integer(),
    /** Order inside the step. */
    position: integer(),
    kind: oneOf(stepKinds),
    employeeId: id(),
    /** planned: by the route; added: asked besides; delegated: handed over. */
    origin: oneOf(['planned', 'added', 'delegated']),
    /** Who handed it over or asked besides. */
    fromId: optionalId(),
    comment: text(2_000),
    state: oneOf(taskStates, { part: 'process' }),
    activeSince: optionalInstant({ part: 'process' }),
    dueAt: optionalInstant({ part: 'process' }),
    /** Who may decide as well since the deadline has passed. */
    escalatedToId: optionalId({ part: 'process' }),
  },
  keys: {
    approval: (row) => row.approvalId,
    document: (row) => row.documentId,
    employee: (row) => row.employeeId,
    /** What somebody still has to do, for substitutes. */
    asked: (row) => (row.state === 'active' || row.state === 'waiting' ? row.employeeId : null),
  },
  indexes: [['approvalId'], ['documentId'], ['employeeId', 'state'], ['state', 'dueAt']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
  extraScopes: (row) => [userScope(row.employeeId), ...(row.escalatedToId ? [userScope(row.escalatedToId)] : [])],
});
