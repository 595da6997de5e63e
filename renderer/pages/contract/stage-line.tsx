import { IconCheck } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/stage-line.module.css';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import type { StageLine } from '#shared/queries/contract.ts';

/** The five stages of a contract with their plan and fact. */
export function Stages({ stages }: { stages: readonly StageLine[] }) {
  const t = useWords('contract');
  const words = useContractWords();
  return (
    <ol className={css['stages']} aria-label={t('stages')}>
      {stages.map((line, place) => (
        <li
          key={line.stage}
          className={css['stage']}
          data-state={line.state}
          aria-current={line.state === 'current' ? 'step' : undefined}
        >
          <span className={css['rail']} aria-hidden="true">
            <span className={css['mark']}>
              {line.state === 'done' ? <IconCheck size={12} stroke={2.4} /> : place + 1}
            </span>
            {place < stages.length - 1 && <span className={css['way']} />}
          </span>
          <span className={css['name']}>{t(`stage_${line.stage}`)}</span>
          <span className="op-hidden">{t(`stageState_${line.state}`)}</span>
          <span className={css['text']}>{words.stage(line)}</span>
        </li>
      ))}
    </ol>
  );
}
