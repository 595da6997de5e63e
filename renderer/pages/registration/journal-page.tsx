import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import type { GridHandle } from '#renderer/components/data-grid/types.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { FilterRow, ListFooter } from '#renderer/components/sheet.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { EntryGrid } from '#renderer/pages/registration/entry-grid.tsx';
import { Fact } from '#renderer/pages/registration/fact.tsx';
import { FactsButton } from '#renderer/pages/registration/facts-button.tsx';
import { JournalDialog } from '#renderer/pages/registration/journal-dialog.tsx';
import { JournalFacts } from '#renderer/pages/registration/journal-facts.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import { usePeriodWords } from '#renderer/pages/registration/use-journal-words.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { JournalLine } from '#shared/queries/registration.ts';

/** A journal: its entries of a period, and what it is. The period stands in the address. */
export function JournalPage() {
  const { id } = useParams();
  const t = useWords('journals');
  const may = useMayKeep();
  const [editing, setEditing] = useState(false);
  const list = useQuery('journal.list', {});
  const line = list.data?.find(({ journal }) => journal.id === id);
  return (
    <RegistrationFrame
      tab="journals"
      tools={
        line && (
          <>
            {may.journals && (
              <ActionButton size="xs" icon={<IconPencil size={14} stroke={1.6} />} onClick={() => setEditing(true)}>
                {t('editJournal')}
              </ActionButton>
            )}
            <FactsButton label={t('facts')} />
          </>
        )
      }
    >
      {line && <Entries key={line.journal.id} line={line} />}
      {!line && list.data && (
        <div className={css['content']}>
          <Note tone="amber" title={t('gone')} />
        </div>
      )}
      {!list.data && <Failed error={list.error} onRetry={list.refresh} />}
      {editing && line && <JournalDialog line={line} lines={list.data ?? []} onClose={() => setEditing(false)} />}
    </RegistrationFrame>
  );
}

function Entries({ line }: { line: JournalLine }) {
  const { journal, periods } = line;
  const t = useWords('journals');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const periodWords = usePeriodWords();
  const grid = useRef<GridHandle>(null);
  const jump = useRef<HTMLInputElement>(null);
  const { preview } = usePanels();
  const [number, setNumber] = useState('');
  const [missed, setMissed] = useState<string | null>(null);
  const asked = params.get('period');
  const period = asked !== null && periods.includes(asked) ? asked : line.period;
  useShortcuts([{ keys: '/', run: () => jump.current?.focus() }]);
  const goTo = async () => {
    const wanted = number.trim();
    if (wanted === '') return;
    const { index } = await runQuery('registration.position', { journalId: journal.id, period, number: wanted });
    setMissed(index === null ? wanted : null);
    if (index !== null) grid.current?.goTo(index);
  };
  return (
    <div className={css['split']}>
      <div className={css['list']}>
        <FilterRow
          end={
            <form
              className={css['jump']}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void goTo();
              }}
            >
              <span role="status" className={css['fault']}>
                {missed !== null && t('jumpNone', { number: missed })}
              </span>
              <div className={`op-unlabelled ${css['pick']}`}>
                <TextField
                  ref={jump}
                  label={t('jump')}
                  placeholder={t('jump')}
                  type="search"
                  value={number}
                  onChange={(next) => {
                    setNumber(next);
                    setMissed(null);
                  }}
                  maxLength={120}
                />
              </div>
            </form>
          }
        >
          <IconButton label={t('backToJournals')} onClick={() => void navigate('/registration/journals')}>
            <IconArrowLeft size={18} stroke={1.6} />
          </IconButton>
          <span className={css['name']}>{journal.name}</span>
          <div className={`op-unlabelled ${css['pick']}`}>
            <SelectField
              label={t('period')}
              value={period}
              choices={periods.map((one) => ({ value: one, label: periodWords(one) }))}
              onChange={(next) => next && setParams({ period: next }, { replace: true })}
            />
          </div>
        </FilterRow>
        <EntryGrid
          ref={grid}
          label={t('entries')}
          place={{ journalId: journal.id, period }}
          empty={<EmptyState title={t('entriesEmpty')} text={t('entriesEmptyText')} />}
          footer={({ total, voided, waiting }) => (
            <ListFooter
              start={
                <>
                  <Fact name={t('shown')} count={total} />
                  {voided > 0 && <Fact name={t('voidedCount')} count={voided} />}
                  {waiting > 0 && <Fact name={t('waitingCount')} count={waiting} />}
                </>
              }
            />
          )}
        />
      </div>
      {preview && <JournalFacts line={line} />}
    </div>
  );
}
