import type { Planned } from '#build/company/document-plan.ts';
import type { Life } from '#build/company/lifecycle.ts';
import type { Line } from '#build/company/lines.ts';
import type { PartyChoice } from '#build/company/party-choice.ts';
import type { Random } from '#build/company/random.ts';
import type { Setting } from '#build/company/setting.ts';
import type { Staff, Worker } from '#build/company/staff.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** A file with its bytes, before anybody has stored it. */
export interface MadeFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** The files that a document has; none for most kinds of internal paper. */
export type FilesOf = (draft: Draft) => MadeFile[];

/** A company to be shown has lively cards; one to be measured has many rows with long notes. */
export type Detail = 'demo' | 'bulk';

export interface DocumentWriter {
  random: Random;
  staff: Staff;
  parties: PartyChoice;
  branchIds: ReadonlyMap<string, Id>;
  now: number;
  detail: Detail;
  filesOf: FilesOf | null;
}

/** A document while it is being made: its row and all that its traces need. */
export interface Draft {
  row: RowOf<'document'>;
  planned: Planned;
  life: Life;
  setting: Setting;
  lines: Line[];
  author: Worker;
  responsible: Worker;
}

/** A few seconds later as a rule; hours later when the branch had no link. */
export function receivedAfter(random: Random, at: number, now: number): number {
  const delay = random.chance(0.05) ? random.between(1_200, 64_800) * 1_000 : random.between(400, 3_800);
  return Math.max(at, Math.min(now, at + delay));
}
