import type { ReactNode } from 'react';
import { Segmented } from '#renderer/components/segmented.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Choice, ConditionChips, namesOf, PeriodChip } from '#renderer/pages/reports/condition-chips.tsx';
import type { Conditions, Subject } from '#renderer/pages/reports/report-place.ts';

const lists = ['services', 'queues', 'branches'] as const;
type List = (typeof lists)[number];

/** What the report is about, as chips: the period always, the rest when set. */
export function ReportConditions(props: {
  conditions: Conditions;
  /** What can be switched to here; fewer than two are no choice. */
  subjects: readonly Subject[];
  onChange: (conditions: Conditions) => void;
  /** Further chips, and what stands at the end of the row. */
  children?: ReactNode;
  end?: ReactNode;
}) {
  const { conditions, onChange, subjects } = props;
  const t = useWords('reports');
  const choices = useChoices();
  return (
    <FilterRow end={props.end}>
      {subjects.length > 1 && (
        <Segmented
          label={t('subject')}
          value={conditions.subject}
          choices={subjects.map((value) => ({ value, label: t(`of_${value}`) }))}
          onChange={(subject) => onChange({ ...conditions, subject })}
        />
      )}
      <PeriodChip label={t('condition_period')} conditions={conditions} onChange={onChange} />
      <ConditionChips<List>
        lists={conditions.subject === 'tickets' ? lists : (['branches'] as const)}
        chosen={conditions}
        choices={choices}
        wordOf={(list) => t(`condition_${list}`)}
        onChange={(list, ids) => onChange({ ...conditions, [list]: ids })}
      >
        {props.children}
      </ConditionChips>
    </FilterRow>
  );
}

function useChoices(): Record<List, Choice[]> {
  const { branches } = useDirectory();
  const setup = useQuery('service.setup', {}).data;
  return {
    services: (setup?.services ?? [])
      .filter((one) => one.publishedVersion > 0)
      .map((one) => ({ value: one.id, label: one.name })),
    queues: (setup?.queues ?? []).map((one) => ({ value: one.id, label: one.name })),
    branches: branches.map((one) => ({ value: one.id, label: one.city })),
  };
}

/** The conditions in one line, for paper. */
export function useConditionLine(conditions: Conditions): string {
  const t = useWords('reports');
  const choices = useChoices();
  const { from, to } = conditions.period;
  return [
    t('range', { from: formatDate(from), to: formatDate(to) }),
    ...lists.filter((list) => conditions[list].length > 0).map((list) => namesOf(choices[list], conditions[list])),
  ].join(' · ');
}
