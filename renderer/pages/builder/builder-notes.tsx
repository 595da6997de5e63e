import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { useFaultWords } from '#renderer/pages/builder/use-fault-words.ts';
import type { ServiceDraft } from '#renderer/pages/builder/use-service-draft.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';

/** What stands in the way of the draft: two authors at once, a refusal, faults of the form, each a way to its place. */
export function BuilderNotes(props: {
  draft: ServiceDraft;
  refused: CoreError | null;
  faults: readonly FormFault[];
  form: Form;
  onFault: (fault: FormFault) => void;
}) {
  const t = useWords('builder');
  const words = useErrorWords();
  const faultWords = useFaultWords(props.form);
  const navigate = useNavigate();
  const { draft, refused, faults } = props;
  const failed = draft.state === 'failed' ? draft.error : null;
  if (draft.state !== 'conflict' && !failed && !refused && faults.length === 0) return null;
  return (
    <div className={css['notes']}>
      {draft.state === 'conflict' && (
        <Note
          tone="plum"
          title={t('conflictTitle')}
          actions={
            <>
              <LinkButton onClick={() => navigate('/exchange/conflicts')}>{t('toConflicts')}</LinkButton>
              <LinkButton onClick={draft.takeTheirs}>{t('takeTheirs')}</LinkButton>
            </>
          }
        >
          {t('conflictText')}
        </Note>
      )}
      {failed && (
        <Note
          tone="red"
          title={t('notSaved')}
          actions={<LinkButton onClick={() => void draft.save()}>{t('saveAgain')}</LinkButton>}
        >
          {words(failed)}
        </Note>
      )}
      {refused && (
        <Note tone="red" title={t('notPublished')}>
          {words(refused)}
        </Note>
      )}
      {faults.length > 0 && (
        <Note tone="red" title={t('notPublishedFaults', { count: faults.length })}>
          <ul className={css['faultList']}>
            {faults.slice(0, 20).map((fault, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two faults may be worded alike
              <li key={index}>
                <LinkButton onClick={() => props.onFault(fault)}>{faultWords(fault)}</LinkButton>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}
