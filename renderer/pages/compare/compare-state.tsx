import { ActionButton } from '#renderer/components/action-button.tsx';
import { CopyCode } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/compare/compare.module.css';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';

/** The comparison is under way: told after 300 ms, with the way to stop it. */
export function Working({ busy, onStop, empty }: { busy: boolean; onStop: () => void; empty: boolean }) {
  const t = useWords('compare');
  const late = useDelayed(busy, 300);
  if (!late) return null;
  return (
    <div className={css['state']} role="status">
      <Note
        tone="ink"
        title={t('working')}
        actions={
          <ActionButton size="xs" onClick={onStop}>
            {t('stop')}
          </ActionButton>
        }
      >
        {t('workingText')}
      </Note>
      {empty && <SkeletonRows rows={12} />}
    </div>
  );
}

/** Why there is nothing to read, in words, and the way out: another version, another attempt. */
export function Failed({ error, onRetry }: { error: CoreError; onRetry: () => void }) {
  const t = useWords('compare');
  const common = useWords('common');
  const words = useFileErrorWords();
  if (error.told === 'CANCELLED')
    return (
      <div className={css['state']}>
        <Note
          tone="ink"
          title={t('stopped')}
          actions={
            <ActionButton size="xs" onClick={onRetry}>
              {t('again')}
            </ActionButton>
          }
        />
      </div>
    );
  const { side } = error.details;
  const isSide = side === 'left' || side === 'right';
  return (
    <div className={css['state']}>
      <Note
        tone="red"
        title={t(side === 'left' ? 'failedLeft' : side === 'right' ? 'failedRight' : 'failed')}
        code={<CopyCode code={error.told} />}
        actions={
          <>
            {isSide && (
              <ActionButton
                size="xs"
                onClick={() => document.querySelector<HTMLElement>(`[data-picks="${side}"]`)?.click()}
              >
                {t('otherVersion')}
              </ActionButton>
            )}
            <ActionButton size="xs" onClick={onRetry}>
              {common('retry')}
            </ActionButton>
          </>
        }
      >
        {words(error)}
      </Note>
    </div>
  );
}
