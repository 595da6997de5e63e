import { IconCopyPlus, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { FilterRow, ListFooter } from '#renderer/components/sheet.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { CaseDialog } from '#renderer/pages/registration/case-dialog.tsx';
import { casesToCopy } from '#renderer/pages/registration/copy-year.ts';
import { CopyYearDialog } from '#renderer/pages/registration/copy-year-dialog.tsx';
import { Fact } from '#renderer/pages/registration/fact.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import { RowGrid } from '#renderer/pages/registration/row-grid.tsx';
import { useCaseState, useKeptWords } from '#renderer/pages/registration/use-case-words.ts';
import { useBranchWords } from '#renderer/pages/registration/use-journal-words.ts';
import type { CaseLine } from '#shared/queries/registration.ts';

type CaseRow = CaseLine & { id: string };
const everywhere = 'all';
const company = 'company';
const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** The nomenclature of a year: which cases there are, how long each is kept, how much lies in it. */
export function CasesPage() {
  const t = useWords('journals');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const list = useQuery('case_file.list', {});
  const { branches } = useDirectory();
  const may = useMayKeep();
  const thisYear = Number(useClock().today().slice(0, 4));
  const year = Number(params.get('year') ?? thisYear) || thisYear;
  const branch = params.get('branch') ?? everywhere;
  const [text, setText] = useState('');
  const find = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', run: () => find.current?.focus() }]);
  const [dialog, setDialog] = useState<'new' | 'copy' | null>(null);
  const columns = useCaseColumns();
  const files = useMemo(() => (list.data ?? []).map(({ file }) => file), [list.data]);
  const years = [...new Set([thisYear + 1, thisYear, year, ...files.map((file) => file.year)])].sort((a, b) => b - a);
  const rows = useMemo<CaseRow[]>(
    () =>
      (list.data ?? [])
        .filter(({ file }) => file.year === year)
        .filter(({ file }) => branch === everywhere || (file.branchId ?? company) === branch)
        .filter(({ file }) => folded(`${file.index} ${file.title}`).includes(folded(text.trim())))
        .map((line) => ({ ...line, id: line.file.id })),
    [list.data, year, branch, text],
  );
  const copy = casesToCopy(files, year, may.inBranch);
  const choose = (next: Record<string, string>) =>
    setParams({ year: String(year), branch, ...next }, { replace: true });
  return (
    <RegistrationFrame
      tab="cases"
      tools={
        may.cases && (
          <>
            {copy.fresh.length > 0 && (
              <ActionButton size="xs" icon={<IconCopyPlus size={14} stroke={1.6} />} onClick={() => setDialog('copy')}>
                {t('copyYear', { year: year - 1 })}
              </ActionButton>
            )}
            <ActionButton
              size="xs"
              variant="filled"
              icon={<IconPlus size={14} stroke={1.6} />}
              onClick={() => setDialog('new')}
            >
              {t('addCase')}
            </ActionButton>
          </>
        )
      }
    >
      <FilterRow
        end={
          <div className={`op-unlabelled ${css['pick']}`}>
            <TextField
              ref={find}
              label={t('find')}
              placeholder={t('find')}
              type="search"
              value={text}
              onChange={setText}
            />
          </div>
        }
      >
        <div className={`op-unlabelled ${css['pick']}`} data-width="narrow">
          <SelectField
            label={t('year')}
            value={String(year)}
            choices={years.map((one) => ({ value: String(one), label: t('periodYear', { year: one }) }))}
            onChange={(next) => next && choose({ year: next })}
          />
        </div>
        <div className={`op-unlabelled ${css['pick']}`}>
          <SelectField
            label={t('branch')}
            value={branch}
            choices={[
              { value: everywhere, label: t('everyBranch') },
              { value: company, label: t('wholeCompany') },
              ...branches.map((one) => ({ value: one.id, label: one.city })),
            ]}
            onChange={(next) => next && choose({ branch: next })}
            search
          />
        </div>
      </FilterRow>
      {list.data ? (
        <RowGrid
          label={t('casesList')}
          columns={columns}
          rows={rows}
          of={`${year} ${branch} ${text}`}
          onOpen={(row, newWindow) =>
            newWindow ? window.open(`#/registration/cases/${row.id}`) : void navigate(`/registration/cases/${row.id}`)
          }
          empty={
            <EmptyState title={t('casesEmpty', { year })} text={t(may.cases ? 'casesEmptyKeep' : 'casesEmptyText')} />
          }
        />
      ) : (
        <Failed error={list.error} onRetry={list.refresh} />
      )}
      {list.data && (
        <ListFooter
          start={
            <>
              <Fact name={t('casesTotal')} count={rows.length} />
              <Fact name={t('documentsTotal')} count={rows.reduce((sum, row) => sum + row.documents, 0)} />
            </>
          }
        />
      )}
      {dialog === 'new' && <CaseDialog file={null} files={files} year={year} onClose={() => setDialog(null)} />}
      {dialog === 'copy' && <CopyYearDialog to={year} {...copy} onClose={() => setDialog(null)} />}
    </RegistrationFrame>
  );
}

function useCaseColumns(): GridColumn<CaseRow>[] {
  const t = useWords('journals');
  const branchWords = useBranchWords();
  const kept = useKeptWords();
  const stateOf = useCaseState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the others speak the language of the words
  return useMemo(
    () => [
      { id: 'index', header: t('index'), width: 84, text: ({ file }) => file.index },
      { id: 'title', header: t('caseTitle'), flex: 2, minWidth: 180, text: ({ file }) => file.title },
      { id: 'branch', header: t('branch'), flex: 0.7, minWidth: 100, text: ({ file }) => branchWords(file.branchId) },
      { id: 'retention', header: t('retention'), width: 220, text: ({ file }) => kept(file) },
      { id: 'article', header: t('article'), width: 130, text: ({ file }) => file.article ?? '–' },
      {
        ...{ id: 'documents', header: t('documents'), width: 110, align: 'end' },
        text: ({ documents }) => formatCount(documents),
      },
      { id: 'state', header: t('caseState'), width: 150, text: ({ file }) => stateOf(file) },
    ],
    [t, branchWords],
  );
}
