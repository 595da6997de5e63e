import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { CheckDialog } from '#renderer/pages/counterparty/check-dialog.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ContractStep } from '#shared/commands/contract/advance.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

export interface AdvanceDialogProps {
  document: DocumentRow;
  to: ContractStep;
  /** Obligations that nobody has fulfilled yet. */
  open: number;
  onClose: () => void;
}

/** One step of a contract after its approval. A refusal is explained here, with the way out. */
export function AdvanceDialog({ document, to, open, onClose }: AdvanceDialogProps) {
  const t = useWords('contract');
  const form = useWords('form');
  const navigate = useNavigate();
  const today = useClock().today();
  const [date, setDate] = useState<string | null>(today);
  const [number, setNumber] = useState(document.number ?? '');
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const [checking, setChecking] = useState(false);
  const advance = useCommand('contract.advance');
  const registers = to === 'registered';
  const step = document.kind === 'amendment' ? 'amendmentStep' : 'step';
  const dated = to === 'signed' || to === 'completed' || to === 'terminated';
  const missing = {
    date: dated && !date,
    number: registers && !number.trim(),
    comment: to === 'terminated' && !comment.trim(),
  };
  const send = async () => {
    setTried(true);
    if (missing.date || missing.number || missing.comment) {
      return false;
    }
    const given = { date: date ?? today, number: registers ? number.trim() : null, comment: comment.trim() || null };
    if (!(await advance.run({ id: document.id, to, ...given }))) return true;
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(`${step}Done_${to}`),
      object: registers ? number.trim() : (document.number ?? document.subject.slice(0, 60)),
      ...(isAway() ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
    onClose();
    return true;
  };
  if (checking && document.counterpartyId)
    return (
      <CheckDialog
        counterpartyId={document.counterpartyId}
        onClose={() => {
          setChecking(false);
          advance.clear();
        }}
      />
    );
  return (
    <FormDialog
      title={t(`${step}Title_${to}`)}
      width={460}
      lead={t(`${step}Text_${to}`)}
      action={t(`step_${to}`)}
      busy={advance.busy}
      send={send}
      onClose={onClose}
    >
      {registers && (
        <TextField
          label={t('number')}
          value={number}
          onChange={setNumber}
          hint={t('numberHint')}
          error={tried && missing.number ? t('numberEmpty') : undefined}
          maxLength={60}
          autoComplete="off"
          autoFocus
          required
        />
      )}
      {dated && (
        <DateField
          label={t(`stepDate_${to}`)}
          value={date}
          onChange={setDate}
          today={today}
          error={tried && missing.date ? t('dateEmpty') : undefined}
          required
        />
      )}
      <TextField
        label={t(to === 'terminated' ? 'reason' : 'comment')}
        value={comment}
        onChange={setComment}
        error={tried && missing.comment ? t('reasonEmpty') : undefined}
        maxLength={2_000}
        required={to === 'terminated'}
        rows={2}
      />
      {to === 'completed' && open > 0 && (
        <Note tone="amber" title={t('openObligations', { count: open })}>
          {t('openObligationsText')}
        </Note>
      )}
      {advance.error && (
        <Refused error={advance.error} document={document} onCheck={() => setChecking(true)} onClose={onClose} />
      )}
    </FormDialog>
  );
}

/** Why the step was refused, and what can be done about it from here. */
function Refused(props: { error: CoreError; document: DocumentRow; onCheck: () => void; onClose: () => void }) {
  const { error, document, onCheck, onClose } = props;
  const t = useWords('contract');
  const words = useErrorWords();
  const navigate = useNavigate();
  const go = (address: string) => {
    onClose();
    navigate(address);
  };
  const reason = error.details['reason'];
  return (
    <Note
      tone="red"
      title={words(error)}
      actions={
        error.code === 'CHECK_REQUIRED' ? (
          <LinkButton onClick={onCheck}>{t('checkParty')}</LinkButton>
        ) : error.code === 'STOP_LISTED' ? (
          <LinkButton onClick={() => go(`/counterparties/${document.counterpartyId}?tab=check`)}>
            {t('openParty')}
          </LinkButton>
        ) : error.code === 'NOT_APPROVED' ? (
          <LinkButton onClick={() => go(`/documents/${document.id}?tab=approval`)}>{t('toApproval')}</LinkButton>
        ) : undefined
      }
    >
      {error.code === 'STOP_LISTED' && typeof reason === 'string' ? reason : null}
    </Note>
  );
}
