import { useRef, useState } from 'react';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PartyFields } from '#renderer/pages/counterparty/party-fields.tsx';
import { draftOf, emptyParty, faultsOf, type PartyDraft } from '#renderer/pages/counterparty/party-form.ts';
import { FormShell } from '#renderer/pages/document/form-shell.tsx';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';

/** What is typed, and the record as it was seen when typing began: an edit is measured against that. */
interface Typed {
  draft: PartyDraft;
  seen: CounterpartyForm | null;
}

export interface PartyEditorProps {
  title: string;
  /** The record as it stands; null for a new one. */
  row: (CounterpartyForm & { id: string }) | null;
  busy: boolean;
  error: CoreError | null;
  /** Resolves to true when it was saved: the draft is dropped then. */
  onSave: (draft: PartyDraft, seen: CounterpartyForm | null) => Promise<boolean>;
}

/** The form of a counterparty: checked on leaving a field and again on saving, with the focus on the first error. */
export function PartyEditor(props: PartyEditorProps) {
  const store = useDraft<Typed>(`counterparty/${props.row?.id ?? 'new'}`);
  if (store.found === undefined) return null;
  return <Editor {...props} store={store} />;
}

function Editor({ row, store, ...props }: PartyEditorProps & { store: ReturnType<typeof useDraft<Typed>> }) {
  const t = useWords('common');
  const fresh = (): Typed => ({ draft: row ? draftOf(row) : emptyParty, seen: row });
  const [typed, setTyped] = useState<Typed>(() => {
    // A draft of another version may lack a field.
    const kept = store.found?.value;
    return kept ? { ...kept, draft: { ...fresh().draft, ...kept.draft } } : fresh();
  });
  const [foundAt, setFoundAt] = useState(store.found?.at ?? null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wrong = Object.keys(faultsOf(typed.draft)).length;
  const save = async () => {
    setTried(true);
    if (wrong > 0) {
      // The errors are there only after this press has been drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (await props.onSave(typed.draft, typed.seen)) await store.drop();
  };
  const discard = () => {
    void store.drop();
    setTyped(fresh());
    setFoundAt(null);
    setTried(false);
  };
  return (
    <FormShell
      section="counterparties"
      title={props.title}
      action={t('save')}
      busy={props.busy}
      error={props.error}
      wrong={tried ? wrong : 0}
      draftFoundAt={foundAt}
      keptAt={store.keptAt}
      onSave={() => void save()}
      onDiscard={discard}
      formRef={form}
    >
      <PartyFields
        draft={typed.draft}
        onChange={(draft) => {
          const next = { ...typed, draft };
          setTyped(next);
          store.keep(next);
        }}
        tried={tried}
        ownId={row?.id ?? null}
      />
      {/* Enter in a field saves. */}
      <button type="submit" hidden />
    </FormShell>
  );
}
