import { z } from 'zod';
import { routeStep } from '#shared/domain/approval/route.ts';
import { entity } from '#shared/domain/entity.ts';
import {
  id,
  instant,
  integer,
  json,
  oneOf,
  optionalId,
  optionalInstant,
  optionalText,
  text,
} from '#shared/domain/field.ts';

export const approvalStates = ['running', 'approved', 'returned', 'rejected', 'cancelled'] as const;

/** One round of decisions on a document. Who is asked stands in its tasks, what they said in its decisions. */
export const approval = entity({
  name: 'approval',
  fields: {
    documentId: id(),
    purpose: oneOf(['approval', 'acknowledgement']),
    routeId: optionalId(),
    routeName: text(200),
    routeVersion: integer(),
    /** The steps that apply, as they stood when the round began. */
    steps: json(z.array(routeStep)),
    round: integer(),
    authorId: id(),
    note: optionalText(2_000),
    state: oneOf(approvalStates, { part: 'process' }),
    /** Hash of the document's content now: only decisions that carry it count. */
    hash: text(64, { part: 'process' }),
    /** The version of the document that has this hash. */
    versionNumber: integer({ part: 'process' }),
    /** Index of the first step that is not complete; the number of steps when all are. */
    currentStep: integer({ part: 'process' }),
    startedAt: instant({ part: 'process' }),
    finishedAt: optionalInstant({ part: 'process' }),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId'], ['state']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
