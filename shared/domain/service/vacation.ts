import { branchScope, entity, roleScope, userScope } from '#shared/domain/entity.ts';
import { date, id, instant, integer, oneOf, optionalId, optionalInstant, optionalText } from '#shared/domain/field.ts';

export const vacationTypes = ['annual', 'unpaid', 'study', 'other'] as const;
/** planned: in the schedule; requested: a ticket is on its way; approved: in force; the days of cancelled and rejected ones are returned. */
export const vacationStates = ['planned', 'requested', 'approved', 'cancelled', 'rejected'] as const;

/** An absence of an employee, both days included: a line of the vacation schedule (график отпусков, ст. 123 ТК РФ). */
export const vacation = entity({
  name: 'vacation',
  fields: {
    employeeId: id(),
    branchId: id({ part: 'process' }),
    departmentId: optionalId({ part: 'process' }),
    type: oneOf(vacationTypes),
    from: date(),
    to: date(),
    /** Without non-working holidays (ст. 120 ТК РФ). */
    days: integer({ part: 'process' }),
    state: oneOf(vacationStates, { part: 'process' }),
    substituteId: optionalId(),
    /** Put in force by the approval. */
    substitutionId: optionalId({ part: 'process' }),
    ticketId: optionalId({ part: 'process' }),
    createdById: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    cancelledAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { employee: (row) => row.employeeId, ticket: (row) => row.ticketId },
  indexes: [['employeeId', 'from'], ['from']],
  scopes: (row) => [branchScope(row.branchId), userScope(row.employeeId), roleScope('hr')],
});

/** Days of vacation that an employee has earned for a working year, or a correction of them. */
export const vacationGrant = entity({
  name: 'vacation_grant',
  fields: {
    employeeId: id(),
    /** The working year begins here: its days may be taken from this day on. */
    from: date(),
    days: integer(),
    note: optionalText(500),
    createdById: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { employee: (row) => row.employeeId },
  indexes: [['employeeId']],
  scopes: (row) => [userScope(row.employeeId), roleScope('hr')],
});
