import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { hostInfo } from '#renderer/api.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useClock, useDirectory, useMinute } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { zoneLabel } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import print from '#renderer/pages/exchange/print-list.module.css';
import css from '#renderer/pages/record/record.module.css';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { RecordObject } from '#renderer/state/record-path.ts';
import { useSession } from '#renderer/state/session.ts';
import type { PathStep } from '#shared/queries/record.ts';

/** As many as fit beside the record; the rest is on paper and in the exchange. */
const SHOWN = 5;

/** Receipts of one record with both times: when it was entered here, when the centre took it. In a card the paper is printed elsewhere. */
export function RecordReceipts({ entity, id, inCard = false }: RecordObject & { inCard?: boolean }) {
  const t = useWords('record');
  const common = useWords('common');
  const clock = useClock();
  const { own } = useDirectory();
  const words = useFieldWords();
  const { data } = useQuery('record.path', { entity, id });
  const stepWords = useStepWords();
  const now = useMinute();
  if (!data || data.steps.length === 0) return null;
  const newest = data.steps.toReversed();
  const rest = newest.length - SHOWN;
  return (
    <section className={css['receipts']} aria-label={t('pathList')}>
      <h3>
        {t('pathList')}
        {!inCard && (
          <IconButton label={t('pathPrint')} size={22} onClick={() => window.print()}>
            <IconPrinter size={14} stroke={1.6} />
          </IconButton>
        )}
      </h3>
      <ul>
        {newest.slice(0, SHOWN).map((step) => (
          <li key={step.n}>
            {words.action(step.command)}
            <span className={css['quiet']}>{t('pathEntered', { time: clock.moment(step.enteredAt) })}</span>
            <span className={css['quiet']}>{stepWords(step)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={css['quiet']}>{t('pathMore', { count: rest })}</p>}
      {own && (
        <p className={css['quiet']}>
          {t('pathZone', { city: own.city, zone: zoneLabel(clock.offset(now), common('moscow')) })}
        </p>
      )}
      {!inCard && <PrintedReceipts entity={entity} id={id} steps={data.steps} />}
    </section>
  );
}

function useStepWords(): (step: PathStep) => string {
  const t = useWords('record');
  const clock = useClock();
  return (step) => {
    if (step.command === 'sync.withdraw') return '';
    if (step.decidedAt !== null && step.state === 'accepted')
      return t('pathTaken', { time: clock.moment(step.decidedAt) });
    if (step.decidedAt !== null) return t('pathRefusedAt', { time: clock.moment(step.decidedAt) });
    if (step.inDoubt) return t('pathStepDoubt');
    return t(step.state === 'sent' ? 'pathStepSent' : 'pathStepWaits');
  };
}

/** On paper: what this workstation entered, and everything the record's history knows with who, where and both times. */
function PrintedReceipts({ entity, id, steps }: RecordObject & { steps: readonly PathStep[] }) {
  const t = useWords('record');
  const values = useWords('values');
  const clock = useClock();
  const now = useMinute();
  const words = useFieldWords();
  const stepWords = useStepWords();
  const user = useSession((session) => session.state?.user);
  const { data: history } = useQuery('record.history', { entity, id });
  const unsent = steps.filter((step) => step.state !== 'accepted').toReversed();
  const whoOf = (actorId: string, name: string | null) =>
    actorId === 'centre' ? values('centre') : (name ?? t('someone'));
  return createPortal(
    <div className={print['paper']} aria-hidden="true">
      <h1>{t('pathPrintTitle', { time: clock.moment(now) })}</h1>
      <p>
        {user?.fullName} · {hostInfo().profile}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('columnEvent')}</th>
            <th>{t('columnWho')}</th>
            <th>{t('columnEntered')}</th>
            <th>{t('columnTaken')}</th>
          </tr>
        </thead>
        <tbody>
          {unsent.map((step) => (
            <tr key={step.n}>
              <td>{words.action(step.command)}</td>
              <td>{user?.fullName}</td>
              <td>{clock.moment(step.enteredAt)}</td>
              <td>{stepWords(step)}</td>
            </tr>
          ))}
          {history
            ?.filter((line) => line.receivedAt !== null)
            .map((line) => (
              <tr key={line.id}>
                <td>{words.action(line.action)}</td>
                <td>{[whoOf(line.actorId, line.actorName), line.deviceName].filter(Boolean).join(', ')}</td>
                <td>{clock.moment(line.occurredAt)}</td>
                <td>{clock.moment(line.receivedAt ?? 0)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
