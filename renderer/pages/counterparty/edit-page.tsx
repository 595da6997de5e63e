import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { MissingParty } from '#renderer/pages/counterparty/missing-party.tsx';
import { PartyEditor } from '#renderer/pages/counterparty/party-editor.tsx';
import { editOf } from '#renderer/pages/counterparty/party-form.ts';
import { useSavedToast } from '#renderer/pages/counterparty/use-saved-toast.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Editing a counterparty: what is sent carries what the person saw in the fields they changed. */
export function EditCounterpartyPage() {
  const { id = '' } = useParams();
  const { data } = useQuery('counterparty.card', { id });
  if (data === undefined) return null;
  return data === null ? <MissingParty /> : <Editor key={id} row={data.counterparty} />;
}

function Editor({ row }: { row: RowOf<'counterparty'> }) {
  const t = useWords('counterparties');
  const navigate = useNavigate();
  const saved = useSavedToast();
  const update = useCommand('counterparty.update');
  // What was on the screen when editing began; a newer row must not turn the other side's change into this person's.
  const [first] = useState(row);
  const leave = () => navigate(`/counterparties/${row.id}`, { replace: true });
  return (
    <PartyEditor
      title={t('editTitle', { name: first.name })}
      row={first}
      busy={update.busy}
      error={update.error}
      onSave={async (draft, seen) => {
        const edit = editOf(seen ?? first, draft);
        if (Object.keys(edit.patch).length > 0) {
          if (!(await update.run({ id: row.id, ...edit }))) return false;
          saved(draft.name.trim());
        }
        leave();
        return true;
      }}
    />
  );
}
