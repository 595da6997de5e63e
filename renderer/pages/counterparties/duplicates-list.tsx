import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import plain from '#renderer/components/plain-table.module.css';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparties/duplicates.module.css';
import { useMayMerge } from '#renderer/pages/counterparty/use-may-merge.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DuplicatePair, DuplicateSide } from '#shared/queries/relations.ts';

const PORTION = 50;
const MOST = 500;

/** Pairs of records that look like one: to be compared and merged, or told apart for good. */
export function DuplicatesList() {
  const t = useWords('relations');
  const errors = useErrorWords();
  const mayMerge = useMayMerge();
  const [limit, setLimit] = useState(PORTION);
  const { data } = useQuery('counterparty.duplicates', { id: null, limit });
  const apart = useAction(async ({ sides: [one, other] }: DuplicatePair) => {
    const pair = { id: one.id, otherId: other.id };
    await runCommand('counterparty.distinguish', { ...pair, distinct: true });
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('notDuplicateDone'),
      object: one.name.slice(0, 60),
      undo: () => runCommand('counterparty.distinguish', { ...pair, distinct: false }),
    });
  });
  if (!data) return null;
  if (data.total === 0)
    return (
      <div className={css['empty']}>
        <EmptyState title={t('duplicatesNone')} text={t('duplicatesNoneText')} />
      </div>
    );
  return (
    <div className={css['page']}>
      <p className={css['lead']}>{t('duplicatesLead')}</p>
      {apart.error && <Note tone="red" title={errors(apart.error)} />}
      <table className={`${plain['table']} ${css['table']}`} aria-label={t('duplicates')}>
        <thead>
          <tr>
            <th scope="col">{t('older')}</th>
            <th scope="col">{t('newer')}</th>
            <th scope="col" className={css['reasons']}>
              {t('reasons')}
            </th>
            <th scope="col" className={css['actions']}>
              <span className="op-hidden">{t('compare')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.pairs.map((pair) => (
            <Pair
              key={`${pair.sides[0].id}/${pair.sides[1].id}`}
              pair={pair}
              onApart={mayMerge ? () => void apart.run(pair) : undefined}
            />
          ))}
        </tbody>
      </table>
      {data.total > data.pairs.length && limit < MOST && (
        <LinkButton onClick={() => setLimit((before) => Math.min(MOST, before + PORTION))}>{t('more')}</LinkButton>
      )}
    </div>
  );
}

function Pair({ pair, onApart }: { pair: DuplicatePair; onApart: (() => void) | undefined }) {
  const t = useWords('relations');
  const [one, other] = pair.sides;
  const names = { one: one.name, other: other.name };
  return (
    <tr>
      <td>
        <Side side={one} />
      </td>
      <td>
        <Side side={other} />
      </td>
      <td>{pair.reasons.map((reason) => t(`reason_${reason}`)).join(', ')}</td>
      <td>
        <span className={css['buttons']}>
          {onApart && (
            <>
              <a className={css['compare']} href={`#/counterparties/merge/${one.id}/${other.id}`}>
                <span aria-hidden="true">{t('compare')}</span>
                <span className="op-hidden">{t('compareOf', names)}</span>
              </a>
              <ActionButton size="xs" variant="subtle" onClick={onApart}>
                <span aria-hidden="true">{t('notDuplicate')}</span>
                <span className="op-hidden">{t('notDuplicateOf', names)}</span>
              </ActionButton>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}

function Side({ side }: { side: DuplicateSide }) {
  const t = useWords('relations');
  const counterparties = useWords('counterparties');
  const codes = [
    side.inn ? `${counterparties('inn')} ${side.inn}` : null,
    side.kpp ? `${counterparties('kpp')} ${side.kpp}` : null,
    t('papers', { count: side.documents }),
  ];
  return (
    <>
      <a href={`#/counterparties/${side.id}`} title={side.name}>
        {partyTitle(side)}
      </a>
      <span className={css['codes']}>{codes.filter(Boolean).join(' · ')}</span>
    </>
  );
}
