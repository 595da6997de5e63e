import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import {
  type AccountDraft,
  accountDraftOf,
  accountEditOf,
  accountFaultsOf,
  accountFormOf,
  digitsOf,
  emptyAccount,
} from '#renderer/pages/counterparty/account-form.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { useFaultWords } from '#renderer/pages/counterparty/use-fault-words.ts';
import { useSavedToast } from '#renderer/pages/counterparty/use-saved-toast.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Adds an account or edits one; the key is checked against the БИК on leaving either field. */
export function AccountDialog(props: { owner: string; account: RowOf<'bank_account'> | null; onClose: () => void }) {
  const t = useWords('counterparties');
  const common = useWords('common');
  const words = useErrorWords();
  const faultWords = useFaultWords();
  const saved = useSavedToast();
  const [seen] = useState(props.account);
  const [draft, setDraft] = useState<AccountDraft>(seen ? accountDraftOf(seen) : emptyAccount);
  const [left, setLeft] = useState<ReadonlySet<keyof AccountDraft>>(new Set());
  const faults = accountFaultsOf(draft);
  const save = useAction(async () => {
    const form = accountFormOf(draft);
    if (seen) {
      const edit = accountEditOf(seen, draft);
      if (Object.keys(edit.patch).length > 0) await runCommand('bank_account.update', { id: seen.id, ...edit });
    } else await runCommand('bank_account.add', { ...form, counterpartyId: props.owner });
    saved(form.account);
    props.onClose();
  });
  const send = () => {
    setLeft(new Set(['account', 'bik', 'corrAccount']));
    if (Object.keys(faults).length > 0) return false;
    void save.run();
    return true;
  };
  const field = (name: keyof AccountDraft, maxLength: number) => ({
    label: t(name),
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
    onBlur: () => {
      setLeft((before) => new Set(before).add(name));
      if (name !== 'bankName' && name !== 'currency')
        setDraft((before) => ({ ...before, [name]: digitsOf(before[name]) }));
    },
    error: left.has(name) && draft[name] !== '' ? faultWords(faults[name] ?? null) : undefined,
    maxLength,
  });
  const missing = left.has('account') && draft.account === '' && left.size >= 3;
  return (
    <FormDialog
      title={seen ? t('editAccount') : t('newAccount')}
      width={460}
      action={common('save')}
      busy={save.busy}
      error={save.error && (save.error.code === 'ALREADY_EXISTS' ? t('ACCOUNT_SAME') : words(save.error))}
      send={send}
      onClose={props.onClose}
    >
      <TextField
        {...field('account', 60)}
        error={missing ? faultWords({ code: 'ACCOUNT_LENGTH', params: { length: 0 } }) : field('account', 60).error}
        autoFocus
        required
      />
      <div className={css['pair']}>
        <TextField {...field('bik', 40)} />
        <TextField {...field('currency', 3)} />
      </div>
      <TextField {...field('bankName', 300)} />
      <TextField {...field('corrAccount', 60)} />
    </FormDialog>
  );
}
