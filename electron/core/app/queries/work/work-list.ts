import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { substitutionsToday } from '#electron/core/app/queries/company/standing-in.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { gather } from '#electron/core/app/queries/work/gather.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { WorkItem, WorkTab } from '#shared/queries/work.ts';

/** «Мои дела»: one tab of everything that waits. The counts of all tabs follow the choice of the colleague, not the words. */
export function workList(db: Readable, args: QueryArgs<'work.list'>, deps: QueryDeps): QueryResult<'work.list'> {
  const work = gather(db, deps);
  const whose = ofPerson(args.insteadOf, deps.userId);
  const [waiting, snoozed] = [work.waiting.filter(whose), work.snoozed.filter(whose)];
  const counts = {
    all: waiting.length,
    approvals: 0,
    tickets: 0,
    acknowledgements: 0,
    dates: 0,
    mentions: 0,
    conflicts: 0,
  };
  for (const item of waiting) counts[tabOf[item.type]] += 1;

  const { tab } = args;
  const chosen =
    tab === 'snoozed' ? snoozed : tab === 'all' ? waiting : waiting.filter((one) => tabOf[one.type] === tab);
  const staff = staffOf(db, deps);
  const today = substitutionsToday(db, deps, staff);
  const person = (employeeId: string, to: string) => ({ employeeId, fullName: staff.nameOf(employeeId) ?? '', to });
  return {
    items: chosen.filter(holding(args.text)),
    counts: { ...counts, snoozed: snoozed.length },
    substituting: today.filter((one) => one.substituteId === deps.userId).map((one) => person(one.employeeId, one.to)),
    substitutedBy: today.filter((one) => one.employeeId === deps.userId).map((one) => person(one.substituteId, one.to)),
    next: work.next,
  };
}

const tabOf = {
  approve: 'approvals',
  sign: 'approvals',
  acknowledge: 'acknowledgements',
  key_date: 'dates',
  due: 'dates',
  originals: 'dates',
  mention: 'mentions',
  conflict: 'conflicts',
  ticket: 'tickets',
  question: 'tickets',
  rework: 'tickets',
  confirm: 'tickets',
  ticket_task: 'tickets',
} as const satisfies Record<WorkItem['type'], WorkTab>;

/** The person's own work under their own id, what they do for a colleague under the colleague's. */
function ofPerson(wanted: string | null, me: string): (item: WorkItem) => boolean {
  if (wanted === null) return () => true;
  // What a colleague is late with is the person's own work: nobody is absent.
  return (item) => (item.escalated ? me : (item.insteadOfId ?? me)) === wanted;
}

function holding(text: string | null): (item: WorkItem) => boolean {
  const words = foldForFilter(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (item) => {
    const all = foldForFilter(
      [item.title, item.number, item.counterpartyName, item.fromName, item.insteadOfName, item.text].join(' '),
    );
    return words.every((word) => all.includes(word));
  };
}
