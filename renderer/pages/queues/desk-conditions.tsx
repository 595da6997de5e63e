import { Menu, Popover } from '@mantine/core';
import { type Ref, useState } from 'react';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { type DeskConditions, useDeskState } from '#renderer/pages/queues/desk-state.ts';
import css from '#renderer/pages/queues/queues.module.css';
import { useDesks } from '#renderer/pages/ticket/transfer-dialog.tsx';
import { priorities } from '#shared/domain/service/definition.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

const keys = ['assigned', 'services', 'branches', 'priorities', 'ended'] as const;
type Key = (typeof keys)[number];
type Counts = QueryResult<'queue.counts'>;

/** So many desks stand side by side; more are chosen from a list. */
const SIDE_BY_SIDE = 4;
const ALL = 'all';

/** Which desk, under which conditions, with which words; how well it did in the week. */
export function DeskConditionsBar({ counts, findRef }: { counts: Counts; findRef: Ref<HTMLInputElement> }) {
  const t = useWords('queues');
  const common = useWords('common');
  const desk = useDeskState();
  const { conditions, setConditions } = desk;
  const wordsOf = useConditionWords(conditions);
  const [opened, setOpened] = useState<Key | null>(null);
  const set = keys.filter((key) => isSet(conditions, key));
  const shown = opened && !set.includes(opened) ? [...set, opened] : set;
  return (
    <FilterRow
      end={
        <span className={css['end']}>
          <WeekShare counts={counts} queueId={desk.queueId} />
          <FindField value={desk.text} onChange={desk.find} ref={findRef} />
        </span>
      }
    >
      <DeskChoice counts={counts} />
      {shown.map((key) => (
        <Popover
          key={key}
          opened={opened === key}
          onChange={(open) => setOpened(open ? key : null)}
          position="bottom-start"
          trapFocus
          returnFocus
          shadow="md"
        >
          <FilterChip
            wrap={(words) => <Popover.Target>{words}</Popover.Target>}
            label={t(`condition_${key}`)}
            value={set.includes(key) ? wordsOf(key) : '…'}
            removeLabel={common('remove')}
            onEdit={() => setOpened(opened === key ? null : key)}
            onRemove={() => {
              setOpened(null);
              setConditions(without(conditions, key));
            }}
          />
          <Popover.Dropdown>
            <ConditionEditor condition={key} conditions={conditions} onChange={setConditions} />
          </Popover.Dropdown>
        </Popover>
      ))}
      {set.length < keys.length && (
        <Menu position="bottom-start" width={220}>
          <Menu.Target>
            <OfferChip label={t('condition')} />
          </Menu.Target>
          <Menu.Dropdown>
            {keys
              .filter((key) => !set.includes(key))
              .map((key) => (
                <Menu.Item
                  key={key}
                  onClick={() => (key === 'ended' ? setConditions({ ...conditions, ended: true }) : setOpened(key))}
                >
                  {key === 'ended' ? t('withEnded') : t(`condition_${key}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </FilterRow>
  );
}

/** The person’s desks with what is open in each. */
function DeskChoice({ counts }: { counts: Counts }) {
  const t = useWords('queues');
  const { queueId, chooseDesk } = useDeskState();
  const { queues } = counts;
  if (queues.length < 2) return null;
  const all = queues.reduce((sum, one) => sum + one.open, 0);
  const choices = [
    { value: ALL, label: t('deskCount', { name: t('allDesks'), open: String(all) }) },
    ...queues.map((one) => ({ value: one.id, label: t('deskCount', { name: one.name, open: String(one.open) }) })),
  ];
  const choose = (value: string | null) => chooseDesk(value === null || value === ALL ? null : value);
  if (queues.length <= SIDE_BY_SIDE)
    return <Segmented label={t('desks')} value={queueId ?? ALL} choices={choices} onChange={choose} />;
  return (
    <div className={`op-unlabelled ${css['deskSelect']}`}>
      <SelectField label={t('desks')} value={queueId ?? ALL} choices={choices} onChange={choose} search />
    </div>
  );
}

/** «за неделю в срок 94 %», of the chosen desk or of all. */
function WeekShare({ counts, queueId }: { counts: Counts; queueId: string | null }) {
  const t = useWords('queues');
  const own = counts.queues.filter((one) => queueId === null || one.id === queueId);
  const of = own.reduce((sum, one) => sum + (one.onTime?.of ?? 0), 0);
  const met = own.reduce((sum, one) => sum + (one.onTime?.met ?? 0), 0);
  if (of === 0) return null;
  return (
    <span className={css['week']} title={t('weekTip', { met: String(met), of: String(of) })}>
      {t('week')} <b>{t('percent', { share: String(Math.round((met / of) * 100)) })}</b>
    </span>
  );
}

const isSet = (conditions: DeskConditions, key: Key): boolean =>
  key === 'assigned' ? conditions.assigned !== null : key === 'ended' ? conditions.ended : conditions[key].length > 0;

const without = (conditions: DeskConditions, key: Key): DeskConditions => ({
  ...conditions,
  [key]: key === 'assigned' ? null : key === 'ended' ? false : [],
});

/** What is set, on its chip. */
function useConditionWords(conditions: DeskConditions): (key: Key) => string {
  const t = useWords('queues');
  const talk = useWords('talk');
  const { branchOf, employeeOf } = useDirectory();
  const services = useServices();
  return (key) => {
    switch (key) {
      case 'assigned': {
        const assigned = conditions.assigned ?? [];
        if (assigned.includes('me') && assigned.includes('none')) return t('assignedBoth');
        return assigned
          .map((one) =>
            one === 'me' ? t('assignedMe') : one === 'none' ? t('assignedNone') : (employeeOf(one)?.fullName ?? '…'),
          )
          .join(', ');
      }
      case 'services':
        return conditions.services.map((id) => services.find((one) => one.value === id)?.label ?? '…').join(', ');
      case 'branches':
        return conditions.branches.map((id) => branchOf(id)?.city ?? '…').join(', ');
      case 'priorities':
        return conditions.priorities.map((one) => talk(`priority_${one}`)).join(', ');
      case 'ended':
        return t('endedToo');
    }
  };
}

function useServices(): { value: string; label: string }[] {
  const { data } = useQuery('service.setup', {});
  return (data?.services ?? [])
    .filter((one) => one.archivedAt === null && one.publishedVersion > 0)
    .map((one) => ({ value: one.id, label: one.name }));
}

/** What opens under a chip: the values of one condition. Every press applies at once. */
function ConditionEditor(props: {
  condition: Key;
  conditions: DeskConditions;
  onChange: (conditions: DeskConditions) => void;
}) {
  const { condition, conditions, onChange } = props;
  const t = useWords('queues');
  const talk = useWords('talk');
  const { branches, employees } = useDirectory();
  const services = useServices();
  const desks = new Set(useDesks().map((one) => one.value));
  switch (condition) {
    case 'assigned':
      return (
        <ManyChecks
          choices={[
            { value: 'me', label: t('assignedMeLong') },
            { value: 'none', label: t('assignedNoneLong') },
            ...employees
              .filter((one) => one.queueIds?.some((id) => desks.has(id)))
              .map((one) => ({ value: one.id, label: one.fullName })),
          ]}
          chosen={conditions.assigned ?? []}
          onChange={(assigned) => onChange({ ...conditions, assigned: assigned.length > 0 ? assigned : null })}
        />
      );
    case 'services':
      return (
        <ManyChecks
          choices={services}
          chosen={conditions.services}
          onChange={(next) => onChange({ ...conditions, services: next })}
        />
      );
    case 'branches':
      return (
        <ManyChecks
          choices={branches.map((one) => ({ value: one.id, label: one.city }))}
          chosen={conditions.branches}
          onChange={(next) => onChange({ ...conditions, branches: next })}
        />
      );
    case 'priorities':
      return (
        <ManyChecks
          choices={priorities.map((one) => ({ value: one, label: talk(`priority_${one}`) }))}
          chosen={conditions.priorities}
          onChange={(next) => onChange({ ...conditions, priorities: next })}
        />
      );
    case 'ended':
      return <p className={css['quiet']}>{t('endedText')}</p>;
  }
}
