import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { substitutionsToday } from '#electron/core/app/queries/company/standing-in.ts';
import { relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { nameOf } from '#electron/core/app/queries/names.ts';
import { papersOfPerson } from '#electron/core/app/queries/people/papers-of-person.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { dayIn, documentsOf, newestOf, ticketsOf } from '#electron/core/app/queries/relations/happenings.ts';
import { openTasks } from '#electron/core/app/queries/relations/open-tasks.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import type { KindNamed } from '#shared/queries/contract.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Card = NonNullable<QueryResult<'person.card'>>;

const mostContracts = 20;

/** Everything about an employee that is on this workstation: what the reader may not see is not here. */
export function personCard(
  db: Readable,
  { id, type, limit }: QueryArgs<'person.card'>,
  deps: QueryDeps,
): QueryResult<'person.card'> {
  const row = storedOf(db, 'employee', id)?.row;
  if (!row) return null;
  const staff = staffOf(db, deps);
  const asked = { type, limit: limit + 1 };
  const department = row.departmentId ? storedOf(db, 'department', row.departmentId)?.row : undefined;
  const headId = department?.headId && department.headId !== id ? department.headId : null;
  const dayOf = dayIn(staff, deps.userId);
  const papers = papersOfPerson(db, deps, id);
  const sources = [documentsOf(db, staff, 'responsibleId', id, asked)];
  if (type === null || type === 'tickets') sources.push(ticketsOf(db, dayOf, id, asked));
  const { fullName, position, email, phone, state, roles, branchId } = row;
  return {
    person: { id, fullName, position, email, phone, state, roles, branchId },
    branchName: nameOf(db, 'branch', branchId),
    departmentName: department?.name ?? null,
    head: headId ? { id: headId, name: staff.nameOf(headId) ?? '' } : null,
    kinds: papers.kinds.map((one) => ({ ...one, ...namesOfKind(db, one.kindId) })),
    ...contractsOf(db, deps, papers.contracts),
    ...openTasks(db, staff, 'person', id),
    tickets: ticketCounts(db, id),
    substitutes: substitutesOf(db, deps, id),
    vacations: vacationsOf(db, id, staff.todayOf(deps.userId)),
    ...newestOf(sources, limit),
  };
}

function namesOfKind(db: Readable, id: string | null): Pick<KindNamed, 'kindLabel' | 'kindLabelEn'> {
  const own = id === null ? undefined : storedOf(db, 'document_kind', id)?.row;
  return { kindLabel: own?.label ?? null, kindLabelEn: own?.labelEn ?? null };
}

/** Contracts under way, those that end first on top. */
function contractsOf(
  db: Readable,
  deps: QueryDeps,
  rids: readonly number[],
): Pick<Card, 'contracts' | 'contractCount'> {
  const sql = `SELECT ${relatedColumns}, d.expiresOn, d.counterpartyId, c.name AS counterpartyName
    FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value LEFT JOIN counterparty c ON c.id = d.counterpartyId
    WHERE d.state NOT IN ('done', 'void', 'refused') ORDER BY d.expiresOn IS NULL, d.expiresOn, d.id`;
  type Row = Card['contracts'][number] & { counterpartyId: string | null };
  const rows = prepared(db, sql).all(JSON.stringify(rids)) as Row[];
  const families = familiesOf(db, deps);
  return {
    contracts: rows.slice(0, mostContracts).map(({ counterpartyId, ...one }) => ({
      ...one,
      counterpartyName: families.inPlaceOf(counterpartyId)?.counterpartyName ?? one.counterpartyName,
    })),
    contractCount: rows.length,
  };
}

function ticketCounts(db: Readable, id: string): Card['tickets'] {
  const open = `state IN ('approval', 'open', 'working', 'waiting')`;
  const count = (column: 'requesterId' | 'assigneeId') =>
    prepared(db, `SELECT count(*) FROM ticket WHERE ${column} = ? AND ${open}`).pluck().get(id) as number;
  return { asked: count('requesterId'), assigned: count('assigneeId') };
}

function substitutesOf(db: Readable, deps: QueryDeps, id: string): Card['substitutes'] {
  const staff = staffOf(db, deps);
  const today = substitutionsToday(db, deps, staff);
  const line = (person: string, until: string, role: Card['substitutes'][number]['role']) => ({
    ...{ id: person, name: staff.nameOf(person) ?? '', until, role },
  });
  return [
    ...today.filter((one) => one.employeeId === id).map((one) => line(one.substituteId, one.to, 'substitute')),
    ...today.filter((one) => one.substituteId === id).map((one) => line(one.employeeId, one.to, 'absent')),
  ];
}

/** Vacations of this year and ahead; they are only here when the reader may see them. */
function vacationsOf(db: Readable, id: string, today: string): Card['vacations'] {
  const tail = `WHERE employeeId = ? AND "to" >= ? AND state NOT IN ('cancelled', 'rejected') ORDER BY "from" LIMIT 12`;
  const rows = rowsOf(db, 'vacation', tail, id, addDays(today, -30));
  return rows.map(({ id: vacation, from, to, state, type }) => ({ id: vacation, from, to, state, type }));
}
