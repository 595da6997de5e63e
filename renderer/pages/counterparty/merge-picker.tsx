import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';

/** Chooses the record to be merged with; both are compared on a page of its own before anything happens. */
export function MergePicker({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useWords('relations');
  const common = useWords('common');
  const navigate = useNavigate();
  const [other, setOther] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (other && other !== id) navigate(`/counterparties/merge/${id}/${other}`);
  };
  return (
    <Dialog opened title={t('mergeWith', { name })} onClose={onClose} width={480}>
      <CounterpartyPicker
        label={t('mergeFind')}
        value={other}
        onChange={setOther}
        error={tried && (!other || other === id) ? t('mergeChooseOther') : undefined}
      />
      <p className={css['quiet']}>{t('mergeFindHint')}</p>
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton variant="filled" onClick={send}>
          {t('mergeNext')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
