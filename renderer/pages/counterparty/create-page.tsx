import { useNavigate } from 'react-router';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PartyEditor } from '#renderer/pages/counterparty/party-editor.tsx';
import { formOf } from '#renderer/pages/counterparty/party-form.ts';
import { useSavedToast } from '#renderer/pages/counterparty/use-saved-toast.ts';

/** A new counterparty. */
export function CreateCounterpartyPage() {
  const t = useWords('counterparties');
  const navigate = useNavigate();
  const saved = useSavedToast();
  const create = useCommand('counterparty.create');
  return (
    <PartyEditor
      title={t('newTitle')}
      row={null}
      busy={create.busy}
      error={create.error}
      onSave={async (draft) => {
        const form = formOf(draft);
        const reply = await create.run(form);
        if (!reply) return false;
        saved(form.name);
        navigate(`/counterparties/${(reply.result as { id: string }).id}`, { replace: true });
        return true;
      }}
    />
  );
}
