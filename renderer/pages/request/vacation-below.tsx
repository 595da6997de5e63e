import type { ReactNode } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Kept } from '#renderer/pages/request/use-request-form.ts';
import { periodOf } from '#renderer/pages/request/vacation-days.ts';
import { VacationPreview } from '#renderer/pages/request/vacation-preview.tsx';
import { vacationFields } from '#shared/commands/service/ask-vacation.ts';
import type { Form, FormField } from '#shared/domain/form/form.ts';

interface Asked {
  form: Form;
  state: Kept;
  /** Of a request that was given back: its own days are no overlap. */
  ticketId: string | null;
  onChange: (values: Record<string, unknown>) => void;
}

/** What a vacation would mean, under its period; whether the substitute can be one, under the substitute. */
export const vacationBelow =
  (asked: Asked) =>
  (field: FormField): ReactNode => {
    if (field.key === vacationFields.period)
      return <VacationPreview {...asked} period={periodOf(asked.state.values)} />;
    return field.key === vacationFields.substitute ? <SubstituteCheck {...asked} /> : null;
  };

const idOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function SubstituteCheck({ state, ticketId }: Asked) {
  const t = useWords('vacations');
  const period = periodOf(state.values);
  const substituteId = idOf(state.values[vacationFields.substitute]);
  const asked = { employeeId: state.requesterId, ticketId, substituteId };
  const away = useQuery('vacation.preview', period && substituteId ? { ...asked, ...period } : null).data
    ?.substituteAway;
  if (substituteId !== null && substituteId === state.requesterId)
    return <Note tone="red" title={t('substituteSelf')} />;
  if (!away || !period || !substituteId) return null;
  return (
    <Note tone="red" title={t('substituteAway', { from: formatDate(away.from), to: formatDate(away.to) })}>
      {t('substituteAwayText')}
    </Note>
  );
}
