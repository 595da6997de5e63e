import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ReaderProblem } from '#renderer/pages/files/mail/reader-messages.ts';
import { readAttachment } from '#renderer/pages/files/read-attachment.ts';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';
import { type DocumentProblem, documentProblems } from '#shared/domain/redline.ts';
import type { SheetProblem } from '#shared/formats/sheets/open-book.ts';

/** Why a file is not shown. */
export type PreviewProblemCode = DocumentProblem | SheetProblem | ReaderProblem | 'IMAGE_DAMAGED' | 'NO_PREVIEW';

const icon = { size: 14, stroke: 1.6 } as const;

/** What is wrong with a file and what can be done about it, with the ways to do it. `bytes` null: they have not been asked for. */
export function PreviewProblem(props: {
  problem: PreviewProblemCode;
  bytes: Blob | null;
  name: string;
  attachmentId?: string | undefined;
}) {
  const { problem, bytes, name, attachmentId } = props;
  const t = useWords('preview');
  const files = useWords('files');
  const words = useErrorWords();
  const open = useAction(async () => {
    if (attachmentId) await ask('files.edit', { attachmentId });
  });
  const save = useAction(async () => {
    const given = bytes ?? (attachmentId ? await readAttachment(attachmentId) : null);
    if (given) saveBlob(given, name);
  });
  const failed = open.error ?? save.error;
  const known = documentProblems.find((one) => one === problem);
  const text = known ? files(`problem_${known}`) : t(`problem_${problem as Exclude<typeof problem, DocumentProblem>}`);
  const actions = (
    <>
      {attachmentId && (
        <ActionButton size="xs" icon={<IconExternalLink {...icon} />} busy={open.busy} onClick={() => void open.run()}>
          {files('openInProgram')}
        </ActionButton>
      )}
      <ActionButton size="xs" icon={<IconDownload {...icon} />} busy={save.busy} onClick={() => void save.run()}>
        {files('save')}
      </ActionButton>
    </>
  );
  return (
    <Note tone={problem === 'NO_PREVIEW' ? 'ink' : 'amber'} title={name} actions={actions}>
      {text}
      {failed && <span role="alert"> {words(failed)}</span>}
    </Note>
  );
}
