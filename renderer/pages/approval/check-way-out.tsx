import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { CheckDialog } from '#renderer/pages/counterparty/check-dialog.tsx';

/** Beside a refusal for want of a check of the counterparty: notes one in place; afterwards the decision can be repeated. */
export function CheckWayOut({ counterpartyId, onClose }: { counterpartyId: string; onClose: () => void }) {
  const t = useWords('contract');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <LinkButton onClick={() => setOpened(true)}>{t('checkParty')}</LinkButton>
      {opened && (
        <CheckDialog
          counterpartyId={counterpartyId}
          onClose={() => {
            setOpened(false);
            onClose();
          }}
        />
      )}
    </>
  );
}
