import { useState } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useClock, useDirectory, useMinute } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import {
  useBranchWords,
  useKindChoices,
  useNextNumber,
  usePeriodWords,
} from '#renderer/pages/registration/use-journal-words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { reclaimAfter } from '#shared/domain/registration/journal.ts';
import type { JournalLease, JournalLine } from '#shared/queries/registration.ts';

/** What a journal is, and who holds numbers of it. */
export function JournalFacts({ line }: { line: JournalLine }) {
  const { journal } = line;
  const t = useWords('journals');
  const record = useWords('record');
  const branchWords = useBranchWords();
  const periodWords = usePeriodWords();
  const kinds = new Map(useKindChoices().map(({ value, label }) => [value, label]));
  const next = useNextNumber()(line);
  return (
    <SidePanel label={t('facts')} header={t('facts')}>
      <PanelSection>
        <KeyValues
          entries={[
            [t('branch'), branchWords(journal.branchId)],
            [t('kinds'), journal.kinds.map((kind) => kinds.get(kind) ?? '…').join(', ')],
            [
              t('pattern'),
              <span key="pattern" className={css['code']}>
                {journal.pattern}
              </span>,
            ],
            [t(line.next === null ? 'example' : 'exampleNext'), <RegistrationNumber key="next" number={next} />],
            [t('periodField'), record(`period_${journal.period}`)],
            journal.startsAt === 1 ? null : [t('startsAt'), formatCount(journal.startsAt)],
            [t('leaseSize'), journal.leaseSize === 0 ? t('leaseCentre') : journal.leaseSize],
          ]}
        />
      </PanelSection>
      {journal.leaseSize > 0 && (
        <PanelSection title={t('leases')}>
          {line.leases.length === 0 && <span className={css['quiet']}>{t('leaseNone')}</span>}
          {line.leases.map((lease) => (
            <Lease
              key={lease.blockId}
              lease={lease}
              period={lease.period === line.period ? '' : periodWords(lease.period)}
            />
          ))}
        </PanelSection>
      )}
    </SidePanel>
  );
}

/** A block of numbers at a workstation. One that has been silent for too long is taken back by an administrator. */
function Lease({ lease, period }: { lease: JournalLease; period: string }) {
  const t = useWords('journals');
  const words = useErrorWords();
  const clock = useClock();
  const now = useMinute();
  const { employeeOf } = useDirectory();
  const may = useMayKeep();
  const [asking, setAsking] = useState(false);
  const take = useCommand('journal.return');
  const name = lease.deviceName ?? t('leaseUnnamed');
  const person = employeeOf(lease.userId)?.fullName;
  const isLost = !lease.isHere && now - lease.heardAt > reclaimAfter;
  return (
    <div className={css['lease']}>
      <span>
        {t('lease', { name, count: lease.left })} {lease.isHere && <Pill tone="ink">{t('leaseHere')}</Pill>}
      </span>
      <span className={css['quiet']}>
        {[
          t('leaseRange', { from: lease.from, to: lease.to, date: formatDate(clock.date(lease.since)) }),
          ...(person ? [person] : []),
          ...(period ? [period] : []),
        ].join(', ')}
      </span>
      {isLost && may.journals && (
        <span>
          <LinkButton onClick={() => setAsking(true)}>{t('takeBack')}</LinkButton>
        </span>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('takeBackTitle', { name })}
        action={t('takeBack')}
        busy={take.busy}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (!(await take.run({ blockId: lease.blockId }))) return;
          useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('takenBack'), object: name });
          setAsking(false);
        }}
      >
        {t('takeBackText')}
        {take.error && <Note tone="red" title={words(take.error)} />}
      </ConfirmDialog>
    </div>
  );
}
