import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import type { Place } from '#renderer/pages/builder/form-draft.ts';
import { FormTab } from '#renderer/pages/builder/form-tab.tsx';
import { KindSide } from '#renderer/pages/builder/kind/kind-side.tsx';
import { useKindDraft } from '#renderer/pages/builder/kind/use-kind-draft.ts';
import { useFaultWords } from '#renderer/pages/builder/use-fault-words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { KindSetup } from '#shared/queries/kind.ts';

/** The builder of one kind of documents: its fields, a try at the side, its versions. */
export function KindBuilder({ setup }: { setup: KindSetup }) {
  const t = useWords('builder');
  const words = useErrorWords();
  const navigate = useNavigate();
  const { row } = setup;
  const draft = useKindDraft(setup);
  const { form } = draft;
  const faultWords = useFaultWords(form);
  const [chosen, setChosen] = useState<Place | null>(form.sections[0] ? { section: 0, field: null } : null);
  const panel = useRef<HTMLElement>(null);
  const faults = useMemo(() => formFaults(form), [form]);
  const [tried, setTried] = useState(false);
  const isNew = setup.form === null || !sameValue(setup.form, form);
  const version = row.publishedVersion + 1;
  const publish = useAction(async () => {
    setTried(true);
    if (faults.length > 0 || !(await draft.save())) return;
    await runCommand('document_kind.publish', { id: row.id, note: '' });
    draft.published();
    setTried(false);
    useToasts.getState().show({ tone: 'done', title: t('published', { version }), object: row.label });
  });
  const refused = publish.error ?? (draft.state === 'failed' ? draft.error : null);
  return (
    <Sheet>
      <PageHeader
        title={row.label}
        tools={
          <>
            <span className={css['saved']} role="status" data-state={draft.state}>
              {t(`save_${draft.state}`)}
            </span>
            <ActionButton
              variant="filled"
              busy={publish.busy}
              onClick={() => void publish.run()}
              reason={isNew ? undefined : t('nothingToPublish')}
            >
              {t('publish', { version })}
            </ActionButton>
          </>
        }
      >
        <IconButton label={t('toKinds')} onClick={() => navigate('/admin/kinds')}>
          <IconArrowLeft size={16} stroke={1.6} />
        </IconButton>
      </PageHeader>
      {(refused || draft.state === 'conflict' || (tried && faults.length > 0)) && (
        <div className={css['notes']}>
          {refused && (
            <Note tone="red" title={t(publish.error ? 'notPublished' : 'notSaved')}>
              {words(refused)}
            </Note>
          )}
          {draft.state === 'conflict' && (
            <Note
              tone="plum"
              title={t('conflictTitle')}
              actions={<LinkButton onClick={() => navigate('/exchange/conflicts')}>{t('toConflicts')}</LinkButton>}
            >
              {t('conflictText')}
            </Note>
          )}
          {tried && <FaultLines faults={faults.map(faultWords)} />}
        </div>
      )}
      <div className={css['page']} data-tab="form">
        <FormTab
          form={form}
          published={setup.form}
          faults={faults}
          chosen={chosen}
          onChoose={setChosen}
          onChange={draft.change}
          panel={panel}
          without={withoutFiles}
        />
        <KindSide setup={setup} form={form} />
      </div>
    </Sheet>
  );
}

/** The files of a document are its attachments. */
const withoutFiles = ['file'] as const;
