import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { useMayMerge } from '#renderer/pages/counterparty/use-may-merge.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

/** Records this one has taken in, each to be taken apart again; who has come from one of them is told so. */
export function MergedNote({ card }: { card: CounterpartyCard }) {
  const t = useWords('relations');
  const words = useErrorWords();
  const [search] = useSearchParams();
  const mayMerge = useMayMerge();
  const [asked, setAsked] = useState<string | null>(null);
  const unmerge = useAction(async (id: string, name: string) => {
    await runCommand('counterparty.unmerge', { id });
    setAsked(null);
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('unmerged'), object: name.slice(0, 60) });
  });
  if (card.merged.length === 0) return null;
  const from = card.merged.find((one) => one.id === search.get('from'));
  const chosen = card.merged.find((one) => one.id === asked);
  const names = { name: from ? partyTitle(from) : '', into: partyTitle(card.counterparty) };
  return (
    <Note tone="ink" title={from ? t('cameFrom', names) : t('mergedHere', { count: card.merged.length })}>
      <ul className={css['doubles']}>
        {card.merged.map((one) => (
          <li key={one.id}>
            {partyTitle(one)}
            {one.inn ? `, ${one.inn}` : ''}{' '}
            {mayMerge && <LinkButton onClick={() => setAsked(one.id)}>{t('unmerge')}</LinkButton>}
          </li>
        ))}
      </ul>
      {unmerge.error && <Note tone="red" title={words(unmerge.error)} />}
      {chosen && (
        <ConfirmDialog
          opened
          title={t('unmergeAsk')}
          action={t('unmerge')}
          busy={unmerge.busy}
          onConfirm={() => void unmerge.run(chosen.id, chosen.name)}
          onClose={() => setAsked(null)}
        >
          {t('unmergeText', { name: chosen.name })}
        </ConfirmDialog>
      )}
    </Note>
  );
}
