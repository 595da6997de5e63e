import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { id, integer, json, oneOf, optionalId, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

export const ticketTaskStates = ['waiting', 'open', 'done', 'cancelled'] as const;

/** One thing of the checklist of a ticket, done by a desk or a person: a line of the обходной лист. */
export const ticketTask = entity({
  name: 'ticket_task',
  fields: {
    ticketId: id(),
    key: text(40),
    position: integer(),
    title: text(300),
    queueId: optionalId(),
    employeeId: optionalId(),
    /** Keys of tasks that come first. */
    after: json(z.array(z.string())),
    minutes: json(z.number().int().nullable()),
    state: oneOf(ticketTaskStates, { part: 'process' }),
    openedAt: optionalInstant({ part: 'process' }),
    dueAt: optionalInstant({ part: 'process' }),
    doneById: optionalId({ part: 'process' }),
    doneAt: optionalInstant({ part: 'process' }),
    note: optionalText(2_000, { part: 'process', merge: 'latest' }),
  },
  keys: {
    ticket: (row) => row.ticketId,
    /** What somebody still has to do, for substitutes. */
    asked: (row) => (row.state === 'open' || row.state === 'waiting' ? row.employeeId : null),
  },
  indexes: [['ticketId'], ['queueId', 'state'], ['employeeId', 'state']],
  parent: (row) => ({ entity: 'ticket', id: row.ticketId }),
});
