import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/merge/merge.module.css';
import { type Choices, patchOf } from '#renderer/pages/counterparty/merge/merge-fields.ts';
import { MergeTable } from '#renderer/pages/counterparty/merge/merge-table.tsx';
import { MovesTable } from '#renderer/pages/counterparty/merge/moves-table.tsx';
import { useCounterpartiesRegister } from '#renderer/state/counterparties-register.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { MergeSide } from '#shared/queries/relations.ts';

/** Two records side by side: which one stays, which details it has, what comes together; then one command. */
export function MergePage() {
  const { left = '', right = '' } = useParams();
  const t = useWords('relations');
  const { data } = useQuery('counterparty.pair', { ids: [left, right] });
  const [one, other] = data?.sides ?? [];
  const whole = one && other && left !== right && !one.counterparty.mergedIntoId && !other.counterparty.mergedIntoId;
  return (
    <Sheet>
      <PageHeader title={t('mergeTitle')} />
      {whole && <MergeDesk key={`${left}/${right}`} sides={[one, other]} />}
      {data && !whole && (
        <div className={css['page']}>
          <Note tone="amber" title={t('mergeMissing')} actions={<BackLink />} />
        </div>
      )}
    </Sheet>
  );
}

function BackLink() {
  const t = useWords('relations');
  const navigate = useNavigate();
  return (
    <LinkButton
      onClick={() => {
        useCounterpartiesRegister.getState().open('duplicates');
        navigate('/counterparties');
      }}
    >
      {t('mergeBack')}
    </LinkButton>
  );
}

/** The one with more papers stays unless a person decides otherwise; of equals the older one. */
const richer = ([one, other]: readonly [MergeSide, MergeSide]): 0 | 1 =>
  other.documents > one.documents ||
  (other.documents === one.documents && other.counterparty.createdAt < one.counterparty.createdAt)
    ? 1
    : 0;

function MergeDesk({ sides }: { sides: readonly [MergeSide, MergeSide] }) {
  const t = useWords('relations');
  const common = useWords('common');
  const words = useErrorWords();
  const navigate = useNavigate();
  const [kept, setKept] = useState<0 | 1>(() => richer(sides));
  const [choices, setChoices] = useState<Choices>({});
  const [stays, goes] = [sides[kept].counterparty, sides[kept === 0 ? 1 : 0].counterparty];
  const merge = useAction(async () => {
    const { patch, base } = patchOf(stays, goes, choices);
    await runCommand('counterparty.merge', { id: goes.id, intoId: stays.id, patch, base });
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('merged'),
      object: stays.name.slice(0, 60),
      undo: () => runCommand('counterparty.unmerge', { id: goes.id }),
    });
    navigate(`/counterparties/${stays.id}`, { replace: true });
  });
  return (
    <div className={css['page']}>
      <p className={css['lead']}>{t('mergeLead')}</p>
      {stays.inn && goes.inn && stays.inn !== goes.inn && (
        <Note tone="amber" title={t('mergeInn')}>
          {t('mergeInnText')}
        </Note>
      )}
      <MergeTable
        sides={sides}
        kept={kept}
        choices={choices}
        onKeep={(next) => {
          setKept(next);
          setChoices({});
        }}
        onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      />
      <MovesTable sides={sides} kept={kept} />
      <p className={css['lead']}>{t('mergeNote')}</p>
      {merge.error && <Note tone="red" title={words(merge.error)} />}
      <div className={css['buttons']}>
        <ActionButton variant="filled" busy={merge.busy} onClick={() => void merge.run()}>
          {t('mergeDo')}
        </ActionButton>
        <ActionButton variant="subtle" onClick={() => navigate(-1)}>
          {common('cancel')}
        </ActionButton>
      </div>
    </div>
  );
}
