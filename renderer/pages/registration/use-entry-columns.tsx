import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/journals.module.css';
import type { RegistrationLine } from '#shared/queries/registration.ts';

/** What is to be said of an entry besides its number: voided and why, waiting, given instead of another. */
function useEntryNote(): (row: RegistrationLine) => string {
  const t = useWords('journals');
  return (row) => {
    if (row.voidedAt !== null)
      return row.voidReason ? t('noteVoided', { reason: row.voidReason }) : t('noteVoidedPlain');
    if (row.isProvisional && row.number === null) return t('noteWaiting');
    return row.insteadOf ? t('noteInstead', { number: row.insteadOf }) : '';
  };
}

/** Columns of a journal's entries; in a case file, where its own index says nothing, without that. `roomy`: there is room for the workstation. */
export function useEntryColumns(place: 'journal' | 'case', roomy: boolean): GridColumn<RegistrationLine>[] {
  const t = useWords('journals');
  const noteOf = useEntryNote();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the notes speak the language of the words
  return useMemo(() => {
    const columns: GridColumn<RegistrationLine>[] = [
      {
        ...{ id: 'number', header: t('number'), width: 170 },
        render: (row) =>
          row.voidedAt === null ? (
            <RegistrationNumber number={row.number} />
          ) : (
            <s className={css['struck']}>{row.number}</s>
          ),
      },
      { id: 'date', header: t('date'), width: 92, text: (row) => formatDate(row.date) },
      {
        ...{ id: 'document', header: t('document'), flex: 1.6, minWidth: 140 },
        text: (row) => row.subject ?? t('hidden'),
      },
      {
        ...{ id: 'counterparty', header: t('counterparty'), flex: 1, minWidth: 90 },
        text: (row) => row.counterpartyName ?? '–',
      },
      {
        ...{ id: 'case', header: t('caseColumn'), width: 76, hidden: place === 'case' },
        text: (row) => row.caseIndex ?? '–',
      },
      { id: 'who', header: t('who'), flex: 0.8, minWidth: 90, text: (row) => row.authorName ?? t('someone') },
      {
        ...{ id: 'device', header: t('device'), width: 120, hidden: !roomy },
        text: (row) => row.deviceName ?? '–',
      },
      {
        ...{ id: 'note', header: t('note'), flex: 1, minWidth: 90, hidden: place === 'case' },
        text: noteOf,
      },
    ];
    return columns;
  }, [t, place, roomy]);
}
