import { useMemo } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { type Employee, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { byNearness, type PeopleFacts } from '#renderer/pages/form-fields/people-choices.ts';
import { useSession } from '#renderer/state/session.ts';

const nobody: ReadonlyMap<string, string> = new Map();

/** A colleague; those beside whom one works come first, and who is away says so. */
export function EmployeeField(props: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
  people: PeopleFacts | undefined;
}) {
  const t = useWords('portal');
  const { employees, branchOf } = useDirectory();
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const nearId = props.people?.nearId ?? userId;
  const left = props.people?.without.join(' ') ?? '';
  const away = props.people?.away ?? nobody;
  const choices = useMemo(() => {
    const label = (one: Employee): string => {
      const work = [one.position, branchOf(one.branchId)?.city].filter(Boolean).join(', ');
      const days = away.get(one.id);
      return `${one.fullName} · ${work}${days ? ` · ${t('personAway', { days })}` : ''}`;
    };
    return byNearness(employees, { nearId, without: left.split(' ') }).map(({ nearness, people }) => ({
      group: t(`near_${nearness}`),
      items: people.map((one) => ({ value: one.id, label: label(one) })),
    }));
  }, [employees, branchOf, nearId, left, away, t]);
  return <SelectField {...props} choices={choices} search />;
}
