import { create } from 'zustand';
import type { CoreError } from '#renderer/data/core-error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** What a task asks for. */
export type StepKind = RowOf<'approval_task'>['kind'];

/** One task that a decision is to be made about, bound to the content that was on the screen. */
export interface Target {
  documentId: string;
  taskId: string;
  kind: StepKind;
  title: string;
  hash: string;
  hashSpec: number;
  versionNumber: number;
}

/** The one dialog of approval that is open. `targets` are several when a list decides together. */
export type DeskDialog =
  | { kind: 'submit'; documentId: string }
  | { kind: 'decide'; verdict: 'remark' | 'return' | 'reject'; targets: readonly Target[] }
  | { kind: 'delegate'; targets: readonly Pick<Target, 'documentId' | 'taskId' | 'title'>[] }
  | { kind: 'add'; documentId: string; approvalId: string }
  | { kind: 'cancel'; documentId: string; approvalId: string }
  | { kind: 'acquaint'; documentId: string };

/** What of a document was on the screen when the person began to read. */
export interface Seen {
  hash: string;
  versionNumber: number;
}

interface ApprovalDesk {
  dialog: DeskDialog | null;
  /** By document. */
  seen: Readonly<Record<string, Seen>>;
  /** The last refusal, told where the work is. */
  refusal: { documentIds: readonly string[]; error: CoreError } | null;
  open: (dialog: DeskDialog | null) => void;
  see: (documentId: string, seen: Seen | null) => void;
  refuse: (refusal: ApprovalDesk['refusal']) => void;
}

/** What the person is about to decide, and what they have seen of it. Rows are never kept here. */
export const useApprovalDesk = create<ApprovalDesk>()((set) => ({
  dialog: null,
  seen: {},
  refusal: null,
  open: (dialog) => set({ dialog, refusal: null }),
  see: (documentId, seen) =>
    set((before) => {
      const { [documentId]: _former, ...others } = before.seen;
      return { seen: seen === null ? others : { ...others, [documentId]: seen } };
    }),
  refuse: (refusal) => set({ refusal }),
}));
