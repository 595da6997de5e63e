import { Menu, Popover } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { addDays, formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { type Conditions, offeredGroups, shownStates } from '#renderer/pages/exchange/outbox-conditions.ts';

interface ChipsProps {
  conditions: Conditions;
  /** Kinds of records there are changes about. */
  entities: readonly string[];
  onChange: (conditions: Conditions) => void;
}

/** The conditions of the outbox as chips: its state, the kind of record, when it was entered. */
export function OutboxChips({ conditions, entities, onChange }: ChipsProps) {
  const t = useWords('exchange');
  const set = (patch: Partial<Conditions>) => onChange({ ...conditions, ...patch });
  return (
    <>
      <MenuChip
        label={t('filterState')}
        value={conditions.state}
        choices={shownStates.map((state) => ({ value: state, label: t(`shown_${state}`) }))}
        onChange={(state) => set({ state })}
      />
      <MenuChip
        label={t('filterEntity')}
        value={conditions.entity}
        choices={offeredGroups(entities).map((group) => ({
          value: group,
          label: t(`records_${group}` as 'records_rest'),
        }))}
        onChange={(entity) => set({ entity })}
      />
      <PeriodChip period={conditions.period} onChange={(period) => set({ period })} />
    </>
  );
}

/** A chip that is set or removed becomes another button: the hand stays where it was. */
function Place({ of, children }: { of: unknown; children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const before = useRef(of);
  useEffect(() => {
    if (before.current === of) return;
    before.current = of;
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, [of]);
  return (
    <span ref={place} className={css['place']}>
      {children}
    </span>
  );
}

function MenuChip<V extends string>(props: {
  label: string;
  value: V | null;
  choices: readonly { value: V; label: string }[];
  onChange: (value: V | null) => void;
}) {
  const { label, value, choices } = props;
  const common = useWords('common');
  const menu = (target: ReactElement) => (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.value} onClick={() => props.onChange(choice.value)}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  if (value === null && choices.length === 0) return null;
  const chip =
    value === null ? (
      menu(<OfferChip label={label} />)
    ) : (
      <FilterChip
        label={label}
        value={choices.find((choice) => choice.value === value)?.label ?? value}
        onRemove={() => props.onChange(null)}
        removeLabel={common('clear')}
        wrap={menu}
      />
    );
  return <Place of={value}>{chip}</Place>;
}

function PeriodChip(props: { period: Conditions['period']; onChange: (period: Conditions['period']) => void }) {
  const { period, onChange } = props;
  const t = useWords('exchange');
  const common = useWords('common');
  const today = useClock().today();
  const [opened, setOpened] = useState(false);
  const { from = null, to = null } = period ?? {};
  const set = (next: Partial<NonNullable<Conditions['period']>>) => {
    const whole = { from, to, ...next };
    onChange(whole.from || whole.to ? whole : null);
  };
  const presets = [
    [t('periodToday'), today],
    [t('periodWeek'), addDays(today, -6)],
    [t('periodMonth'), addDays(today, -29)],
  ] as const;
  const open = (target: ReactElement) => (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withRoles={false}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('filterPeriod')}>
        <div className={css['period']}>
          <div>
            {presets.map(([label, first]) => (
              <ActionButton
                key={label}
                size="xs"
                onClick={() => {
                  onChange({ from: first, to: today });
                  setOpened(false);
                }}
              >
                {label}
              </ActionButton>
            ))}
          </div>
          <DateField label={t('periodFrom')} value={from} onChange={(date) => set({ from: date })} today={today} />
          <DateField label={t('periodTo')} value={to} onChange={(date) => set({ to: date })} today={today} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
  const words = [from ? formatDate(from) : '…', to ? formatDate(to) : '…'].join(' – ');
  const chip = period ? (
    <FilterChip
      label={t('filterPeriod')}
      value={from === to ? (words.split(' – ')[0] ?? '') : words}
      onEdit={() => setOpened(!opened)}
      onRemove={() => onChange(null)}
      removeLabel={common('clear')}
      wrap={open}
    />
  ) : (
    open(<OfferChip label={t('filterPeriod')} aria-expanded={opened} onClick={() => setOpened(!opened)} />)
  );
  return <Place of={period === null}>{chip}</Place>;
}
