import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { FilterRow, ListFooter } from '#renderer/components/sheet.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/originals-page.module.css';
import { useOriginalsColumns } from '#renderer/pages/control/use-originals-columns.tsx';
import register from '#renderer/pages/documents/documents.module.css';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import { RowGrid } from '#renderer/pages/registration/row-grid.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

const shows = ['sent', 'overdue', 'lost'] as const;
/** One action may hold this many commands. */
const AT_ONCE = 2_000;

/** «Оригиналы»: which papers are out, with whom and since when; overdue ones first. Received by the heap. */
export function OriginalsPage() {
  const t = useWords('control');
  const navigate = useNavigate();
  const words = useErrorWords();
  const { branches } = useDirectory();
  const [params, setParams] = useSearchParams();
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const show = shows.find((one) => one === params.get('show')) ?? 'sent';
  const branchId = params.get('branch');
  const [text, setText] = useState('');
  const asked = useQuery('originals.list', {
    state: show,
    branchIds: branchId ? [branchId] : null,
    text: text.trim() || null,
  });
  const { data } = asked;
  const rows = data?.rows ?? [];
  const columns = useOriginalsColumns(show);
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  // What is not in sight any more is not received with the rest.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another choice
  useEffect(() => setSelection(new Set()), [show, branchId, text]);
  const receive = useAction(async (ids: readonly string[]) => {
    const orders = ids.map((id) => ({ name: 'originals.receive' as const, args: { id, place: null, comment: null } }));
    for (let at = 0; at < orders.length; at += AT_ONCE) await runCommands(orders.slice(at, at + AT_ONCE));
    setSelection(new Set());
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('received', { count: ids.length }),
      ...(isAway() ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  });
  const chosen = rows.filter((row) => selection.has(row.id)).map((row) => row.id);
  const narrowed = text.trim() !== '' || branchId !== null || show !== 'sent';
  return (
    <RegistrationFrame tab="originals">
      <FilterRow
        end={
          <div className={`op-unlabelled ${css['branch']}`}>
            <SelectField
              label={t('branch')}
              value={branchId}
              choices={branches.map((one) => ({ value: one.id, label: one.city }))}
              onChange={(id) => set('branch', id)}
              placeholder={t('allBranches')}
              clearable
              search
            />
          </div>
        }
      >
        <Segmented
          label={t('show')}
          value={show}
          choices={shows.map((one) => ({
            value: one,
            label: `${t(`show_${one}`)}${data ? ` ${formatCount(data[one])}` : ''}`,
          }))}
          onChange={(value) => set('show', value === 'sent' ? null : value)}
        />
        <div className={`op-unlabelled ${css['find']}`}>
          <TextField
            label={t('find')}
            placeholder={t('find')}
            value={text}
            onChange={setText}
            icon={<IconSearch size={16} stroke={1.6} />}
            type="search"
            autoComplete="off"
          />
        </div>
      </FilterRow>
      {receive.error && <Note tone="red" title={words(receive.error)} />}
      <div className={css['list']}>
        {data ? (
          <RowGrid
            label={t('listTitle')}
            columns={columns}
            rows={rows}
            of={`${show}/${branchId}/${text}`}
            onOpen={(row, newWindow) =>
              newWindow ? window.open(`#/documents/${row.id}`) : navigate(`/documents/${row.id}`)
            }
            selection={selection}
            onSelect={setSelection}
            empty={
              narrowed ? (
                <EmptyFilter title={t('emptyFound')}>{t('emptyFoundText')}</EmptyFilter>
              ) : (
                <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
              )
            }
          />
        ) : (
          <Failed error={asked.error} onRetry={asked.refresh} />
        )}
        {chosen.length > 0 && (
          <div className={register['bulk']}>
            <BulkBar
              count={chosen.length}
              onClose={() => setSelection(new Set())}
              actions={[
                {
                  label: t('receive'),
                  icon: <IconCheck size={16} stroke={1.6} />,
                  primary: true,
                  onClick: () => void receive.run(chosen),
                },
              ]}
            />
          </div>
        )}
      </div>
      <ListFooter
        start={
          <span>
            {t('shown')} <b>{formatCount(rows.length)}</b>
          </span>
        }
      />
    </RegistrationFrame>
  );
}
