import { Checkbox } from '@mantine/core';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/import/table/table.module.css';
import type { TableImport } from '#renderer/pages/import/table/use-table-import.ts';

/** What the run will do, in figures, and the button that begins it. */
export function RunBar({ given }: { given: TableImport }) {
  const t = useWords('tables');
  const { check, known, keep, busy, progress, lacking } = given;
  if (busy === 'run' || busy === 'undo')
    return (
      <footer className={css['bar']}>
        <ProgressLine
          title={t(busy === 'run' ? 'running' : 'undoing')}
          done={progress.done}
          total={progress.total}
          {...(busy === 'run' ? { hint: t('runningHint'), onCancel: given.cancel } : {})}
        />
      </footer>
    );
  if (busy === 'check' || busy === 'open')
    return (
      <footer className={css['bar']}>
        <ProgressLine title={t('checking')} done={0} total={0} onCancel={given.cancel} />
      </footer>
    );
  if (!check) return null;
  const count = check.fresh + (known === 'update' ? check.known : 0);
  const stops = check.file.some((one) => one.stops);
  const reason =
    lacking.length > 0 ? t('needColumns') : stops ? t('needFile') : count === 0 ? t('nothingToTake') : undefined;
  return (
    <footer className={css['bar']}>
      <dl className={css['figures']} aria-label={t('figures')}>
        <Figure label={t('fresh')} count={check.fresh} />
        <Figure label={t('known')} count={check.known} />
        <Figure label={t('bad')} count={check.bad} tone={check.bad > 0 ? 'red' : undefined} />
        {check.repeated > 0 && <Figure label={t('repeated')} count={check.repeated} />}
        {check.parties > 0 && <Figure label={t('newParties')} count={check.parties} />}
      </dl>
      <div className={css['choices']}>
        {check.known > 0 && (
          <Segmented
            label={t('knownLabel')}
            value={known}
            choices={[
              { value: 'skip', label: t('knownSkip') },
              { value: 'update', label: t('knownUpdate') },
            ]}
            onChange={given.setKnown}
          />
        )}
        <Checkbox
          size="xs"
          label={t('keep')}
          checked={keep}
          onChange={(event) => given.setKeep(event.currentTarget.checked)}
        />
        <ActionButton variant="filled" reason={reason} onClick={() => void given.run()}>
          {t('run', { count })}
        </ActionButton>
      </div>
    </footer>
  );
}

export function Figure({ label, count, tone }: { label: string; count: number; tone?: 'red' | undefined }) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd className="op-figures">{formatCount(count)}</dd>
    </div>
  );
}
