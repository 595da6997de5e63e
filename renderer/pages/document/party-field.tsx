import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import { CounterpartyPicker, partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useRequisiteWords } from '#renderer/pages/import/use-problem-words.ts';
import { splitPartyName } from '#shared/formats/plan/party-name.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';

/** A counterparty that is known, or a new one by its name and ИНН without leaving the form. */
export function PartyField(props: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useWords('form');
  const [adding, setAdding] = useState(false);
  if (adding) {
    return (
      <NewParty
        onClose={() => setAdding(false)}
        onChosen={(id) => {
          setAdding(false);
          props.onChange(id);
        }}
      />
    );
  }
  return (
    <div>
      <CounterpartyPicker label={t('counterparty')} value={props.value} onChange={props.onChange} />
      <p className={css['hint']}>
        {t('counterpartyHint')} · <LinkButton onClick={() => setAdding(true)}>{t('newParty')}</LinkButton>
      </p>
    </div>
  );
}

function NewParty({ onClose, onChosen }: { onClose: () => void; onChosen: (id: string) => void }) {
  const t = useWords('form');
  const common = useWords('common');
  const words = useErrorWords();
  const requisite = useRequisiteWords();
  const [name, setName] = useState('');
  const [inn, setInn] = useState('');
  const [tried, setTried] = useState(false);
  const create = useCommand('counterparty.create');
  const code = inn.replace(/\s/g, '');
  const check = code === '' ? null : checkInn(code);
  const wrong = check && !check.ok ? requisite(check.code, check.params) : undefined;
  const same = useQuery('counterparty.suggest', check?.ok ? { text: code } : null).data;
  const known = check?.ok ? same?.find((hint) => hint.inn === code) : undefined;
  const send = async () => {
    setTried(true);
    if (!name.trim() || wrong) return;
    const split = splitPartyName(name.trim());
    const reply = await create.run({
      kind: code.length === 12 || split.legalForm === 'ИП' ? 'entrepreneur' : 'legal',
      name: split.name.slice(0, 300),
      legalForm: split.legalForm,
      fullName: split.legalForm ? name.trim().slice(0, 500) : null,
      inn: code || null,
      kpp: null,
      ogrn: null,
      address: null,
      phone: null,
      email: null,
      note: null,
    });
    if (reply) onChosen((reply.result as { id: string }).id);
  };
  return (
    <section
      className={css['party']}
      aria-label={t('newPartyTitle')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void send();
        }
      }}
    >
      <h2 className={css['partyTitle']}>{t('newPartyTitle')}</h2>
      <TextField
        label={t('partyName')}
        value={name}
        onChange={setName}
        maxLength={300}
        autoFocus
        error={tried && !name.trim() ? t('errorName') : undefined}
        placeholder="ООО «Ромашка»"
      />
      <TextField
        label={t('partyInn')}
        value={inn}
        onChange={setInn}
        error={tried || code.length >= 10 ? wrong : undefined}
      />
      {known && (
        <p className={css['hint']}>
          <LinkButton onClick={() => onChosen(known.id)}>{t('partySame', { name: partyTitle(known) })}</LinkButton>
        </p>
      )}
      {create.error && <Note tone="red" title={words(create.error)} />}
      <div className={css['buttons']}>
        <ActionButton variant="light" busy={create.busy} onClick={() => void send()}>
          {t('partyCreate')}
        </ActionButton>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
      </div>
    </section>
  );
}
