import { IconFileCheck } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { DifferenceButton } from '#renderer/pages/approval/difference.tsx';
import { fingerprint } from '#renderer/pages/approval/rule-words.ts';
import type { ApprovalView, OpenTask } from '#renderer/pages/approval/tasks-of.ts';

/** What exactly is decided about: version, when it came to be, fingerprint, and the difference from the version before. */
export function InkBand({ documentId, view, task }: { documentId: string; view: ApprovalView; task: OpenTask | null }) {
  const t = useWords('approval');
  const clock = useClock();
  const version = view.versions.find((one) => one.hash === view.hash);
  const earlier = version ? view.versions.filter((one) => one.number < version.number).map((one) => one.number) : [];
  const before = earlier.length > 0 ? Math.max(...earlier) : null;
  const state = task
    ? task.task.kind
    : view.current?.state === 'approved'
      ? 'approved'
      : view.current?.state === 'running'
        ? view.current.steps.some((step) => step.state === 'current' && step.kind === 'sign')
          ? 'signing'
          : 'none'
        : 'draft';
  const moment = version ? clock.moment(version.occurredAt) : '';
  return (
    <section className={css['band']} aria-label={t('version', { version: view.versionNumber })}>
      <IconFileCheck size={18} stroke={1.6} aria-hidden="true" />
      <div className={css['bandWords']}>
        <p className={css['bandTitle']}>
          {version ? t(`bandTitle_${state}`, { version: version.number, moment }) : t('bandTitle_new')}
        </p>
        <p className={css['bandText']}>
          <Fingerprint
            words={t(version ? (task ? 'bandText' : 'bandTextOthers') : 'bandTextNew', { hash: PLACE })}
            hash={view.hash}
          />
        </p>
      </div>
      {version && before !== null && (
        <DifferenceButton
          documentId={documentId}
          from={before}
          to={version.number}
          label={t('compareWith', { version: before })}
        />
      )}
    </section>
  );
}

/** Where the fingerprint goes in its sentence. */
const PLACE = '\u0001';

/** The sentence with the fingerprint in the type of hashes. */
function Fingerprint({ words, hash }: { words: string; hash: string }) {
  const [before = '', after = ''] = words.split(PLACE);
  return (
    <>
      {before}
      <code className={css['hash']}>{fingerprint(hash)}</code>
      {after}
    </>
  );
}
