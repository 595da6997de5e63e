import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/control.module.css';
import { KeepDialog, LoseDialog, SendDialog } from '#renderer/pages/control/originals-dialogs.tsx';
import type { DocumentRow } from '#shared/domain/document.ts';

type Opened = 'send' | 'receive' | 'keep' | 'lose' | null;

/** Where the paper originals are, since when, and what can be done about it. `party`: the other side, by its name. */
export function OriginalsSection({ document, party }: { document: DocumentRow; party: string | null }) {
  const t = useWords('control');
  const clock = useClock();
  const [opened, setOpened] = useState<Opened>(null);
  const told = useQuery('control.card', { documentId: document.id }).data?.originals ?? null;
  const state = document.originals ?? 'none';
  const { originalsDueOn: dueOn = null, originalsPlace: place = null } = document;
  const isLate = state === 'sent' && dueOn !== null && dueOn < clock.today();
  const close = () => setOpened(null);
  const archived = document.archivedAt !== null;
  return (
    <PanelSection title={t('originals')}>
      {state === 'none' && !place ? (
        <p className={css['quiet']}>{t('originals_none')}</p>
      ) : (
        <KeyValues
          entries={[
            state === 'none' ? null : [t('state'), t(`originals_${state}`)],
            place ? [t(state === 'sent' ? 'with' : 'place'), place] : null,
            state === 'sent' && dueOn
              ? [
                  t('dueBack'),
                  <span key="due" className={isLate ? css['late'] : 'op-figures'}>
                    {isLate ? t('backLate', { date: formatDate(dueOn) }) : formatDate(dueOn)}
                  </span>,
                ]
              : null,
            told
              ? [
                  t('since'),
                  <span key="since" className="op-figures">
                    {formatDate(clock.date(told.since))}
                  </span>,
                ]
              : null,
            told?.byName ? [t('by'), told.byName] : null,
          ]}
        />
      )}
      <div className={css['ways']}>
        {state === 'sent' && (
          <ActionButton size="xs" onClick={() => setOpened('receive')}>
            {t('receive')}
          </ActionButton>
        )}
        {!archived && (
          <LinkButton onClick={() => setOpened('send')}>{t(state === 'sent' ? 'sendAgain' : 'send')}</LinkButton>
        )}
        {state === 'lost' && <LinkButton onClick={() => setOpened('receive')}>{t('receive')}</LinkButton>}
        {!archived && (state === 'none' || state === 'returned') && (
          <LinkButton tone="quiet" onClick={() => setOpened('keep')}>
            {t('keep')}
          </LinkButton>
        )}
        {(state === 'sent' || state === 'returned') && (
          <LinkButton tone="quiet" onClick={() => setOpened('lose')}>
            {t('lose')}
          </LinkButton>
        )}
      </div>
      {opened === 'send' && <SendDialog document={document} party={party} onClose={close} />}
      {(opened === 'receive' || opened === 'keep') && (
        <KeepDialog document={document} received={opened === 'receive'} onClose={close} />
      )}
      {opened === 'lose' && <LoseDialog document={document} onClose={close} />}
    </PanelSection>
  );
}
