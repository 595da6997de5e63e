import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { hostInfo, onEvent } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/recovery/recovery.module.css';
import { FactTable, RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';
import { when } from '#renderer/pages/recovery/when.ts';
import type { RecoveryReport } from '#shared/ipc/recovery-channels.ts';

/** What came from where; what the centre says of it is told as it comes. */
export function ReportView({ report, onClose }: { report: RecoveryReport; onClose: () => void }) {
  const t = useWords('recovery');
  const { profile } = hostInfo();
  const place = report.person ? t('whosePerson', { name: report.person, profile }) : t('whose', { profile });
  return (
    <RecoveryCard
      title={t('reportTitle')}
      place={place}
      lead={t('reportLead')}
      icon={<IconShieldCheck size={22} stroke={1.6} color="var(--op-green)" aria-hidden="true" />}
    >
      <ReportFacts report={report} />
      <div className={css['actions']}>
        <ActionButton variant="filled" size="md" autoFocus onClick={onClose}>
          {t('goOn')}
        </ActionButton>
      </div>
    </RecoveryCard>
  );
}

/** The table of a report, followed as the exchange goes on. */
export function ReportFacts({ report: given }: { report: RecoveryReport }) {
  const t = useWords('recovery');
  const { size } = useFormats();
  const report = useLatest(given);
  const { base, aside } = report;
  const changes = (count: number) => t('changes', { count });
  // What the centre says of the replayed: the parts make up the whole above them.
  const centre = (['had', 'taken', 'refused', 'waiting'] as const)
    .filter((kind) => report[kind] > 0)
    .map((kind) => ({ name: t(kind), value: changes(report[kind]), part: 2 as const }));
  const sources = [
    report.journal > 0 ? t('reportJournal', { count: report.journal }) : '',
    report.damaged > 0 ? t('reportDamaged', { count: report.damaged }) : '',
    report.journal > 0 && report.damaged > 0 ? t('reportOnce') : '',
  ];
  return (
    <>
      {report.blind ? (
        <Note tone="amber" title={t('reportBlind')}>
          {t('reportBlindHint')}
        </Note>
      ) : report.unreadable > 0 ? (
        <Note tone="amber" title={t('reportGaps', { count: report.unreadable })} />
      ) : (
        <Note tone="green" title={t('reportNothingLost')}>
          {report.found === 0 && t('nothingEntered')}
        </Note>
      )}
      <FactTable
        title={t('what')}
        rows={[
          base.rows > 0
            ? {
                name: t(`base_${base.from}`, { when: when(base.at ?? 0) }),
                value: t('rows', { count: base.rows, figure: formatCount(base.rows) }),
              }
            : null,
          report.found > 0
            ? { name: t('reportFound'), value: changes(report.found), remark: sources.filter(Boolean).join(', ') }
            : null,
          report.known > 0 ? { name: t('reportKnown'), value: changes(report.known), part: 1 } : null,
          report.replayed > 0
            ? {
                name: t('reportReplayed'),
                value: changes(report.replayed),
                tone: 'green',
                part: 1,
                remark: report.suspended > 0 ? t('reportSuspended', { count: report.suspended }) : '',
              }
            : null,
          ...centre,
          report.files > 0 ? { name: t('reportFiles'), value: String(report.files) } : null,
          aside.length > 0
            ? {
                name: t('reportAside'),
                value: asideNames(aside),
                remark: size(aside.reduce((sum, one) => sum + one.bytes, 0)),
              }
            : null,
        ]}
      />
      {report.forgotten && (
        <Note
          tone="amber"
          title={t(report.forgotten.gone ? 'asideGone' : 'asideKept', { when: when(report.forgotten.at) })}
        />
      )}
      {report.asideFolder && !report.forgotten?.gone && (
        <p className={css['quiet']}>
          {t('asideWhere')} <span className={css['path']}>{report.asideFolder}</span>
        </p>
      )}
    </>
  );
}

/** File names; what belongs to a database goes under its name. */
const asideNames = (aside: RecoveryReport['aside']): string =>
  [...new Set(aside.map((one) => (one.name.split(/[\\/]/).at(-1) ?? '').replace(/-(wal|shm)$/, '')))].join(', ');

/** The same report with the centre's newest words. */
function useLatest(report: RecoveryReport): RecoveryReport {
  const [latest, setLatest] = useState(report);
  useEffect(() => {
    const look = () =>
      ask('recovery.reports', {}).then(
        (all) => setLatest((before) => all.find((one) => one.id === report.id) ?? before),
        () => undefined,
      );
    return onEvent((event) => {
      if (event.type === 'status') void look();
    });
  }, [report.id]);
  return latest;
}
