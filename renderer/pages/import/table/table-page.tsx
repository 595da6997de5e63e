import { IconTableImport } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { IntakeTabs } from '#renderer/pages/import/intake-tabs.tsx';
import { NothingChosen } from '#renderer/pages/import/nothing-chosen.tsx';
import { ColumnsPart } from '#renderer/pages/import/table/columns-part.tsx';
import { FaultsPart } from '#renderer/pages/import/table/faults-part.tsx';
import { PreviewPart } from '#renderer/pages/import/table/preview-part.tsx';
import { FileProblems, ReadingPart } from '#renderer/pages/import/table/reading-part.tsx';
import { RunBar } from '#renderer/pages/import/table/run-bar.tsx';
import css from '#renderer/pages/import/table/table.module.css';
import { TableOutcome } from '#renderer/pages/import/table/table-outcome.tsx';
import { TargetPart } from '#renderer/pages/import/table/target-part.tsx';
import { useTableImport } from '#renderer/pages/import/table/use-table-import.ts';
import { useTableFile } from '#renderer/state/table-file.ts';

const choose = () =>
  void chooseFiles(false).then(([file]) => {
    if (file) useTableFile.getState().set(file);
  });

/** An XLSX or CSV on its way to documents or counterparties: read, mapped, checked, taken in, reported, taken back. */
export function TablePage() {
  const t = useWords('tables');
  const words = useErrorWords();
  const navigate = useNavigate();
  const given = useTableImport();
  useShortcuts([{ keys: 'Esc', run: () => navigate(-1) }]);
  const { file, view, target, settled, check, report, error } = given;
  if (!file) return <NothingChosen active="table" icon={IconTableImport} onChoose={choose} />;
  const sheet = view?.kind === 'workbook' ? (view.sheets[view.sheet ?? 0]?.name ?? null) : null;
  const hasRows = view !== null && view.table.rows.length > 0;
  return (
    <Sheet>
      <PageHeader title={t('title')}>
        <IntakeTabs active="table" />
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['body']} tabIndex={0} aria-label={t('title')}>
        {error && <Note tone="red" title={words(error)} />}
        {report && <TableOutcome given={given} onOther={choose} />}
        {!report && view && <ReadingPart given={given} view={view} onChoose={choose} />}
        {!report && hasRows && <TargetPart given={given} />}
        {!report && hasRows && target && <ColumnsPart given={given} view={view} facts={target} />}
        {check && !report && <FileProblems problems={check.file.filter((one) => one.stops)} />}
        {check && target && settled && !report && check.preview.length > 0 && (
          <PreviewPart check={check} facts={target} columns={settled.columns} />
        )}
        {check && target && (
          <FaultsPart check={check} refused={report?.refused ?? []} facts={target} sheet={sheet} name={file.name} />
        )}
      </section>
      {!report && <RunBar given={given} />}
    </Sheet>
  );
}
