import { IconCircle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/recovery/recovery.module.css';
import { RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';

const phases = ['read', 'restore', 'download', 'replay', 'aside'] as const;
type Phase = (typeof phases)[number] | 'done';

/** The rescue while it runs: what has been done, what is being done, how far it is. */
export function RunningView() {
  const t = useWords('recovery');
  const [now, setNow] = useState<{ phase: Phase; done: number; total: number }>({ phase: 'read', done: 0, total: 0 });
  const [seen, setSeen] = useState<ReadonlySet<Phase>>(new Set(['read']));
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type !== 'progress' || event.job !== 'recovery') return;
        const phase = event.phase as Phase;
        setNow({ phase, done: event.done, total: event.total });
        setSeen((before) => new Set([...before, phase]));
      }),
    [],
  );
  // Either a copy or the centre is the base: what this rescue has no use for is not listed.
  const shown = phases.filter((phase) => seen.has(phase) || phase === 'replay' || phase === 'aside');
  const at = now.phase === 'done' ? phases.length : phases.indexOf(now.phase);
  return (
    <RecoveryCard title={t('running')} lead={t('runningHint')}>
      <ol className={css['phases']} aria-live="polite">
        {shown.map((phase) => {
          const state = phases.indexOf(phase) < at ? 'done' : phase === now.phase ? 'now' : 'next';
          const Icon = state === 'done' ? IconCircleCheck : state === 'now' ? IconLoader2 : IconCircle;
          const color = state === 'done' ? 'var(--op-green)' : state === 'now' ? 'var(--op-ink)' : 'var(--op-text3)';
          return (
            <li key={phase} data-state={state}>
              <Icon size={18} stroke={1.6} color={color} aria-hidden="true" />
              {t(`phase_${phase}`)}
            </li>
          );
        })}
      </ol>
      {now.total > 1 && now.phase !== 'done' && (
        <ProgressLine title={t(`phase_${now.phase}`)} done={now.done} total={now.total} />
      )}
    </RecoveryCard>
  );
}
