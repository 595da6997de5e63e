import { IconArrowsMove, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { filesOf, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { Download, type FileActions } from '#renderer/pages/files/file-parts.tsx';
import { AuthorityView } from '#renderer/pages/signatures/authority-view.tsx';
import { SignatureView } from '#renderer/pages/signatures/signature-view.tsx';
import css from '#renderer/pages/signatures/signatures.module.css';
import type { BesideChecks } from '#renderer/pages/signatures/use-beside.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';

/** A signature or a power of attorney in the place of the preview, with what can be done with it. */
export function BesideView(props: {
  card: DocumentCard;
  file: AttachmentInfo;
  checks: BesideChecks;
  actions: FileActions;
}) {
  const { card, file, checks, actions } = props;
  const t = useWords('signatures');
  const words = useWords('card');
  const files = filesOf(card.attachments);
  const own = files.find((one) => one.group === file.group);
  const kind = file.purpose === 'authority' ? 'authority' : 'signature';
  // What lies beside the document as a whole speaks of every signature of it.
  const near = (one: AttachmentInfo): boolean => one.ofId === null || file.ofId === null || one.ofId === file.ofId;
  const others = files.map((one) => one.newest).filter(near);
  const signable = files.filter((one) => one.purpose !== 'signature' && one.group !== file.group);
  const { onRemove } = actions;
  const looked = kind === 'authority' ? checks.authority(file.id) : checks.signature(file.id);
  const away = Boolean(looked?.value?.away);
  // Opening a file brings it here, as everywhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, again by its button
  useEffect(() => {
    if (away) checks.fetch(file.id);
  }, [file.id, away]);
  return (
    <div className={css['sheet']}>
      <div className={css['bar']}>
        <h2>{file.name}</h2>
        <Download version={file} label={words('downloadFile', { name: file.name })} />
        {onRemove && <Assign card={card} file={file} files={signable} />}
        {onRemove && own && (
          <ActionButton size="xs" icon={<IconTrash size={14} stroke={1.6} />} onClick={() => onRemove(own)}>
            {t('remove')}
          </ActionButton>
        )}
      </div>
      {kind === 'authority' ? (
        <AuthorityView
          authority={file}
          signatures={others.filter((one) => one.purpose === 'signature')}
          checks={checks}
        />
      ) : (
        <SignatureView
          signature={file}
          authorities={others.filter((one) => one.purpose === 'authority')}
          checks={checks}
          open={onRemove !== undefined}
        />
      )}
    </div>
  );
}

/** Lays it beside another file of the document, or beside none. */
function Assign({ card, file, files }: { card: DocumentCard; file: AttachmentInfo; files: readonly VersionedFile[] }) {
  const t = useWords('signatures');
  const errors = useErrorWords();
  const [choice, setChoice] = useState<string | null>(null);
  const save = useAction(async () => {
    const order = { id: file.id, documentId: card.document.id, ofId: choice || null };
    await runCommand('attachment.assign', order);
    setChoice(null);
  });
  const choices = files.flatMap(({ versions }) =>
    versions.map((one) => ({
      value: one.id,
      label: versions.length > 1 ? t('fileVersion', { name: one.name, version: one.version }) : one.name,
    })),
  );
  return (
    <>
      <ActionButton
        size="xs"
        icon={<IconArrowsMove size={14} stroke={1.6} />}
        onClick={() => setChoice(file.ofId ?? '')}
      >
        {t('assign')}
      </ActionButton>
      <ConfirmDialog
        opened={choice !== null}
        title={t('assignTitle', { name: file.name })}
        action={t('assignSave')}
        busy={save.busy}
        onConfirm={() => void save.run()}
        onClose={() => setChoice(null)}
      >
        <SelectField
          label={t('ofField')}
          value={choice}
          choices={[...choices, { value: '', label: t('noFile') }]}
          onChange={(next) => setChoice(next ?? '')}
        />
        {save.error && <p role="alert">{errors(save.error)}</p>}
      </ConfirmDialog>
    </>
  );
}
