import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { CheckWayOut } from '#renderer/pages/approval/check-way-out.tsx';
import { DifferenceButton } from '#renderer/pages/approval/difference.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import type { useSeen } from '#renderer/pages/approval/use-seen.ts';
import { useApprovalDesk } from '#renderer/state/approval-desk.ts';

/** What stands between the person and a decision: the content has changed under their eyes, or the core refused. */
export function ApprovalNotes(props: {
  documentId: string;
  counterpartyId: string | null;
  view: ApprovalView | null;
  reading: ReturnType<typeof useSeen>;
  error: CoreError | null;
  onLook: () => void;
}) {
  const { documentId, view, reading, error } = props;
  const t = useWords('approval');
  const words = useErrorWords();
  const refusal = useApprovalDesk((desk) => desk.refusal);
  const told = error ?? (refusal?.documentIds.includes(documentId) ? refusal.error : null);
  const stale = reading.stale || told?.code === 'STALE_VERSION';
  const version = view?.versionNumber ?? 0;
  const accept = () => {
    reading.accept();
    props.onLook();
  };
  if (stale && view) {
    const from = reading.seen?.versionNumber ?? 0;
    return (
      <Note
        tone="amber"
        title={t('staleTitle')}
        actions={
          <>
            {from > 0 && from < version && (
              <DifferenceButton documentId={documentId} from={from} to={version} label={t('look')} look="link" />
            )}
            <LinkButton onClick={accept}>{t('decideNow', { version })}</LinkButton>
          </>
        }
      >
        {from > 0 && from !== version ? t('staleText', { from, to: version }) : t('staleTextUnknown')}
      </Note>
    );
  }
  if (!told) return null;
  const forget = () => {
    if (refusal?.documentIds.includes(documentId)) useApprovalDesk.getState().refuse(null);
    props.onLook();
  };
  return (
    <Note
      tone="red"
      title={words(told)}
      actions={
        told.code === 'CHECK_REQUIRED' && props.counterpartyId ? (
          <CheckWayOut counterpartyId={props.counterpartyId} onClose={forget} />
        ) : undefined
      }
    />
  );
}
