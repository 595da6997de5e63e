import { IconDatabase, IconMessage2Question } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { FilterRow, ListFooter } from '#renderer/components/sheet.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { ExplainDialog } from '#renderer/pages/registration/explain-dialog.tsx';
import { Fact } from '#renderer/pages/registration/fact.tsx';
import {
  countByCause,
  type GapCauseName,
  type GapLine,
  gapCauses,
  gapTable,
  isExplainable,
  sizeOf,
  type ToExplain,
  toExplain,
} from '#renderer/pages/registration/gap-lines.ts';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import { RowGrid } from '#renderer/pages/registration/row-grid.tsx';
import { useGapColumns } from '#renderer/pages/registration/use-gap-columns.tsx';
import { useGapWords } from '#renderer/pages/registration/use-gap-words.ts';
import { usePeriodWords } from '#renderer/pages/registration/use-journal-words.ts';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import type { JournalLine } from '#shared/queries/registration.ts';

/** The numbers of one journal and period that no document has. */
export function GapRegister(props: {
  line: JournalLine;
  lines: readonly JournalLine[];
  open: readonly { journalId: string; period: string; count: number }[];
}) {
  const { journal, period: present, periods } = props.line;
  const t = useWords('journals');
  const clock = useClock();
  const may = useMayKeep();
  const periodWords = usePeriodWords();
  const words = useGapWords();
  const [params, setParams] = useSearchParams();
  const [cause, setCause] = useState<GapCauseName | 'all'>('all');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [explaining, setExplaining] = useState<ToExplain | null>(null);
  const asked = params.get('period');
  const standing = props.open.find((one) => one.journalId === journal.id)?.period ?? present;
  const period = asked !== null && periods.includes(asked) ? asked : standing;
  const gaps = useQuery('journal.gaps', { journalId: journal.id, period });
  const data = gaps.data;
  const all = useMemo<GapLine[]>(() => (data?.gaps ?? []).map((gap) => ({ ...gap, id: String(gap.from) })), [data]);
  const rows = useMemo(() => all.filter((line) => cause === 'all' || line.cause === cause), [all, cause]);
  const chosen = rows.filter((line) => selection.has(line.id));
  const explainable = chosen.some(isExplainable);
  const counts = countByCause(all);
  const missing = all.reduce((sum, line) => sum + sizeOf(line), 0);
  const columns = useGapColumns();
  const title = t('gapsOf', { journal: journal.name, period: periodWords(period) });
  const fresh =
    data && (data.knownUntil === null ? t('freshNever') : t('freshAt', { time: clock.moment(data.knownUntil) }));
  const table = gapTable(t('tab_gaps'), [t('numbers'), t('howMany'), t('cause'), t('detail'), t('since')], all, words);
  const keeps = may.cases && may.inBranch(journal.branchId);
  const choose = (next: { journal: string; period?: string }) => {
    setSelection(new Set());
    setParams(next, { replace: true });
  };
  return (
    <RegistrationFrame tab="gaps" tools={<HandOut title={title} load={() => [table]} />}>
      <FilterRow
        end={
          <span className={css['fresh']}>
            <IconDatabase size={14} stroke={1.6} aria-hidden="true" />
            {fresh}
          </span>
        }
      >
        <div className={`op-unlabelled ${css['pick']}`} data-width="wide">
          <SelectField
            label={t('journal')}
            value={journal.id}
            choices={props.lines.map((one) => ({ value: one.journal.id, label: one.journal.name }))}
            onChange={(next) => next && choose({ journal: next })}
            search
          />
        </div>
        <div className={`op-unlabelled ${css['pick']}`} data-width="narrow">
          <SelectField
            label={t('period')}
            value={period}
            choices={periods.map((one) => ({ value: one, label: periodWords(one) }))}
            onChange={(next) => next && choose({ journal: journal.id, period: next })}
          />
        </div>
      </FilterRow>
      <FilterRow>
        <Segmented
          label={t('cause')}
          value={cause}
          choices={(['all', ...gapCauses] as const).map((one) => ({
            value: one,
            label: `${t(`cause_${one}`)} ${formatCount(one === 'all' ? missing : counts[one])}`,
          }))}
          onChange={(next) => {
            setCause(next);
            setSelection(new Set());
          }}
        />
        {counts.unexplained > 0 && <span className={css['quiet']}>{t('unexplainedHint')}</span>}
      </FilterRow>
      {data ? (
        <RowGrid
          label={t('tab_gaps')}
          columns={columns}
          rows={rows}
          of={`${journal.id} ${period} ${cause}`}
          selection={selection}
          onSelect={setSelection}
          {...(keeps ? { onOpen: (row: GapLine) => isExplainable(row) && openFor(row) } : {})}
          empty={
            missing === 0 ? (
              <EmptyState title={t('gapsEmpty')} text={t(data.registered > 0 ? 'gapsEmptyText' : 'gapsNothing')} />
            ) : (
              <EmptyFilter title={t('gapsNoneOfCause')}>{t('gapsNoneOfCauseText', { count: missing })}</EmptyFilter>
            )
          }
        />
      ) : (
        <Failed error={gaps.error} onRetry={gaps.refresh} />
      )}
      {keeps && chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          total={
            explainable
              ? t('gapsFact', { count: chosen.reduce((sum, line) => sum + sizeOf(line), 0) })
              : t('explainNothing')
          }
          actions={
            explainable
              ? [
                  {
                    ...{ label: t('explain'), onClick: () => explain(chosen), primary: true },
                    icon: <IconMessage2Question size={16} stroke={1.6} />,
                  },
                ]
              : []
          }
          onClose={() => setSelection(new Set())}
        />
      )}
      <ListFooter
        start={
          <>
            <Fact name={t('missing')} count={missing} />
            <Fact name={t('openCount')} count={counts.unexplained} />
          </>
        }
        end={
          data && (
            <>
              <Fact name={t('registered')} count={data.registered} />
              {data.registered + missing > 0 && <Fact name={t('highest')} count={data.highest} />}
            </>
          )
        }
      />
      {explaining && (
        <ExplainDialog
          asked={explaining}
          onClose={() => setExplaining(null)}
          onDone={() => {
            setExplaining(null);
            setSelection(new Set());
          }}
        />
      )}
      {data && <Paper title={title} line={fresh ?? ''} tables={[table]} />}
    </RegistrationFrame>
  );

  function openFor(row: GapLine) {
    setSelection(new Set([row.id]));
    explain([row]);
  }

  function explain(lines: readonly GapLine[]) {
    setExplaining(toExplain({ journalId: journal.id, period }, lines));
  }
}
