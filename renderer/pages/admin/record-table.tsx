import { IconArchive, IconArchiveOff, IconHistory, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { HistoryList } from '#renderer/pages/record/history-list.tsx';

export interface RecordColumn<R> {
  title: string;
  cell: (row: R) => ReactNode;
}

/** A plain table of records: found by typing, opened by their name, put away and back, each with its history. */
export function RecordTable<R extends { id: string; archivedAt?: number | null | undefined }>(props: {
  entity:
    | 'branch'
    | 'department'
    | 'employee'
    | 'approval_route'
    | 'field_definition'
    | 'document_kind'
    | 'journal'
    | 'clause'
    | 'service'
    | 'queue'
    | 'sla_policy'
    | 'canned_reply'
    | 'recurring_ticket'
    | 'vacation_grant';
  rows: readonly R[];
  nameOf: (row: R) => string;
  nameTitle: string;
  columns: readonly RecordColumn<R>[];
  add: string;
  /** Absent: the person may look, not change. */
  onAdd?: (() => void) | undefined;
  onOpen?: ((row: R) => void) | undefined;
  /** Whether records of this kind are put away. */
  archives?: boolean;
  acts?: (row: R) => ReactNode;
  /** Beside the button that adds. */
  tools?: ReactNode;
}) {
  const t = useWords('admin');
  const words = useErrorWords();
  const [text, setText] = useState('');
  const [history, setHistory] = useState<R | null>(null);
  const archive = useAction((row: R) =>
    runCommand(`${props.entity}.archive` as 'branch.archive', {
      id: row.id,
      archived: (row.archivedAt ?? null) === null,
    }),
  );
  const wanted = text.trim().toLowerCase().replaceAll('ё', 'е');
  const shown = props.rows.filter((row) => props.nameOf(row).toLowerCase().replaceAll('ё', 'е').includes(wanted));
  return (
    <>
      <div className={css['head']}>
        <div className={`op-unlabelled ${css['find']}`}>
          <TextField
            label={t('find')}
            value={text}
            onChange={setText}
            type="search"
            icon={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
            placeholder={t('find')}
          />
        </div>
        <span className={css['tools']}>
          {props.tools}
          {props.onAdd && (
            <ActionButton variant="filled" icon={<IconPlus size={16} stroke={1.6} />} onClick={props.onAdd}>
              {props.add}
            </ActionButton>
          )}
        </span>
      </div>
      {archive.error && <Note tone="red" title={words(archive.error)} />}
      {props.rows.length === 0 ? (
        <EmptyState title={t('empty')} text={t(`empty_${props.entity}`)} />
      ) : (
        <>
          <table className={css['table']} data-entity={props.entity}>
            <thead>
              <tr>
                <th scope="col">{props.nameTitle}</th>
                {props.columns.map((column) => (
                  <th key={column.title} scope="col">
                    {column.title}
                  </th>
                ))}
                <th scope="col">
                  <span className="op-hidden">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id} data-quiet={row.archivedAt || undefined}>
                  <td>
                    {props.onOpen ? (
                      <button type="button" className={css['name']} onClick={() => props.onOpen?.(row)}>
                        {props.nameOf(row)}
                      </button>
                    ) : (
                      props.nameOf(row)
                    )}
                  </td>
                  {props.columns.map((column) => (
                    <td key={column.title}>{column.cell(row)}</td>
                  ))}
                  <td className={css['acts']}>
                    {props.acts?.(row)}
                    <IconButton label={`${t('history')}: ${props.nameOf(row)}`} onClick={() => setHistory(row)}>
                      <IconHistory size={16} stroke={1.6} />
                    </IconButton>
                    {props.archives && (
                      <IconButton
                        label={`${row.archivedAt ? t('restore') : t('archive')}: ${props.nameOf(row)}`}
                        onClick={() => void archive.run(row)}
                      >
                        {row.archivedAt ? (
                          <IconArchiveOff size={16} stroke={1.6} />
                        ) : (
                          <IconArchive size={16} stroke={1.6} />
                        )}
                      </IconButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 && <p className={css['quiet']}>{t('nothing')}</p>}
        </>
      )}
      <Dialog
        opened={history !== null}
        title={history ? t('historyOf', { name: props.nameOf(history) }) : ''}
        onClose={() => setHistory(null)}
        width={640}
      >
        {history && <HistoryList entity={props.entity} id={history.id} />}
      </Dialog>
    </>
  );
}
