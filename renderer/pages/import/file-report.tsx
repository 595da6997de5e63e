import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { DocumentsOfFile } from '#renderer/pages/import/documents-of-file.tsx';
import css from '#renderer/pages/import/import.module.css';
import { mayBePaper, outcomeOf, outcomeTones } from '#renderer/pages/import/outcome.ts';
import { Problems } from '#renderer/pages/import/problems.tsx';
import { useProblemWords } from '#renderer/pages/import/use-problem-words.ts';
import type { ImportedFile } from '#renderer/state/imports.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

/** What one file brought: the outcome in a word, then the numbers, the papers, what was wrong on which line. */
export function FileReport({ file }: { file: ImportedFile }) {
  const t = useWords('imports');
  const words = useErrorWords();
  const formats = useFormats();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const { report, handle } = file;
  const outcome = outcomeOf(file);
  // The sentence that stopped the file stands first; the rest are remarks.
  const stopping = report && !report.ok ? report.problems.find((one) => one.severity === 'error') : undefined;
  const rest = report?.problems.filter((one) => one !== stopping) ?? [];
  return (
    <article className={css['report']} aria-label={file.name}>
      <header className={css['head']}>
        <h2 className={css['name']} title={file.name}>
          {file.name}
        </h2>
        <Pill tone={outcomeTones[outcome]}>{t(`state_${outcome}`)}</Pill>
        <span className={css['facts']}>
          {report && <span>{formatName(t, report.format)}</span>}
          {file.size !== null && <span className="op-figures">{formats.size(file.size)}</span>}
        </span>
      </header>
      {file.state === 'cancelled' && <p className={css['line']}>{t('stopped')}</p>}
      {file.error && (
        <Note tone="red" title={t('refusedTitle')}>
          {words(file.error)}
        </Note>
      )}
      {report && stopping && (
        <Note
          tone="red"
          title={t('refusedTitle')}
          actions={
            handle &&
            mayBePaper(report) && (
              <LinkButton onClick={() => navigate('/documents/new/incoming', { state: { file: handle } })}>
                {t('asIncoming')}
              </LinkButton>
            )
          }
        >
          {stopping.line !== undefined && `${t('line', { line: stopping.line })}: `}
          {problem(stopping.code, stopping.params)}
        </Note>
      )}
      {report?.ok && <Numbers report={report} />}
      {report && report.documents.length > 0 && <DocumentsOfFile file={file.name} documents={report.documents} />}
      {rest.length > 0 && <Problems problems={rest} />}
    </article>
  );
}

function Numbers({ report }: { report: ImportReport }) {
  const t = useWords('imports');
  const { documents, counterparties, accounts } = report.created;
  const differs = report.documents.filter((one) => one.outcome === 'differs').length;
  const matched = report.documents.filter((one) => one.outcome === 'matched').length;
  const parts = [
    documents > 0 && t('createdDocuments', { count: documents }),
    counterparties > 0 && t('createdParties', { count: counterparties }),
    accounts > 0 && t('createdAccounts', { count: accounts }),
  ].filter(Boolean);
  return (
    <p className={css['line']}>
      {parts.length > 0 ? (
        <>
          {t('created')}: <b>{parts.join(', ')}</b>
        </>
      ) : (
        t('nothingCreated')
      )}
      {matched > 0 && ` · ${t('matched', { count: matched })}`}
      {differs > 0 && ` · ${t('differs', { count: differs })}`}
    </p>
  );
}

/** `client-bank 1.03` → «Выписка 1С 1.03». */
function formatName(t: ReturnType<typeof useWords<'imports'>>, format: string | null): string {
  if (format === null) return t('format_none');
  const [name = '', version = ''] = format.split(' ');
  const words =
    name === 'client-bank'
      ? t('format_bank')
      : name === 'universal-transfer'
        ? t('format_upd')
        : name === 'mail'
          ? t('format_mail')
          : name;
  return [words, version].filter(Boolean).join(' ');
}
