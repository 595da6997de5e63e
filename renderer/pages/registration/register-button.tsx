import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RegisterDialog } from '#renderer/pages/registration/register-dialog.tsx';
import type { DocumentRow } from '#shared/domain/document.ts';

/** «Зарегистрировать», where there is a journal for the document and it has no number of one yet. */
export function RegisterButton({ document }: { document: DocumentRow }) {
  const t = useWords('registration');
  const [opened, setOpened] = useState(false);
  const mayRegister = useQuery('registration.card', { documentId: document.id }).data?.mayRegister ?? false;
  useShortcuts([{ keys: 'N', run: () => (mayRegister ? setOpened(true) : false) }]);
  return (
    <>
      {mayRegister && (
        <ActionButton keys={['N']} onClick={() => setOpened(true)}>
          {t('register')}
        </ActionButton>
      )}
      {opened && <RegisterDialog document={document} onClose={() => setOpened(false)} />}
    </>
  );
}
