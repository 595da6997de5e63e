import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/readers-section.module.css';
import { isAway } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** How many people are named before the rest is asked for. */
const SHOWN = 6;

/** Who can see the document, each with the reason; whoever decides that closes it, opens it and lets people in. */
export function ReadersSection({ document }: { document: DocumentRow }) {
  const t = useWords('card');
  const [all, setAll] = useState(false);
  const readers = useQuery('document.readers', { id: document.id }).data;
  if (!readers) return null;
  if (readers.rule !== 'document')
    return (
      <PanelSection title={t('whoSees')}>
        <p>{t(readers.rule === 'everybody' ? 'seenByEverybody' : 'seenByTicket')}</p>
      </PanelSection>
    );
  // Those let in by name come first: they are why it is looked at.
  const people = readers.people.toSorted((one, other) => rank(one.reasons) - rank(other.reasons));
  const shown = all ? people : people.slice(0, SHOWN);
  return (
    <PanelSection title={t('whoSees')} end={<span className="op-figures">{people.length}</span>}>
      <p className={css['rule']}>
        {readers.isConfidential && <IconLock size={14} stroke={1.6} aria-hidden="true" />}
        {t(readers.isConfidential ? 'isConfidential' : 'seenByBranch')}
      </p>
      <ul className={css['people']}>
        {shown.map((one) => (
          <li key={one.employeeId}>
            <PersonLine
              id={one.employeeId}
              name={one.fullName}
              caption={one.reasons.map((reason) => t(`sees_${reason}`)).join(', ')}
            />
          </li>
        ))}
      </ul>
      {people.length > shown.length && (
        <LinkButton onClick={() => setAll(true)}>{t('seesMore', { count: people.length - shown.length })}</LinkButton>
      )}
      <Letting document={document} />
    </PanelSection>
  );
}

const order = ['author', 'responsible', 'reader', 'participant', 'branch', 'everybranch'];
const rank = (reasons: readonly string[]): number => Math.min(...reasons.map((reason) => order.indexOf(reason)));

/** Its author, whoever answers for it and administrators decide who sees it. */
function Letting({ document }: { document: DocumentRow }) {
  const t = useWords('card');
  const words = useErrorWords();
  const { employees, employeeOf } = useDirectory();
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const update = useCommand('document.update');
  const isTheirs = document.authorId === userId || document.responsibleId === userId;
  if (!isTheirs && !employeeOf(userId)?.roles.includes('administrator')) return null;
  const isConfidential = document.isConfidential === true;
  const readers = document.readers ?? [];
  const others = employees.filter(({ id }) => !readers.includes(id) && id !== document.authorId);
  const base = { isConfidential: document.isConfidential ?? null, readers: document.readers ?? null };
  const run = async (patch: { isConfidential?: boolean; readers?: string[] }) => {
    if (!(await update.run({ id: document.id, patch, base }))) return;
    const told =
      patch.isConfidential === undefined ? 'readersSaved' : patch.isConfidential ? 'nowConfidential' : 'nowOpen';
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(told),
      object: document.number ?? document.subject.slice(0, 60),
    });
  };
  return (
    <div className={css['letting']}>
      <LinkButton onClick={() => void run({ isConfidential: !isConfidential })}>
        {t(isConfidential ? 'openToBranch' : 'makeConfidential')}
      </LinkButton>
      <SelectField
        label={t('letIn')}
        value={null}
        choices={others.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        onChange={(id) => id && void run({ readers: [...readers, id] })}
        search
      />
      {readers.map((id) => (
        <LinkButton key={id} tone="quiet" onClick={() => void run({ readers: readers.filter((one) => one !== id) })}>
          {t('letOut', { name: employeeOf(id)?.fullName ?? t('someone') })}
        </LinkButton>
      ))}
      {update.error && <Note tone="red" title={words(update.error)} />}
    </div>
  );
}
