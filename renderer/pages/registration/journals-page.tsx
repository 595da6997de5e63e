import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { JournalDialog } from '#renderer/pages/registration/journal-dialog.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import {
  useBranchWords,
  useKindChoices,
  useNextNumber,
  usePeriodWords,
} from '#renderer/pages/registration/use-journal-words.ts';
import type { JournalLine } from '#shared/queries/registration.ts';

/** So many kinds are named in a row; the rest is counted. */
const named = 3;

/** Journals of registration: what each takes, how its numbers look and how far they have come, who holds some of them. */
export function JournalsPage() {
  const t = useWords('journals');
  const navigate = useNavigate();
  const list = useQuery('journal.list', {});
  const lines = list.data ?? [];
  const may = useMayKeep();
  const [open, setOpen] = useState<JournalLine | 'new' | null>(null);
  const branchWords = useBranchWords();
  const periodWords = usePeriodWords();
  const kinds = new Map(useKindChoices().map(({ value, label }) => [value, label]));
  const nextOf = useNextNumber();
  const lineOf = (id: string) => lines.find(({ journal }) => journal.id === id);
  const cell = (draw: (line: JournalLine) => React.ReactNode) => (row: { id: string }) => {
    const line = lineOf(row.id);
    return line && draw(line);
  };
  return (
    <RegistrationFrame tab="journals">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['content']} tabIndex={0} aria-label={t('tab_journals')}>
        {list.data ? (
          <RecordTable
            entity="journal"
            rows={lines.map(({ journal }) => journal)}
            nameOf={(row) => row.name}
            nameTitle={t('name')}
            add={t('addJournal')}
            onAdd={may.journals ? () => setOpen('new') : undefined}
            onOpen={(row) => void navigate(`/registration/journals/${row.id}`)}
            archives={may.journals}
            tools={may.journals ? undefined : <span className={css['quiet']}>{t('readOnly')}</span>}
            acts={(row) =>
              may.journals && (
                <IconButton label={`${t('editJournal')}: ${row.name}`} onClick={() => setOpen(lineOf(row.id) ?? null)}>
                  <IconPencil size={16} stroke={1.6} />
                </IconButton>
              )
            }
            columns={[
              { title: t('branch'), cell: (row) => branchWords(row.branchId) },
              { title: t('kinds'), cell: (row) => <Kinds words={row.kinds.map((kind) => kinds.get(kind) ?? '…')} /> },
              {
                title: t('exampleNext'),
                cell: cell((line) => (
                  <span className={css['lines']}>
                    <span className={css['line']}>
                      <RegistrationNumber number={nextOf(line)} />{' '}
                      {line.next === null && <span className={css['quiet']}>{t('exampleOnly')}</span>}
                    </span>
                    <span className={`${css['code']} ${css['line']}`}>{line.journal.pattern}</span>
                  </span>
                )),
              },
              {
                title: t('period'),
                cell: cell((line) => <span className={css['line']}>{periodWords(line.period)}</span>),
              },
              {
                title: t('last'),
                cell: cell(({ last }) => (
                  <span className="op-figures">{last === null ? t('none') : formatCount(last)}</span>
                )),
              },
              { title: t('leases'), cell: cell((line) => <Leases line={line} />) },
            ]}
          />
        ) : (
          <Failed error={list.error} onRetry={list.refresh} />
        )}
      </section>
      {open && <JournalDialog line={open === 'new' ? null : open} lines={lines} onClose={() => setOpen(null)} />}
    </RegistrationFrame>
  );
}

function Kinds({ words }: { words: readonly string[] }) {
  const t = useWords('journals');
  const shown = words.slice(0, named).join(', ');
  return (
    <span title={words.join(', ')}>
      {words.length > named ? `${shown} ${t('kindsMore', { count: words.length - named })}` : shown}
    </span>
  );
}

/** Who may give numbers without a link, and how many are left. */
function Leases({ line }: { line: JournalLine }) {
  const t = useWords('journals');
  if (line.journal.leaseSize === 0) return <span className={css['quiet']}>{t('leaseCentre')}</span>;
  if (line.leases.length === 0) return <span className={css['quiet']}>{t('leaseNone')}</span>;
  const left = new Map<string, { count: number; isHere: boolean }>();
  for (const lease of line.leases) {
    const name = lease.deviceName ?? t('leaseUnnamed');
    left.set(name, { count: (left.get(name)?.count ?? 0) + lease.left, isHere: lease.isHere });
  }
  return (
    <span className={css['pills']}>
      {[...left].map(([name, { count, isHere }]) => (
        <Pill key={name} tone={isHere ? 'ink' : 'gray'}>
          {t('lease', { name, count })}
        </Pill>
      ))}
    </span>
  );
}
