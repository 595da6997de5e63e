import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ProtocolSection } from '#renderer/pages/compare/protocol-section.tsx';
import css from '#renderer/pages/document/files-tab.module.css';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import { useRemoveFile } from '#renderer/pages/document/use-remove-file.ts';
import { DraftButton } from '#renderer/pages/drafting/draft-button.tsx';
import { DraftingDialog } from '#renderer/pages/drafting/drafting-dialog.tsx';
import { StaleTextNote } from '#renderer/pages/drafting/stale-text-note.tsx';
import { TemplateVerdict } from '#renderer/pages/drafting/template-verdict.tsx';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { EditsNote } from '#renderer/pages/files/edits-note.tsx';
import {
  besideGroups,
  byPurpose,
  comparedPair,
  filesOf,
  hasText,
  isBeside,
  previousVersion,
  type VersionedFile,
} from '#renderer/pages/files/file-groups.ts';
import type { FileActions } from '#renderer/pages/files/file-parts.tsx';
import { FileRow } from '#renderer/pages/files/file-row.tsx';
import { FileView } from '#renderer/pages/files/file-view.tsx';
import { IntakeDialog } from '#renderer/pages/files/intake-dialog.tsx';
import { PinSwitch } from '#renderer/pages/files/pin-switch.tsx';
import { useAgreed } from '#renderer/pages/files/use-agreed.ts';
import type { Attaching } from '#renderer/pages/files/use-attach.ts';
import { useDragging } from '#renderer/pages/files/use-dragging.ts';
import { useEdits } from '#renderer/pages/files/use-edits.ts';
import { useNamedFileError } from '#renderer/pages/files/use-file-error-words.ts';
import { BesideList } from '#renderer/pages/signatures/beside-list.tsx';
import { BesideView } from '#renderer/pages/signatures/beside-view.tsx';
import { PlaceDialog } from '#renderer/pages/signatures/place-dialog.tsx';
import { useBeside } from '#renderer/pages/signatures/use-beside.ts';
import { isContract } from '#shared/domain/document.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';

/** The files of a document by what they are for, each with its versions, and the chosen one shown beside them. */
export function FilesTab({ card, attach }: { card: DocumentCard; attach: Attaching }) {
  const t = useWords('card');
  const transfers = useWords('transfers');
  const words = useNamedFileError();
  const navigate = useNavigate();
  const documentId = card.document.id;
  const mayFile = useKindRights().mayFile(card);
  const locked = card.document.archivedAt !== null || !mayFile;
  const files = filesOf(card.attachments);
  const gone = card.attachments.filter((file) => file.archivedAt !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  // A contract that has just been entered comes here to get its text.
  const [search, setSearch] = useSearchParams();
  // A search that found words inside of a file leads to that file and to the words.
  const asked = search.get('file');
  useEffect(() => setChosen(asked), [asked]);
  const isDrafting = search.get('draft') !== null;
  const setDrafting = (open: boolean) =>
    setSearch({ tab: 'files', ...(open ? { draft: '1' } : {}) }, { replace: true });
  const remove = useRemoveFile(documentId);
  const editing = useEdits(documentId);
  const agreed = useAgreed(card.document);
  const dragging = useDragging();
  const shown =
    files.flatMap((file) => file.versions).find((file) => file.id === chosen) ??
    (files.find((file) => !isBeside(file)) ?? files[0])?.newest;
  const failed = attach.error ?? remove.error ?? editing.open.error ?? editing.end.error;
  const contract = isContract(card.document.kind);
  const drafts = card.document.kind !== 'template';
  const groups = besideGroups(card.attachments);
  const rows = files.filter((file) => !groups.has(file.group));
  const besidesOf = (file: VersionedFile) => files.filter((one) => groups.get(one.group) === file.group);
  const parts = contract ? byPurpose(rows) : [{ purpose: null, files: rows }];
  const text = files.find((file) => file.purpose === 'text' && file.versions.length > 1 && hasText(file.newest));
  const ownText = files.find((file) => file.purpose === 'text')?.newest;
  const before = text && previousVersion(text, text.newest);
  const pair = text && before ? ([before, text.newest] as const) : null;
  const order = parts.flatMap((part) =>
    part.files.flatMap((file) => [file, ...besidesOf(file).flatMap((one) => [one, ...besidesOf(one)])]),
  );
  const checks = useBeside(card.attachments);

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = order.findIndex((file) => file.group === shown?.group);
    const next = order[at + step]?.newest;
    if (step === 0 || !next) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(`file-${next.id}`)?.focus();
  };
  const actions: FileActions = {
    onChoose: (version) => setChosen(version.id),
    onCompare: (a, b) => {
      const [left, right] = comparedPair(a, b);
      navigate(`/documents/${documentId}/compare/${left.id}/${right.id}`);
    },
    ...(locked
      ? {}
      : {
          onVersion: (file, given) => void attach.run(given, file),
          onEdit: (file) => void editing.open.run(file.newest.id),
          onRemove: (file, version) => void remove.run(file, version),
        }),
  };
  return (
    <div className={css['split']}>
      <div className={css['list']}>
        <div className={css['head']}>
          {!locked && (
            <ActionButton
              icon={<IconPlus size={16} stroke={1.6} />}
              busy={attach.busy}
              onClick={() => void chooseFiles().then((given) => attach.run(given))}
            >
              {t('addFiles')}
            </ActionButton>
          )}
          {!locked && drafts && <DraftButton document={card.document} onOpen={() => setDrafting(true)} />}
          <PinSwitch
            entity="document"
            id={documentId}
            title={card.document.subject}
            hint={transfers(contract ? 'pinHintContract' : 'pinHint')}
          />
        </div>
        {(failed || editing.edits.length > 0) && (
          <div className={css['notes']}>
            {failed && <Note tone="red" title={words(failed)} />}
            <EditsNote editing={editing} />
          </div>
        )}
        {card.document.kind === 'template' && shown && (
          <div className={css['notes']}>
            <TemplateVerdict file={files[0]?.newest ?? shown} kinds={card.document.templateKinds ?? null} />
          </div>
        )}
        {contract && ownText && (
          <div className={css['notes']}>
            <StaleTextNote documentId={documentId} text={ownText} onDraft={locked ? null : () => setDrafting(true)} />
          </div>
        )}
        {files.length === 0 ? (
          <p className={css['empty']}>
            <b>{t('noFiles')}</b>
            {!locked && <span>{t('noFilesText')}</span>}
          </p>
        ) : (
          <ul className={css['files']} aria-label={t('fileList')} onKeyDown={press}>
            {parts.map((part) => (
              <Part key={part.purpose} purpose={part.purpose}>
                {part.files.map((file) => (
                  <FileRow
                    key={file.group}
                    file={file}
                    shown={shown?.id}
                    agreed={agreed}
                    dragging={dragging}
                    actions={actions}
                  >
                    <BesideList
                      file={file}
                      besides={besidesOf(file).flatMap((one) => [one, ...besidesOf(one)])}
                      shown={shown?.id}
                      checks={checks}
                      actions={actions}
                    />
                  </FileRow>
                ))}
              </Part>
            ))}
          </ul>
        )}
        {contract && <ProtocolSection card={card} onCompare={pair ? () => actions.onCompare(...pair) : null} />}
        {gone.length > 0 && <GoneFiles files={gone} />}
      </div>
      {shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
        <section className={css['view']} tabIndex={0} aria-label={t('preview')}>
          <ErrorBoundary place="FILE" key={shown.id}>
            {isBeside({ purpose: shown.purpose }) ? (
              <BesideView card={card} file={shown} checks={checks} actions={actions} />
            ) : (
              <FileView file={shown} find={shown.id === asked ? (search.get('find') ?? undefined) : undefined} />
            )}
          </ErrorBoundary>
        </section>
      )}
      {drafts && (
        <DraftingDialog
          card={card}
          opened={isDrafting}
          begin={search.get('draft')}
          onClose={() => setDrafting(false)}
        />
      )}
      <IntakeDialog attach={attach} files={files.filter((file) => !isBeside(file))} />
      <PlaceDialog place={attach.place} papers={files.filter((file) => file.purpose !== 'signature')} />
    </div>
  );
}

function Part({ purpose, children }: { purpose: AttachmentInfo['purpose'] | null; children: ReactNode }) {
  const t = useWords('files');
  return (
    <>
      {purpose && (
        <li className={css['purpose']}>
          <h2>{t(`purpose_${purpose}`)}</h2>
        </li>
      )}
      {children}
    </>
  );
}

function GoneFiles({ files }: { files: readonly AttachmentInfo[] }) {
  const t = useWords('card');
  const clock = useClock();
  return (
    <details className={css['gone']}>
      <summary>
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
        {t('removedFiles', { count: files.length })}
      </summary>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.name} <span>{t('fileRemoved', { time: clock.moment(file.archivedAt ?? 0) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
