import { useNavigate, useSearchParams } from 'react-router';
import { useClock } from '#renderer/data/directory.tsx';
import { useWindows } from '#renderer/data/use-windows.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { DisciplineConditionRow, useDisciplineLine } from '#renderer/pages/reports/discipline-conditions.tsx';
import {
  type DisciplineConditions,
  disciplineFilter,
  readDiscipline,
  readShow,
  writeDiscipline,
} from '#renderer/pages/reports/discipline-place.ts';
import { FigureRegister } from '#renderer/pages/reports/figure-register.tsx';
import { BackButton } from '#renderer/pages/reports/register-parts.tsx';
import { useDisciplineColumns } from '#renderer/pages/reports/use-discipline-columns.tsx';
import { disciplineColumns } from '#shared/queries/control.ts';

/** The documents that a figure of the report counts. Everything chosen stands in the address. */
export function DisciplineRegister() {
  const t = useWords('discipline');
  const navigate = useNavigate();
  const today = useClock().today();
  const [params] = useSearchParams();
  const conditions = readDiscipline(params, today);
  const show = readShow(params);
  const unassigned = params.get('nobody') === '1';
  const sorted = params.get('sort') ?? '';
  const column = disciplineColumns.find((one) => one === sorted.replace(/^-/, '')) ?? 'dueDate';
  const descending = sorted.startsWith('-');
  const { columns, tableOf } = useDisciplineColumns(show);
  const list = useWindows('discipline.list', {
    ...disciplineFilter(conditions),
    ...{ show, unassigned, sort: { column, direction: descending ? 'desc' : 'asc' } },
  });
  const title = `${t('title')}: ${t(`show_${show}`)}`;
  const line = useDisciplineLine(conditions);
  const go = (to: DisciplineConditions, sort: string) => {
    const more = { show, ...(unassigned ? { nobody: '1' } : {}), ...(sort ? { sort } : {}) };
    void navigate(`/reports/control${writeDiscipline(to, more)}`, { replace: true });
  };
  return (
    <FigureRegister
      {...{ title, line, list, columns, tableOf }}
      back={<BackButton address={`/reports/discipline${writeDiscipline(conditions)}`} />}
      sort={{ column, descending }}
      onSort={(sort) => go(conditions, `${sort.descending ? '-' : ''}${sort.column}`)}
      addressOf={(row) => `/documents/${row.id}`}
      emptyTitle={t('emptyTitle')}
      emptyText={t('emptyText')}
    >
      <DisciplineConditionRow conditions={conditions} onChange={(next) => go(next, sorted)} />
    </FigureRegister>
  );
}
