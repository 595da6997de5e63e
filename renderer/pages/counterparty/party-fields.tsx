import { useState } from 'react';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { DuplicatesNote } from '#renderer/pages/counterparty/duplicates-note.tsx';
import { cleaned, faultsOf, type PartyDraft } from '#renderer/pages/counterparty/party-form.ts';
import { useFaultWords } from '#renderer/pages/counterparty/use-fault-words.ts';
import { useSession } from '#renderer/state/session.ts';
import { counterpartyKinds } from '#shared/domain/counterparty.ts';

/** Who sets limits and keeps the stop list. */
const trusting = new Set(['administrator', 'lawyer', 'manager']);

/** The fields of a counterparty. A code is checked on leaving its field; `tried` checks all at once. */
export function PartyFields(props: {
  draft: PartyDraft;
  onChange: (draft: PartyDraft) => void;
  tried: boolean;
  /** The record being edited is no duplicate of itself. */
  ownId: string | null;
}) {
  const { draft, onChange, tried } = props;
  const t = useWords('counterparties');
  const status = useWords('status');
  const words = useFaultWords();
  const [left, setLeft] = useState<ReadonlySet<keyof PartyDraft>>(new Set());
  const inn = cleaned('inn', draft.inn);
  const same = useQuery('counterparty.suggest', inn.length >= 10 ? { text: inn } : null).data ?? [];
  const duplicates = inn.length >= 10 ? same.filter((one) => one.inn === inn && one.id !== props.ownId) : [];
  const faults = faultsOf(draft);
  const leave = (name: keyof PartyDraft) => {
    setLeft((before) => new Set(before).add(name));
    if (name === 'inn' || name === 'kpp' || name === 'ogrn') onChange({ ...draft, [name]: cleaned(name, draft[name]) });
  };
  const field = (name: Exclude<keyof PartyDraft, 'kind' | 'limitAmount'>, maxLength: number) => ({
    value: draft[name],
    onChange: (text: string) => onChange({ ...draft, [name]: text }),
    onBlur: () => leave(name),
    error: tried || left.has(name) ? words(faults[name] ?? null) : undefined,
    maxLength,
  });
  const answers = useSession((session) => session.state?.user?.roles.some((role) => trusting.has(role)) ?? false);
  const oneMan = draft.kind === 'entrepreneur' || draft.kind === 'person';
  return (
    <>
      <fieldset className={css['group']}>
        <legend>{t('requisites')}</legend>
        <SelectField
          label={t('kind')}
          value={draft.kind}
          choices={counterpartyKinds.map((kind) => ({ value: kind, label: status(`party_${kind}`) }))}
          onChange={(kind) => kind && onChange({ ...draft, kind: kind as PartyDraft['kind'] })}
        />
        <TextField label={t('name')} {...field('name', 300)} required autoFocus />
        <TextField label={t('legalForm')} {...field('legalForm', 30)} hint={t('legalFormHint')} />
        <TextField label={t('fullName')} {...field('fullName', 500)} />
        <div className={css['pair']}>
          <TextField label={t('inn')} {...field('inn', 40)} />
          {(!oneMan || draft.kpp) && <TextField label={t('kpp')} {...field('kpp', 40)} />}
        </div>
        <DuplicatesNote own={{ kpp: cleaned('kpp', draft.kpp) || null }} duplicates={duplicates} typing />
        <TextField label={draft.kind === 'entrepreneur' ? t('ogrnip') : t('ogrn')} {...field('ogrn', 40)} />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{t('contacts')}</legend>
        <TextField label={t('address')} {...field('address', 500)} />
        <div className={css['pair']}>
          <TextField label={t('phone')} {...field('phone', 100)} type="tel" />
          <TextField label={t('email')} {...field('email', 200)} type="email" />
        </div>
        <TextField label={t('note')} {...field('note', 10_000)} rows={3} />
      </fieldset>
      {answers && (
        <fieldset className={css['group']}>
          <legend>{t('trust')}</legend>
          <MoneyField
            label={t('limitField')}
            value={draft.limitAmount}
            onChange={(limitAmount) => onChange({ ...draft, limitAmount })}
            hint={t('limitHint')}
            error={words(faults.limitAmount ?? null)}
          />
          <TextField label={t('stopField')} {...field('stopReason', 1_000)} hint={t('stopHint')} rows={2} />
        </fieldset>
      )}
    </>
  );
}
