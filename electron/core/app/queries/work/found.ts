import type { ActingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { Terms } from '#electron/core/app/queries/ticket/targets.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** An item with what it is ordered by: the instant by which it has to be done. */
export interface Found {
  item: WorkItem;
  by: number;
}

/** What every source of items looks at. */
export interface Desk {
  db: Readable;
  staff: Staff;
  acting: ActingHere;
  terms: Terms;
  now: number;
}

/** Without a deadline; stands after everything that has one. */
export const someDay = Number.MAX_SAFE_INTEGER;

/** What most items lack. */
export const blank = {
  outdated: false,
  documentId: null,
  documentKind: null,
  number: null,
  counterpartyName: null,
  amount: null,
  currency: null,
  dueAt: null,
  dueDate: null,
  minutesLeft: null,
  left: null,
  fromId: null,
  fromName: null,
  insteadOfId: null,
  insteadOfName: null,
  text: null,
  snoozedUntil: null,
  decide: null,
} as const satisfies Partial<WorkItem>;
