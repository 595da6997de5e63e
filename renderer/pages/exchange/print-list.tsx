import { createPortal } from 'react-dom';
import { hostInfo } from '#renderer/api.ts';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/print-list.module.css';
import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { useSession } from '#renderer/state/session.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** The list as it goes to paper: seen only when the window is printed, and then nothing else is. */
export function PrintList(props: {
  title: string;
  /** null: nothing is being printed. */
  lines: readonly OutboxLine[] | null;
  words: (line: OutboxLine) => LineWords;
}) {
  const t = useWords('exchange');
  const clock = useClock();
  const now = useMinute();
  const user = useSession((session) => session.state?.user);
  const { lines } = props;
  if (!lines) return null;
  return createPortal(
    <div className={css['paper']} aria-hidden="true">
      <h1>{t('printedAt', { title: `${t('title')}: ${props.title}`, time: clock.moment(now) })}</h1>
      <p>
        {user?.fullName} · {hostInfo().profile} · {t('rows', { count: lines.length })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('columnTime')}</th>
            <th>{t('columnDecided')}</th>
            <th>{t('columnAction')}</th>
            <th>{t('record')}</th>
            <th>{t('columnWhat')}</th>
            <th>{t('columnState')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const words = props.words(line);
            return (
              <tr key={line.n}>
                <td>{clock.moment(line.enteredAt)}</td>
                <td>{line.decidedAt === null ? '–' : clock.moment(line.decidedAt)}</td>
                <td>{words.action}</td>
                <td>{words.object}</td>
                <td>{words.what}</td>
                <td>{words.reason ?? words.state}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
