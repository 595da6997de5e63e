import { Checkbox, Menu, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { periodOf, presets } from '#renderer/pages/reports/report-period.ts';
import type { Conditions, Subject } from '#renderer/pages/reports/report-place.ts';
import css from '#renderer/pages/reports/reports.module.css';

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
  const common = useWords('common');
  const choices = useChoices();
  const [opened, setOpened] = useState<List | 'period' | null>(null);
  const possible = conditions.subject === 'tickets' ? lists : (['branches'] as const);
  const shown = possible.filter((one) => conditions[one].length > 0 || one === opened);
  const namesOf = (list: List) =>
    conditions[list].map((id) => choices[list].find((one) => one.value === id)?.label ?? '…').join(', ') || '…';
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
          value={namesOf(list)}
          removeLabel={common('remove')}
          onRemove={() => {
            setOpened(null);
            onChange({ ...conditions, [list]: [] });
          }}
        >
          <div className={css['many']}>
            {choices[list].map((choice) => (
              <Checkbox
                key={choice.value}
                label={choice.label}
                checked={conditions[list].includes(choice.value)}
                onChange={(event) =>
                  onChange({
                    ...conditions,
                    [list]: event.currentTarget.checked
                      ? [...conditions[list], choice.value]
                      : conditions[list].filter((one) => one !== choice.value),
                  })
                }
              />
            ))}
          </div>
        </ConditionChip>
      ))}
      {props.children}
      {shown.length < possible.length && (
        <Menu position="bottom-start" width={200}>
          <Menu.Target>
            <OfferChip label={t('condition')} />
          </Menu.Target>
          <Menu.Dropdown>
            {possible
              .filter((one) => !shown.includes(one as never))
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

/** A condition with what it is changed with, at a press. */
export function ConditionChip(props: {
  opened: boolean;
  onOpen: (open: boolean) => void;
  label: string;
  value: string;
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <Popover opened={props.opened} onChange={props.onOpen} position="bottom-start" trapFocus returnFocus shadow="md">
      <FilterChip
        wrap={(words) => <Popover.Target>{words}</Popover.Target>}
        label={props.label}
        value={props.value}
        removeLabel={props.removeLabel}
        onEdit={() => props.onOpen(!props.opened)}
        onRemove={props.onRemove}
      />
      <Popover.Dropdown>{props.children}</Popover.Dropdown>
    </Popover>
  );
}

/** A period: one of the usual ones, or two days. */
export function PeriodEditor<C extends Pick<Conditions, 'preset' | 'period'>>({
  conditions,
  onChange,
}: {
  conditions: C;
  onChange: (conditions: C) => void;
}) {
  const t = useWords('reports');
  const today = useClock().today();
  const { period, preset } = conditions;
  const own = (from: string | null, to: string | null) => {
    if (from && to)
      onChange({ ...conditions, preset: 'own', period: from <= to ? { from, to } : { from: to, to: from } });
  };
  return (
    <div className={css['periods']}>
      <Segmented
        label={t('presets')}
        value={preset}
        choices={[...presets, 'own' as const].map((value) => ({ value, label: t(`period_${value}`) }))}
        onChange={(value) =>
          onChange({ ...conditions, preset: value, period: value === 'own' ? period : periodOf(value, today) })
        }
      />
      <div className={css['days']}>
        <DateField
          label={t('periodFrom')}
          value={period.from}
          today={today}
          onChange={(from) => own(from, period.to)}
        />
        <DateField label={t('periodTo')} value={period.to} today={today} onChange={(to) => own(period.from, to)} />
      </div>
    </div>
  );
}

function useChoices(): Record<List, { value: string; label: string }[]> {
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
    ...lists.flatMap((list) =>
      conditions[list].length > 0
        ? [conditions[list].map((id) => choices[list].find((one) => one.value === id)?.label ?? '…').join(', ')]
        : [],
    ),
  ].join(' · ');
}
