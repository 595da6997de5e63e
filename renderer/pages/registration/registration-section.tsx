import { useState } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/registration.module.css';
import { VoidDialog } from '#renderer/pages/registration/void-dialog.tsx';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { RegistrationInfo } from '#shared/queries/registration.ts';

const figures = (text: string) => <span className="op-figures">{text}</span>;

/** How the document stands in the journals; nothing where it never stood in one. */
export function RegistrationSection({ document }: { document: DocumentRow }) {
  const t = useWords('registration');
  const [voiding, setVoiding] = useState(false);
  const found = useQuery('registration.card', { documentId: document.id }).data?.registrations ?? [];
  if (found.length === 0) return null;
  const living = found.find(({ registration }) => registration.voidedAt === null);
  const voided = found.filter(({ registration }) => registration.voidedAt !== null);
  return (
    <PanelSection title={t('title')}>
      {living && <Living info={living} />}
      {living && document.archivedAt === null && (
        <p className={css['way']}>
          <LinkButton tone="quiet" onClick={() => setVoiding(true)}>
            {t('void')}
          </LinkButton>
        </p>
      )}
      {voided.map((info) => (
        <Voided key={info.registration.id} info={info} />
      ))}
      {voiding && living && <VoidDialog row={living.registration} onClose={() => setVoiding(false)} />}
    </PanelSection>
  );
}

function Living({ info }: { info: RegistrationInfo }) {
  const { registration: row, journalName, caseFile, authorName } = info;
  const t = useWords('registration');
  const clock = useClock();
  return (
    <KeyValues
      entries={[
        [t('number'), row.number === null ? t('waits') : <RegistrationNumber key="number" number={row.number} />],
        row.insteadOf === null ? null : [t('instead'), figures(row.insteadOf)],
        [t('journal'), journalName ?? row.period],
        caseFile ? [t('caseFile'), `${caseFile.index} ${caseFile.title}`] : null,
        caseFile ? [t('kept'), <Kept key="kept" file={caseFile} />] : null,
        [t('day'), figures(formatDate(row.date))],
        [t('by'), authorName ?? t('someone')],
        [t('at'), figures(clock.moment(row.registeredAt))],
        [t('known'), row.receivedAt === null ? t('unknown') : figures(clock.moment(row.receivedAt))],
        row.deviceName ? [t('device'), row.deviceName] : null,
      ]}
    />
  );
}

function Kept({ file }: { file: NonNullable<RegistrationInfo['caseFile']> }) {
  const t = useWords('registration');
  const years = file.retention === null ? t('keptForever') : t('keptYears', { count: file.retention });
  return [years, file.isEpk ? t('expert') : null, file.article].filter((one) => one !== null).join(', ');
}

/** A number that stays in the journal although the document has it no more. */
function Voided({ info }: { info: RegistrationInfo }) {
  const { registration: row, voidedByName } = info;
  const t = useWords('registration');
  const clock = useClock();
  return (
    <div className={css['voided']}>
      <s>{row.number}</s>
      <span className={css['caption']}>
        {t('voided', { date: clock.moment(row.voidedAt ?? 0), name: voidedByName ?? t('someone') })}
      </span>
      <span>{row.voidReason}</span>
    </div>
  );
}
