import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOfferedKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { tableKinds } from '#renderer/pages/import/table/table-target.ts';
import { DocumentChoice } from '#renderer/pages/intake/document-choice.tsx';
import css from '#renderer/pages/intake/intake.module.css';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { IntakeItem } from '#shared/ipc/intake-channels.ts';

const NAMED = 5;
const listed = (names: readonly string[]): string =>
  [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ');

/** What becomes of the chosen files: documents of a kind, each or together, or files of a document that is there. */
export function IntakeTake({ items }: { items: readonly IntakeItem[] }) {
  const t = useWords('intake');
  const status = useWords('status');
  const words = useErrorWords();
  const navigate = useNavigate();
  const own = useOfferedKinds();
  const [way, setWay] = useState<'make' | 'attach'>('make');
  const [chosenKind, setKind] = useState('kind:incoming');
  const [together, setTogether] = useState(false);
  const [subject, setSubject] = useState((items[0]?.name ?? '').replace(/\.[^.]*$/, ''));
  const [documentId, setDocumentId] = useState<string | null>(null);
  const ids = items.map(({ id }) => id);
  const one = items.length === 1 || together;

  const take = useAction(async () => {
    const line = own.find((each) => chosenKind === `own:${each.line.id}`)?.line;
    const kind = line?.base ?? tableKinds.find((each) => chosenKind === `kind:${each}`) ?? 'incoming';
    const made = { kind, kindId: line?.id ?? null, subject: one ? subject.trim() || null : null };
    const into = way === 'attach' && documentId ? { documentId } : made;
    const { documents, refused, left } = await ask('intake.take', { ids, into });
    const show = useToasts.getState().show;
    const [first] = documents;
    // A part of a letter is no file that stays.
    const stays = refused.filter(({ name }) => items.some((item) => item.name === name)).length;
    if (documents.length > 0 && stays < ids.length)
      show({
        tone: isAway() ? 'offline' : 'done',
        title: way === 'attach' ? t('attached') : t('taken', { count: documents.length }),
        ...(first ? { link: { label: t('open'), onClick: () => navigate(`/documents/${first}`) } } : {}),
      });
    for (const [why, some] of Map.groupBy(refused, (one) => words(one)))
      show({ tone: 'failed', title: t('refusedTitle', { names: listed(some.map(({ name }) => name)) }), object: why });
    if (left.length > 0)
      show({ tone: 'failed', title: t('leftTitle', { names: listed(left) }), object: t('leftHint') });
  });
  const aside = useAction(() => ask('intake.put-aside', { ids }));
  if (items.length === 0) return null;
  const known = items.find((item) => item.known)?.known;
  const error = take.error ?? aside.error;
  const reason = way === 'attach' && documentId === null ? t('documentHint') : undefined;
  return (
    <aside className={css['take']} aria-label={t('way')} data-area="panel">
      <Segmented
        label={t('way')}
        value={way}
        choices={[
          { value: 'make', label: t('wayMake') },
          { value: 'attach', label: t('wayAttach') },
        ]}
        onChange={setWay}
      />
      {known && (
        <Note
          tone="amber"
          title={t('known', { subject: known.subject })}
          actions={<LinkButton onClick={() => navigate(`/documents/${known.documentId}`)}>{t('openKnown')}</LinkButton>}
        />
      )}
      {way === 'attach' ? (
        <DocumentChoice value={documentId} onChange={setDocumentId} />
      ) : (
        <>
          <SelectField
            label={t('kind')}
            value={chosenKind}
            search
            choices={[
              ...tableKinds.map((kind) => ({ value: `kind:${kind}`, label: status(`kind_${kind}`) })),
              ...own.map((each) => ({ value: `own:${each.line.id}`, label: each.name })),
            ]}
            onChange={(value) => value !== null && setKind(value)}
          />
          {items.length > 1 && (
            <Segmented
              label={t('how')}
              value={together ? 'one' : 'each'}
              choices={[
                { value: 'each', label: t('howEach') },
                { value: 'one', label: t('howOne') },
              ]}
              onChange={(value) => setTogether(value === 'one')}
            />
          )}
          {one && <TextField label={t('subject')} value={subject} maxLength={1_000} rows={2} onChange={setSubject} />}
        </>
      )}
      {error && <Note tone="red" title={words(error)} />}
      <div className={css['acts']}>
        <ActionButton variant="filled" busy={take.busy} reason={reason} onClick={() => void take.run()}>
          {way === 'attach' ? t('attach') : one ? t('make') : t('makeMany', { count: items.length })}
        </ActionButton>
        <ActionButton variant="subtle" busy={aside.busy} onClick={() => void aside.run()}>
          {t('aside')}
        </ActionButton>
        <p className={css['quiet']}>{t(items.some(({ from }) => from !== 'given') ? 'asideHint' : 'asideGivenHint')}</p>
      </div>
    </aside>
  );
}
