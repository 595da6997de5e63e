import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';

/** Asks first, since the former password is gone at once; then shows the new one, this once. */
export function IssuePassword(props: {
  employee: { id: string; fullName: string; login?: string | null | undefined };
  onClose: () => void;
}) {
  const t = useWords('admin');
  const common = useWords('common');
  const words = useErrorWords();
  const { employee, onClose } = props;
  const issue = useAction(() => ask('accounts.issue', { employeeId: employee.id }));
  const [issued, setIssued] = useState<{ login: string; password: string } | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = (password: string) =>
    navigator.clipboard.writeText(password).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  if (issued)
    return (
      <Dialog opened title={t('issuedTitle')} onClose={onClose} width={440}>
        <p className={css['fact']}>{t('issuedText', { name: employee.fullName, login: issued.login })}</p>
        <p className={css['password']}>{issued.password}</p>
        <p className={css['quiet']}>{t('issuedOnce')}</p>
        <div className={dialog['actions']}>
          <ActionButton onClick={() => void copy(issued.password)}>
            <span aria-live="polite">{copied ? t('copied') : common('copy')}</span>
          </ActionButton>
          <ActionButton variant="filled" onClick={onClose}>
            {t('done')}
          </ActionButton>
        </div>
      </Dialog>
    );
  return (
    <Dialog opened title={t('issueTitle')} onClose={onClose} width={440}>
      <p className={css['fact']}>{t('issueText', { name: employee.fullName })}</p>
      {issue.error && <Note tone="red" title={words(issue.error)} />}
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton
          variant="danger"
          busy={issue.busy}
          onClick={() => void issue.run().then((reply) => reply && setIssued(reply))}
        >
          {t('issuePassword')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
