import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/import/import.module.css';
import { useProblemWords } from '#renderer/pages/import/use-problem-words.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

const SHOWN = 10;

/** What was wrong, on which line, in words; errors first. */
export function Problems({ problems }: { problems: ImportReport['problems'] }) {
  const t = useWords('imports');
  const words = useProblemWords();
  const [all, setAll] = useState(false);
  const errors = problems.filter((one) => one.severity === 'error').length;
  const sorted = problems.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return (
    <section>
      <h3 className={css['caption']}>
        {[
          errors > 0 && t('errorsFound', { count: errors }),
          problems.length > errors && t('remarks', { count: problems.length - errors }),
        ]
          .filter(Boolean)
          .join(', ')}
      </h3>
      <ul className={css['problems']}>
        {(all ? sorted : sorted.slice(0, SHOWN)).map((problem, place) => {
          const times = Number(problem.params?.['times'] ?? 1);
          const Icon = problem.severity === 'error' ? IconAlertCircle : IconAlertTriangle;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a finished report never changes
            <li key={place} data-severity={problem.severity}>
              <Icon size={14} stroke={1.6} aria-label={t(problem.severity)} role="img" />
              <span className={css['where']}>
                {problem.line === undefined ? t('wholeFile') : t('line', { line: problem.line })}
              </span>
              <span className={css['what']}>
                {words(problem.code, problem.params)}
                {times > 1 && <span className={css['quiet']}> ({t('times', { count: times - 1 })})</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {!all && problems.length > SHOWN && (
        <LinkButton onClick={() => setAll(true)}>{t('showAll', { all: formatCount(problems.length) })}</LinkButton>
      )}
    </section>
  );
}
