import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

export interface PersonLine {
  id: string;
  fullName: string;
  position: string;
  branchName: string | null;
}

export interface DecisionLine {
  id: string;
  verdict: RowOf<'decision'>['verdict'];
  /**
   * sent: made here, not yet in force; inForce: carries the hash of the content in force; outdated: on an earlier version, not
   * counted; late, superseded, revoked: kept, not counted.
   */
  standing: 'sent' | 'inForce' | 'outdated' | 'late' | 'superseded' | 'revoked';
  actor: PersonLine;
  /** The person decided for, when it was a substitute or an escalation: «X за Y». */
  insteadOf: PersonLine | null;
  comment: string | null;
  attachment: { id: string; name: string } | null;
  versionNumber: number;
  hash: string;
  occurredAt: number;
  receivedAt: number | null;
}

export interface TaskLine {
  id: string;
  kind: RowOf<'approval_task'>['kind'];
  state: RowOf<'approval_task'>['state'];
  employee: PersonLine;
  origin: RowOf<'approval_task'>['origin'];
  from: PersonLine | null;
  comment: string;
  /** Who decides for them today, if anybody, and until when. */
  substitutes: { person: PersonLine; to: string }[];
  escalatedTo: PersonLine | null;
  activeSince: number | null;
  dueAt: number | null;
  /** Share of the working time left, 0…1; null without a deadline. Negative is late. */
  left: number | null;
  /** Working minutes left until the deadline; negative is late. */
  minutesLeft: number | null;
  /** Newest first. */
  decisions: DecisionLine[];
  /** Whether the person at this workstation may decide it now, and for whom if not for themselves. */
  mine: boolean;
  mineFor: PersonLine | null;
}

export interface StepLine {
  key: string;
  name: string;
  kind: RowOf<'approval_task'>['kind'];
  mode: 'sequence' | 'all' | 'any' | 'quorum';
  quorum: number | null;
  state: 'done' | 'current' | 'future';
  dueAt: number | null;
  minutesLeft: number | null;
  left: number | null;
  /** Of a complete step: whether everybody decided before the deadline. */
  inTime: boolean | null;
  tasks: TaskLine[];
}

export interface RoundLine {
  id: string;
  purpose: 'approval' | 'acknowledgement';
  routeName: string;
  round: number;
  state: RowOf<'approval'>['state'];
  author: PersonLine;
  note: string | null;
  hash: string;
  versionNumber: number;
  startedAt: number;
  finishedAt: number | null;
  /** Decisions in force, and how many the route needs in all. */
  agreed: number;
  needed: number;
  steps: StepLine[];
}

export interface VersionLine {
  id: string;
  number: number;
  hash: string;
  author: PersonLine;
  occurredAt: number;
  receivedAt: number | null;
  note: string | null;
  files: { attachmentId: string; group: string; name: string; sha256: string; size: number }[];
  /** Content fields and file names that differ from the version before. */
  changed: { fields: string[]; files: string[] };
  /** Decisions made on this version, by verdict. */
  decisions: { approve: number; remark: number; return: number; reject: number };
}

/** Everything about the approval of a document: the round in force, earlier ones, versions, and what the reader may do. */
export const approvalView = query<{
  /** Hash of what the document says now, here: what a decision made here is bound to. */
  hash: string;
  hashSpec: number;
  versionNumber: number;
  /** All covered files have been checked by the centre. */
  verified: boolean;
  current: RoundLine | null;
  /** Earlier rounds and acknowledgements, newest first. */
  others: RoundLine[];
  versions: VersionLine[];
  /** Routes that fit the document, the proposed one first. */
  routes: {
    id: string;
    name: string;
    steps: { name: string; mode: string; quorum: number | null; people: PersonLine[] }[];
  }[];
} | null>()({
  name: 'approval.view',
  args: z.object({ documentId: z.string() }),
  entities: [
    'document',
    'attachment',
    'approval',
    'approval_task',
    'decision',
    'document_version',
    'approval_route',
    'substitution',
    'employee',
    'department',
  ],
});

/** What differs between two versions of a document: fields with both values, files with both attachments. */
export const versionDifference = query<{
  fields: { field: string; from: unknown; to: unknown; fromName?: string; toName?: string }[];
  files: {
    group: string;
    from: { attachmentId: string; name: string; sha256: string } | null;
    to: { attachmentId: string; name: string; sha256: string } | null;
  }[];
} | null>()({
  name: 'version.difference',
  args: z.object({ documentId: z.string(), from: z.number().int(), to: z.number().int() }),
  entities: ['document_version', 'document', 'counterparty'],
});
