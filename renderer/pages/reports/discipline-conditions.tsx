import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfferChip } from '#renderer/components/chip.tsx';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import {
  type DisciplineConditions,
  type DisciplineList,
  disciplineLists,
} from '#renderer/pages/reports/discipline-place.ts';
import { ConditionChip, PeriodEditor } from '#renderer/pages/reports/report-conditions.tsx';
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
  const reports = useWords('reports');
  const common = useWords('common');
  const choices = useDisciplineChoices();
  const [opened, setOpened] = useState<DisciplineList | 'period' | null>(null);
  const shown = disciplineLists.filter((one) => conditions[one].length > 0 || one === opened);
  return (
    <FilterRow end={props.end}>
      <ConditionChip
        opened={opened === 'period'}
        onOpen={(open) => setOpened(open ? 'period' : null)}
        label={t('condition_period')}
        value={periodWords(conditions.period.from, conditions.period.to)}
        removeLabel={common('remove')}
        onRemove={() => onChange({ ...conditions, preset: 'days30' })}
      >
        <PeriodEditor conditions={conditions} onChange={onChange} />
      </ConditionChip>
      {shown.map((list) => (
        <ConditionChip
          key={list}
          opened={opened === list}
          onOpen={(open) => setOpened(open ? list : null)}
          label={t(`condition_${list}`)}
          value={namesOf(choices[list], conditions[list]) || '…'}
          removeLabel={common('remove')}
          onRemove={() => {
            setOpened(null);
            onChange({ ...conditions, [list]: [] });
          }}
        >
          <ManyChecks
            choices={choices[list]}
            chosen={conditions[list]}
            onChange={(chosen) => onChange({ ...conditions, [list]: chosen })}
          />
        </ConditionChip>
      ))}
      {shown.length < disciplineLists.length && (
        <Menu position="bottom-start" width={200}>
          <Menu.Target>
            <OfferChip label={reports('condition')} />
          </Menu.Target>
          <Menu.Dropdown>
            {disciplineLists
              .filter((one) => !shown.includes(one))
              .map((one) => (
                <Menu.Item key={one} onClick={() => setOpened(one)}>
                  {t(`condition_${one}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </FilterRow>
  );
}

type Choices = Record<DisciplineList, { value: string; label: string }[]>;
const namesOf = (choices: Choices[DisciplineList], ids: readonly string[]): string =>
  ids.map((id) => choices.find((one) => one.value === id)?.label ?? '…').join(', ');

function useDisciplineChoices(): Choices {
  const status = useWords('status');
  const { branches, departments, employees } = useDirectory();
  const kinds = useQuery('kind.list', {}).data ?? [];
  const english = useTranslation().i18n.language === 'en';
  return {
    branches: branches.map(({ id, city }) => ({ value: id, label: city })),
    departments: departments.map(({ id, name }) => ({ value: id, label: name })),
    people: employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
    kinds: [
      ...papers.map((kind) => ({ value: kind as string, label: String(status(`kind_${kind}`)) })),
      ...kinds.map((kind) => ({ value: kind.id, label: (english && kind.labelEn) || kind.label })),
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
