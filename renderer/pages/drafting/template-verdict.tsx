import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { TemplateProblems } from '#renderer/pages/drafting/template-problems.tsx';
import { useTemplateCheck } from '#renderer/pages/drafting/use-template-check.ts';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';

/** Whether the tags of a template's file can be filled: told at the file, not when somebody needs a contract. */
export function TemplateVerdict({ file, kinds }: { file: { id: string }; kinds: readonly string[] | null }) {
  const t = useWords('drafting');
  const words = useFileErrorWords();
  const { check, error } = useTemplateCheck(null, file.id, kinds ?? []);
  return (
    <div aria-live="polite">
      {error && <Note tone="red" title={words(error)} />}
      {check && check.problems.length === 0 && <Note tone="ink" title={t('verdict', { count: check.tags.length })} />}
      {check && check.problems.length > 0 && (
        <Note tone="red" title={t('problems', { count: check.problems.length })}>
          {t('verdictWrong')}
          <TemplateProblems problems={check.problems} />
        </Note>
      )}
    </div>
  );
}
