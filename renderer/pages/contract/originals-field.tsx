import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import { type DocumentRow, originalStates } from '#shared/domain/document.ts';

/** Where the signed paper is; chosen in place, taken back with an undo. */
export function OriginalsField({ document }: { document: DocumentRow }) {
  const t = useWords('contract');
  const words = useErrorWords();
  const saved = useSaved();
  const { id } = document;
  const stands = document.originals ?? null;
  const save = useAction(async (originals: DocumentRow['originals']) => {
    if ((originals ?? null) === stands) return;
    await runCommand('document.update', { id, patch: { originals }, base: { originals: stands } });
    saved(t('originalsSaved'), document.number ?? document.subject.slice(0, 60), () => {
      void runCommand('document.update', { id, patch: { originals: stands }, base: { originals: originals ?? null } });
    });
  });
  if (document.archivedAt !== null) return <p>{t(`originals_${stands ?? 'none'}`)}</p>;
  return (
    <>
      <SelectField
        label={t('originals')}
        value={stands ?? 'none'}
        choices={originalStates.map((one) => ({ value: one, label: t(`originals_${one}`) }))}
        onChange={(next) => void save.run(originalStates.find((one) => one === next) ?? null)}
      />
      {save.error && <Note tone="red" title={words(save.error)} />}
    </>
  );
}
