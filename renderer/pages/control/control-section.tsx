import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/control.module.css';
import { DoneDialog, MoveDialog, PutDialog } from '#renderer/pages/control/due-dialogs.tsx';
import { ReasonDialog } from '#renderer/pages/control/reason-dialog.tsx';
import { useDueWords } from '#renderer/pages/control/use-due-words.ts';
import { useNoted } from '#renderer/pages/control/use-noted.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

type Opened = 'put' | 'done' | 'move' | 'release' | 'reopen' | null;

/** By which day, by whom, how it stands; what can be done about it. */
export function ControlSection({ document }: { document: DocumentRow }) {
  const t = useWords('control');
  const dueWords = useDueWords();
  const { employeeOf } = useDirectory();
  const [opened, setOpened] = useState<Opened>(null);
  const { dueDate, doneOn, state, responsibleId } = document;
  const card = useQuery('control.card', { documentId: document.id }).data;
  const isDone = state === 'done';
  const isOpen = !isDone && state !== 'void' && state !== 'refused';
  if (!isOpen && !isDone && dueDate === null) return null;
  const left = isOpen && dueDate ? (card?.daysLeft ?? null) : null;
  const close = () => setOpened(null);
  const person = responsibleId ? (employeeOf(responsibleId)?.fullName ?? t('nobody')) : t('nobody');
  return (
    <PanelSection title={t('title')}>
      {dueDate === null && isOpen ? (
        <p className={css['quiet']}>{t('none')}</p>
      ) : (
        <KeyValues
          entries={[
            dueDate
              ? [
                  t('due'),
                  <span key="due">
                    <span className="op-figures">{formatDate(dueDate)}</span>{' '}
                    {left !== null && <span className={css[dueWords.tone(left)]}>{dueWords.left(left)}</span>}
                  </span>,
                ]
              : null,
            [t('responsible'), person],
            isDone
              ? [
                  t('doneOn'),
                  <span key="done" className="op-figures">
                    {doneOn ? formatDate(doneOn) : t('doneUnknown')}
                  </span>,
                ]
              : null,
            card && card.moves > 0 ? [t('movedLabel'), t('moves', { count: card.moves })] : null,
          ]}
        />
      )}
      {document.archivedAt === null && (isOpen || isDone) && (
        <div className={css['ways']}>
          {isOpen && dueDate === null && <LinkButton onClick={() => setOpened('put')}>{t('put')}</LinkButton>}
          {isOpen && dueDate !== null && (
            <>
              <ActionButton size="xs" onClick={() => setOpened('done')}>
                {t('done')}
              </ActionButton>
              <LinkButton onClick={() => setOpened('move')}>{t('move')}</LinkButton>
              <LinkButton tone="quiet" onClick={() => setOpened('release')}>
                {t('release')}
              </LinkButton>
            </>
          )}
          {isOpen && dueDate === null && (
            <LinkButton tone="quiet" onClick={() => setOpened('done')}>
              {t('done')}
            </LinkButton>
          )}
          {isDone && <LinkButton onClick={() => setOpened('reopen')}>{t('reopen')}</LinkButton>}
        </div>
      )}
      {opened === 'put' && <PutDialog document={document} onClose={close} />}
      {opened === 'done' && <DoneDialog document={document} onClose={close} />}
      {opened === 'move' && <MoveDialog document={document} onClose={close} />}
      {opened === 'release' && <Release document={document} onClose={close} />}
      {opened === 'reopen' && <Reopen document={document} onClose={close} />}
    </PanelSection>
  );
}

function Release({ document, onClose }: { document: DocumentRow; onClose: () => void }) {
  const t = useWords('control');
  const noted = useNoted(document);
  const move = useCommand('control.move');
  return (
    <ReasonDialog
      title={t('releaseTitle')}
      lead={t('releaseText')}
      action={t('release')}
      command={move}
      run={(reason) => move.run({ id: document.id, dueDate: null, was: document.dueDate, reason })}
      onDone={() => noted(t('releaseDone'))}
      onClose={onClose}
    />
  );
}

function Reopen({ document, onClose }: { document: DocumentRow; onClose: () => void }) {
  const t = useWords('control');
  const noted = useNoted(document);
  const reopen = useCommand('control.reopen');
  return (
    <ReasonDialog
      title={t('reopenTitle')}
      lead={t('reopenText')}
      action={t('reopen')}
      command={reopen}
      run={(reason) => reopen.run({ id: document.id, reason })}
      onDone={() => noted(t('reopenDone'))}
      onClose={onClose}
    />
  );
}
