import type { CSSProperties } from 'react';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { allows, commonType, type Left, sumOf } from '#renderer/pages/work/sift.ts';
import type { WorkActions } from '#renderer/pages/work/use-work-actions.ts';
import css from '#renderer/pages/work/work.module.css';
import { useToasts } from '#renderer/state/toasts.ts';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { WorkItem } from '#shared/queries/work.ts';

const reasons = ['kind', 'changed', 'outdated', 'checks', 'gone'] as const satisfies readonly Left[];

/** What a bulk left out, and why: above the list, where no result of what went through lies over it. */
export function LeftOut({ left, onClose }: { left: WorkActions['left']; onClose: () => void }) {
  const t = useWords('work');
  const common = useWords('common');
  if (left.length === 0) return null;
  return (
    <div className={css['leftOut']}>
      <Note
        tone="amber"
        title={t('stayed', { count: left.length })}
        actions={<LinkButton onClick={onClose}>{common('close')}</LinkButton>}
      >
        <ul className={css['reasons']}>
          {reasons.map((why) => {
            const of = left.filter((one) => one.why === why);
            return of.length === 0 ? null : (
              <li key={why}>
                {t(`stay_${why}`, { count: of.length })}
                {of.length <= 3 && of[0]?.title && ` (${of.map((one) => one.title).join('; ')})`}
              </li>
            );
          })}
        </ul>
      </Note>
    </div>
  );
}

/** What can be done with all selected items, with the sum of what will be decided. */
export function WorkBulk({ items, actions }: { items: readonly WorkItem[]; actions: WorkActions }) {
  const t = useWords('work');
  const approval = useWords('approval');
  const { selection, select, tab } = useWorkDesk();
  const chosen = items.filter((item) => selection.has(item.item));
  const type = commonType(chosen, 'do');
  const decided = chosen.filter((item) => item.type === type && allows('do', item));
  const count = decided.length;
  // Of what the button is about; the rest is only selected.
  const sum = sumOf(type === null ? chosen : decided);
  const toasts = useToasts((state) => state.toasts.length);
  if (selection.size < 2) return null;
  return (
    <div className={css['bulk']} style={{ '--toasts': toasts } as CSSProperties}>
      <BulkBar
        count={selection.size}
        total={sum === null ? undefined : formatMoney(sum)}
        actions={[
          ...(type
            ? [
                {
                  label: t(`bulk_${type}`, { count }),
                  keys: ['A'],
                  primary: true,
                  onClick: () => void actions.run.run(),
                },
              ]
            : []),
          ...(chosen.some((item) => allows('return', item))
            ? [{ label: approval('giveBackShort'), keys: ['R'], onClick: () => void actions.begin('return') }]
            : []),
          tab === 'snoozed'
            ? { label: t('wake'), keys: ['S'], onClick: () => void actions.wake.run() }
            : { label: t('snooze'), keys: ['S'], onClick: () => void actions.begin('snooze') },
          ...(chosen.some((item) => allows('delegate', item))
            ? [{ label: approval('delegate'), keys: ['D'], onClick: () => void actions.begin('delegate') }]
            : []),
        ]}
        onClose={() => select(new Map())}
      />
    </div>
  );
}
