import type { ReactNode } from 'react';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOwnKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { type Choice, ConditionChips, namesOf, PeriodChip } from '#renderer/pages/reports/condition-chips.tsx';
import {
  type DisciplineConditions,
  type DisciplineList,
  disciplineLists,
} from '#renderer/pages/reports/discipline-place.ts';
import { documentKinds } from '#shared/domain/document.ts';

const papers = documentKinds.filter((kind) => kind !== 'template' && kind !== 'application' && kind !== 'custom');

/** Period, branch, department, responsible, kind: as chips, the period always, the rest when set. */
export function DisciplineConditionRow(props: {
  conditions: DisciplineConditions;
  onChange: (conditions: DisciplineConditions) => void;
  end?: ReactNode;
}) {
  const { conditions, onChange } = props;
  const t = useWords('discipline');
  const choices = useDisciplineChoices();
  return (
    <FilterRow end={props.end}>
      <PeriodChip label={t('condition_period')} conditions={conditions} onChange={onChange} />
      <ConditionChips
        lists={disciplineLists}
        chosen={conditions}
        choices={choices}
        wordOf={(list) => t(`condition_${list}`)}
        onChange={(list, ids) => onChange({ ...conditions, [list]: ids })}
      />
    </FilterRow>
  );
}

function useDisciplineChoices(): Record<DisciplineList, Choice[]> {
  const status = useWords('status');
  const { branches, departments, employees } = useDirectory();
  const kinds = useOwnKinds() ?? [];
  return {
    branches: branches.map(({ id, city }) => ({ value: id, label: city })),
    departments: departments.map(({ id, name }) => ({ value: id, label: name })),
    people: employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
    kinds: [
      ...papers.map((kind) => ({ value: kind as string, label: String(status(`kind_${kind}`)) })),
      ...kinds.map(({ line, name }) => ({ value: line.id, label: name })),
    ],
  };
}

/** The conditions in one line, for paper. */
export function useDisciplineLine(conditions: DisciplineConditions): string {
  const t = useWords('reports');
  const choices = useDisciplineChoices();
  const { from, to } = conditions.period;
  const lists = disciplineLists.filter((list) => conditions[list].length > 0);
  return [
    t('range', { from: formatDate(from), to: formatDate(to) }),
    ...lists.map((list) => namesOf(choices[list], conditions[list])),
  ].join(' · ');
}
