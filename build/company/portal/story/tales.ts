import type { Tale } from '#build/company/portal/story/tale.ts';
import { accessTales } from '#build/company/portal/story/tales-access.ts';
import { itTales } from '#build/company/portal/story/tales-it.ts';
import { leaveTales } from '#build/company/portal/story/tales-leave.ts';
import { moneyTales } from '#build/company/portal/story/tales-money.ts';
import { officeTales } from '#build/company/portal/story/tales-office.ts';
import { peopleTales } from '#build/company/portal/story/tales-people.ts';

/** Every living request of the demo. */
export const tales: readonly Tale[] = [
  ...leaveTales,
  ...itTales,
  ...accessTales,
  ...peopleTales,
  ...moneyTales,
  ...officeTales,
];
