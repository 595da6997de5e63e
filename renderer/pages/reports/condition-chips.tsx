import { Menu, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { type Period, type Preset, periodOf, presets } from '#renderer/pages/reports/report-period.ts';
import css from '#renderer/pages/reports/reports.module.css';

export interface Choice {
  value: string;
  label: string;
}

/** The chosen ones by their names; one that is not known yet is dots. */
export const namesOf = (choices: readonly Choice[], ids: readonly string[]): string =>
  ids.map((id) => choices.find((one) => one.value === id)?.label ?? '…').join(', ');

/** Conditions of several of a list, each a chip when it is set; the rest are offered behind them. */
export function ConditionChips<L extends string>(props: {
  lists: readonly L[];
  chosen: Readonly<Record<L, readonly string[]>>;
  choices: Readonly<Record<L, readonly Choice[]>>;
  wordOf: (list: L) => string;
  onChange: (list: L, ids: string[]) => void;
  children?: ReactNode;
}) {
  const { lists, chosen, choices, wordOf, onChange } = props;
  const t = useWords('reports');
  const [opened, setOpened] = useState<L | null>(null);
  const shown = lists.filter((one) => chosen[one].length > 0 || one === opened);
  return (
    <>
      {shown.map((list) => (
        <Chip
          key={list}
          opened={opened === list}
          onOpen={(open) => setOpened(open ? list : null)}
          label={wordOf(list)}
          value={namesOf(choices[list], chosen[list]) || '…'}
          onRemove={() => {
            setOpened(null);
            onChange(list, []);
          }}
        >
          <ManyChecks choices={choices[list]} chosen={chosen[list]} onChange={(ids) => onChange(list, ids)} />
        </Chip>
      ))}
      {props.children}
      {shown.length < lists.length && (
        <Menu position="bottom-start" width={200}>
          <Menu.Target>
            <OfferChip label={t('condition')} />
          </Menu.Target>
          <Menu.Dropdown>
            {lists
              .filter((one) => !shown.includes(one))
              .map((one) => (
                <Menu.Item key={one} onClick={() => setOpened(one)}>
                  {wordOf(one)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

interface Spanned {
  preset: Preset | 'own';
  period: Period;
}

/** The period, always shown: one of the usual ones, or two days. */
export function PeriodChip<C extends Spanned>(props: {
  label: string;
  conditions: C;
  onChange: (conditions: C) => void;
}) {
  const { label, conditions, onChange } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Chip
      opened={opened}
      onOpen={setOpened}
      label={label}
      value={periodWords(conditions.period.from, conditions.period.to)}
      onRemove={() => onChange({ ...conditions, preset: 'days30' })}
    >
      <PeriodEditor conditions={conditions} onChange={onChange} />
    </Chip>
  );
}

function Chip(props: {
  opened: boolean;
  onOpen: (open: boolean) => void;
  label: string;
  value: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  const common = useWords('common');
  return (
    <Popover opened={props.opened} onChange={props.onOpen} position="bottom-start" trapFocus returnFocus shadow="md">
      <FilterChip
        wrap={(words) => <Popover.Target>{words}</Popover.Target>}
        label={props.label}
        value={props.value}
        removeLabel={common('remove')}
        onEdit={() => props.onOpen(!props.opened)}
        onRemove={props.onRemove}
      />
      <Popover.Dropdown>{props.children}</Popover.Dropdown>
    </Popover>
  );
}

function PeriodEditor<C extends Spanned>({
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
