import { Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { FilterRow, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { SectionTabs } from '#renderer/pages/portal/section-tabs.tsx';
import { GrantDialog } from '#renderer/pages/vacations/grant-dialog.tsx';
import { Legend } from '#renderer/pages/vacations/legend.tsx';
import { OwnLeaves } from '#renderer/pages/vacations/own-leaves.tsx';
import { type Plan, PlanDialog } from '#renderer/pages/vacations/plan-dialog.tsx';
import { Schedule } from '#renderer/pages/vacations/schedule.tsx';
import { useExportSchedule } from '#renderer/pages/vacations/use-export-schedule.ts';
import { useVacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import css from '#renderer/pages/vacations/vacations.module.css';
import { type Scale, spanOf } from '#renderer/pages/vacations/year-scale.ts';

/** The schedule of vacations (график отпусков): a year of everybody, the overlaps in departments, one's own days at the side. */
export function VacationsPage() {
  const t = useWords('vacations');
  const common = useWords('common');
  const portal = useWords('portal');
  const today = useClock().today();
  const { branches, departments } = useDirectory();
  const rights = useVacationRights();
  const exportSchedule = useExportSchedule();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [scale, setScale] = useState<Scale>('year');
  const [firstMonth, setFirstMonth] = useState(Math.min(10, Number(today.slice(5, 7))));
  const [branchId, setBranchId] = useState<string | null>(null);
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [granting, setGranting] = useState(false);
  const answer = useQuery('vacation.schedule', { year, branchId, departmentId });
  const schedule = answer.data;
  const span = spanOf(year, scale, firstMonth);
  const step = (by: 1 | -1) => {
    if (scale === 'year') return setYear(year + by);
    const month = year * 12 + firstMonth - 1 + by * 3;
    setYear(Math.floor(month / 12));
    setFirstMonth(Math.min(10, (month % 12) + 1));
  };
  return (
    <Sheet>
      <PageHeader title={portal('title')}>
        <SectionTabs active="vacations" />
      </PageHeader>
      <FilterRow
        end={
          <div className={css['tools']}>
            <ActionButton
              variant="subtle"
              size="xs"
              icon={<IconDownload size={14} stroke={1.6} />}
              onClick={() => schedule && exportSchedule(schedule.lines, year)}
            >
              {t('export')}
            </ActionButton>
            {rights.grants && (
              <ActionButton size="xs" onClick={() => setGranting(true)}>
                {t('grant')}
              </ActionButton>
            )}
            <ActionButton
              variant="filled"
              size="xs"
              icon={<IconPlus size={14} stroke={1.6} />}
              onClick={() => setPlan({ employeeId: rights.userId, from: null, to: null })}
            >
              {t('plan')}
            </ActionButton>
          </div>
        }
      >
        <div className={css['year']}>
          <IconButton label={t('before')} onClick={() => step(-1)}>
            <IconChevronLeft size={16} stroke={1.6} />
          </IconButton>
          <b aria-live="polite">
            {scale === 'year' ? year : `${span.from.slice(5, 7)} – ${span.to.slice(5, 7)}.${span.to.slice(0, 4)}`}
          </b>
          <IconButton label={t('after')} onClick={() => step(1)}>
            <IconChevronRight size={16} stroke={1.6} />
          </IconButton>
        </div>
        <Segmented
          label={t('scale')}
          value={scale}
          choices={[
            { value: 'year', label: t('scale_year') },
            { value: 'quarter', label: t('scale_quarter') },
          ]}
          onChange={setScale}
        />
        {branches.length > 1 && (
          <Filter
            label={t('branch')}
            value={branchId}
            data={branches.map((one) => ({ value: one.id, label: one.city }))}
            onChange={setBranchId}
          />
        )}
        {departments.length > 0 && (
          <Filter
            label={t('department')}
            value={departmentId}
            data={departments.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setDepartmentId}
          />
        )}
      </FilterRow>
      <div className={css['page']}>
        <div className={css['main']}>
          {answer.error && !schedule ? (
            <ErrorPanel code={asCoreError(answer.error).told} onRetry={answer.refresh} />
          ) : null}
          {schedule && schedule.lines.length === 0 && (
            <EmptyFilter title={common('nothingFiltered')}>
              <LinkButton
                onClick={() => {
                  setBranchId(null);
                  setDepartmentId(null);
                }}
              >
                {common('resetFilter')}
              </LinkButton>
            </EmptyFilter>
          )}
          {schedule && schedule.lines.length > 0 && (
            <Schedule schedule={schedule} span={span} scale={scale} rights={rights} onPlan={setPlan} />
          )}
          <Legend />
        </div>
        <OwnLeaves schedule={schedule} year={year} rights={rights} />
      </div>
      {plan && <PlanDialog plan={plan} rights={rights} onClose={() => setPlan(null)} />}
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
    </Sheet>
  );
}

function Filter(props: {
  label: string;
  value: string | null;
  data: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}) {
  const common = useWords('common');
  return (
    <Select
      size="xs"
      w={170}
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      data={props.data}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${props.label}: ${common('clear')}` }}
      onChange={props.onChange}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
