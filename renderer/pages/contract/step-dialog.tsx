import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { AdvanceDialog, type AdvanceDialogProps } from '#renderer/pages/contract/advance-dialog.tsx';
import { RegisterDialog } from '#renderer/pages/registration/register-dialog.tsx';

/**
 * A step of a contract. Where a journal is kept for it, registration takes the journal's next number, as for any other paper; a number
 * may be typed all the same, and has to be where no journal is kept.
 */
export function StepDialog(props: AdvanceDialogProps) {
  const { document, to, onClose } = props;
  const t = useWords('contract');
  const [typed, setTyped] = useState(false);
  const journals = useQuery('registration.card', to === 'registered' ? { documentId: document.id } : null);
  // Nothing is shown until it is known which of the two it is.
  if (to === 'registered' && journals.data === undefined && !journals.error) return null;
  if (to === 'registered' && journals.data?.mayRegister && !typed)
    return (
      <RegisterDialog
        document={document}
        onClose={onClose}
        aside={<LinkButton onClick={() => setTyped(true)}>{t('numberByHand')}</LinkButton>}
      />
    );
  return <AdvanceDialog {...props} />;
}
