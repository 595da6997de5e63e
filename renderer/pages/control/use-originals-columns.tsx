import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/originals-page.module.css';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import type { OriginalsLine } from '#shared/queries/control.ts';

type Words = Pick<OriginalsLine, 'kind' | 'kindId' | 'kindLabel' | 'kindLabelEn' | 'number'>;

/** What of a document every list of control begins with: its kind, as a picture, and its number. */
export function PaperNumber({ row }: { row: Words }) {
  const kindOf = useKindWords();
  return (
    <>
      <KindIcon kind={row.kind} />
      <span className="op-hidden">{kindOf(row)}</span>
      <RegistrationNumber number={row.number} />
    </>
  );
}

/** The name of the other side as the lists print it. */
export const partyOf = (row: Pick<OriginalsLine, 'counterpartyName' | 'counterpartyForm'>): string =>
  row.counterpartyName ? partyTitle({ name: row.counterpartyName, legalForm: row.counterpartyForm }) : '–';

/** The paper, with whom it is, since when, by which day it has to be back. */
export function useOriginalsColumns(show: 'sent' | 'overdue' | 'lost'): GridColumn<OriginalsLine>[] {
  const t = useWords('control');
  const documents = useWords('documents');
  const clock = useClock();
  return useMemo(
    () => [
      { id: 'number', header: documents('number'), width: 178, render: (row) => <PaperNumber row={row} /> },
      { id: 'date', header: documents('date'), width: 92, text: (row) => formatDate(row.date) },
      { id: 'subject', header: documents('subject'), flex: 1.3, minWidth: 120, text: (row) => row.subject },
      { id: 'counterparty', header: documents('counterparty'), flex: 1, minWidth: 100, text: partyOf },
      {
        id: 'place',
        header: t('columnWith'),
        flex: 0.8,
        minWidth: 100,
        hidden: show === 'lost',
        text: (row) => row.place ?? '–',
      },
      {
        id: 'since',
        header: t(show === 'lost' ? 'columnLost' : 'columnSince'),
        width: 112,
        text: (row) => (row.since === null ? t('unknownSince') : formatDate(clock.date(row.since))),
      },
      { id: 'by', header: t('columnBy'), width: 150, text: (row) => row.byName ?? '–' },
      {
        id: 'due',
        header: t('columnDue'),
        width: 112,
        hidden: show === 'lost',
        render: (row) => (
          <span className={row.isOverdue ? css['late'] : row.dueOn ? undefined : css['quiet']}>
            {row.dueOn ? formatDate(row.dueOn) : t('noDue')}
          </span>
        ),
      },
    ],
    [t, documents, clock, show],
  );
}
