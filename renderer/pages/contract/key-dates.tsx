import { IconArrowBackUp, IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { KeyDateDialog } from '#renderer/pages/contract/key-date-dialog.tsx';
import css from '#renderer/pages/contract/side.module.css';
import { keyDateStanding } from '#renderer/pages/contract/term-words.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { KeyDateLine } from '#shared/queries/contract.ts';

/** Days of the contract that must not be missed; settled in place, edited in a dialog. */
export function KeyDates({ document, lines }: { document: DocumentRow; lines: readonly KeyDateLine[] }) {
  const t = useWords('contract');
  const errors = useErrorWords();
  const words = useContractWords();
  const saved = useSaved();
  const [edited, setEdited] = useState<KeyDateLine | 'new' | null>(null);
  const locked = document.archivedAt !== null;
  const settle = useAction(async (line: KeyDateLine) => {
    if (!line.id) return;
    const order = { documentId: document.id, id: line.id };
    const done = line.doneAt === null;
    await runCommand('key_date.settle', { ...order, done });
    saved(t(done ? 'keyDateSettled' : 'keyDateReopened'), words.keyDate(line), () =>
      runCommand('key_date.settle', { ...order, done: !done }),
    );
  });
  return (
    <section aria-label={t('keyDates')}>
      <PanelSection
        title={t('keyDates')}
        end={
          !locked && (
            <span className={css['headTool']}>
              <IconButton label={t('keyDateAdd')} size={24} onClick={() => setEdited('new')}>
                <IconPlus size={14} stroke={1.6} />
              </IconButton>
            </span>
          )
        }
      >
        {lines.length === 0 && <p className={css['none']}>{t('keyDateNone')}</p>}
        <ul className={css['dates']}>
          {lines.map((line) => {
            const title = words.keyDate(line);
            const done = line.doneAt !== null;
            return (
              <li key={line.id ?? `planned-${line.kind}`} className={css['day']} data-standing={keyDateStanding(line)}>
                <span className={css['when']}>{formatDate(line.date)}</span>
                <span className={css['what']}>
                  {!locked ? (
                    <button
                      type="button"
                      className={css['name']}
                      aria-label={t('keyDateOpen', { title, date: formatDate(line.date) })}
                      onClick={() => setEdited(line)}
                    >
                      {title}
                    </button>
                  ) : (
                    <span className={css['fixed']}>{title}</span>
                  )}
                  <span className={css['sub']}>{words.keyDateNote(line)}</span>
                </span>
                {line.id && !locked && (
                  <IconButton
                    label={t(done ? 'keyDateReopen' : 'keyDateSettle', { title })}
                    size={24}
                    onClick={() => void settle.run(line)}
                  >
                    {done ? <IconArrowBackUp size={14} stroke={1.6} /> : <IconCheck size={14} stroke={1.6} />}
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
        {settle.error && <Note tone="red" title={errors(settle.error)} />}
        {edited && (
          <KeyDateDialog
            documentId={document.id}
            line={edited === 'new' ? null : edited}
            responsibleId={document.responsibleId}
            onClose={() => setEdited(null)}
          />
        )}
      </PanelSection>
    </section>
  );
}
