import { useNavigate } from 'react-router';
import { ask, runCommand, runCommands } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Target, useApprovalDesk } from '#renderer/state/approval-desk.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { Verdict } from '#shared/domain/approval/decision.ts';
import type { CommandReply } from '#shared/ipc/contract.ts';

/** What is decided, beside about what. */
export interface Said {
  verdict: Verdict;
  comment?: string | null;
  attachmentId?: string | null;
  toStep?: number | null;
}

/** The command of one decision: it carries the hash and version of what was on the screen. */
export const decisionOrder = (target: Target, said: Said) => ({
  name: 'decision.make' as const,
  args: {
    documentId: target.documentId,
    taskId: target.taskId,
    verdict: said.verdict,
    comment: said.comment?.trim() || null,
    attachmentId: said.attachmentId ?? null,
    hash: target.hash,
    hashSpec: target.hashSpec,
    versionNumber: target.versionNumber,
    toStep: said.toStep ?? null,
  },
});

interface Made {
  n: number;
  id: string;
  documentId: string;
}

/** Takes decisions back: one that has not left this computer is never sent; others are revoked, all or none. */
async function takeBack(made: readonly Made[]): Promise<void> {
  const [only] = made;
  if (made.length === 1 && only && isAway()) {
    const withdrawn = await ask('outbox.withdraw', { n: only.n }).then(
      () => true,
      () => false,
    );
    if (withdrawn) return;
  }
  await runCommands(made.map(({ id, documentId }) => ({ name: 'decision.revoke' as const, args: { id, documentId } })));
}

export interface Outcome {
  title: string;
  object?: string | undefined;
}

/**
 * Decides about one thing or several at once, all or none, tells the result once and can take it back for ten seconds.
 * A refusal stands in `error`; one of the taking back goes to the desk, where the work is.
 */
export function useDecide() {
  const t = useWords('approval');
  const navigate = useNavigate();
  return useAction(
    async (targets: readonly Target[], said: Said, outcome: Outcome, undone?: () => void): Promise<boolean> => {
      const desk = useApprovalDesk.getState();
      desk.refuse(null);
      const orders = targets.map((target) => decisionOrder(target, said));
      const replies: CommandReply[] =
        orders.length === 1 && orders[0]
          ? [await runCommand(orders[0].name, orders[0].args)]
          : await runCommands(orders);
      const made = replies.map((reply, index) => ({
        n: reply.n,
        id: (reply.result as { id: string }).id,
        documentId: targets[index]?.documentId ?? '',
      }));
      const documentIds = targets.map((target) => target.documentId);
      useToasts.getState().show({
        tone: isAway() ? 'offline' : 'done',
        title: outcome.title,
        object: outcome.object,
        ...(isAway() ? { note: t('away') } : {}),
        undo: async () => {
          undone?.();
          await takeBack(made).catch((fault: unknown) => desk.refuse({ documentIds, error: asCoreError(fault) }));
        },
        ...(isAway() ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
      });
      return true;
    },
  );
}
