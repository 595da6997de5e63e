import { DecideDialog } from '#renderer/pages/approval/decide-dialog.tsx';
import {
  AcquaintDialog,
  AddApproverDialog,
  CancelDialog,
  DelegateDialog,
} from '#renderer/pages/approval/person-dialogs.tsx';
import { SubmitDialog } from '#renderer/pages/approval/submit-dialog.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { useApprovalDesk } from '#renderer/state/approval-desk.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** The dialog of this document that is open, if any. */
export function ApprovalDialogs(props: { documentId: string; view: ApprovalView | null; card: DocumentCard | null }) {
  const { documentId, view, card } = props;
  const dialog = useApprovalDesk((desk) => desk.dialog);
  const close = () => useApprovalDesk.getState().open(null);
  if (!dialog || !view || !card) return null;
  switch (dialog.kind) {
    case 'decide':
      return dialog.targets.every((one) => one.documentId === documentId) ? (
        <DecideDialog verdict={dialog.verdict} targets={dialog.targets} view={view} onClose={close} />
      ) : null;
    case 'delegate':
      return dialog.targets.every((one) => one.documentId === documentId) ? (
        <DelegateDialog targets={dialog.targets} onClose={close} />
      ) : null;
    default:
      if (dialog.documentId !== documentId) return null;
  }
  switch (dialog.kind) {
    case 'submit':
      return <SubmitDialog documentId={documentId} title={card.document.subject} view={view} onClose={close} />;
    case 'add':
      return (
        <AddApproverDialog
          documentId={documentId}
          approvalId={dialog.approvalId}
          asked={view.current?.steps.flatMap((step) => step.tasks.map((task) => task.employee.id)) ?? []}
          onClose={close}
        />
      );
    case 'cancel':
      return <CancelDialog documentId={documentId} approvalId={dialog.approvalId} onClose={close} />;
    case 'acquaint':
      return <AcquaintDialog documentId={documentId} onClose={close} />;
  }
}
