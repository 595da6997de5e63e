import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { onEvent } from '#renderer/api.ts';
import { fromPage, fromPath, type GivenFile } from '#renderer/bridge/given-file.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { DropOverlay } from '#renderer/components/drop-overlay.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { looksImportable } from '#renderer/pages/files/looks-importable.ts';
import { takeFiles } from '#renderer/pages/import/take-files.ts';
import { useDrop } from '#renderer/state/drop-place.ts';
import { followIntake } from '#renderer/state/intake.ts';
import { useOverlays } from '#renderer/state/overlays.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the window, files and addresses the shell was opened with, and says where they go. */
export function DropArea() {
  const common = useWords('common');
  const card = useWords('card');
  const navigate = useNavigate();
  const place = useDrop((drop) => drop.place);
  const [over, setOver] = useState(false);
  const [asked, setAsked] = useState<{ files: readonly GivenFile[]; importable: number } | null>(null);

  const load = (files: readonly GivenFile[]) => navigate(takeFiles(files));
  const take = async (files: readonly GivenFile[]) => {
    if (files.length === 0) return;
    const taker = useDrop.getState().place;
    if (!taker) return load(files);
    const importable = (await Promise.all(files.map(looksImportable))).filter(Boolean).length;
    if (importable > 0) setAsked({ files, importable });
    else taker.take(files);
  };
  // «Загрузить файлы» of menus: the system's dialog at once, the page of the import behind it.
  const { open, show } = useOverlays();
  useEffect(() => {
    if (open !== 'import') return;
    show(null);
    navigate('/import');
    void chooseFiles().then((files) => files.length > 0 && latest.current.load(files));
  }, [open, show, navigate]);
  useEffect(followIntake, []);

  const latest = useRef({ take, navigate, load });
  latest.current = { take, navigate, load };

  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Only leaving the window itself has nowhere to go.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      void latest.current.take([...(event.dataTransfer?.files ?? [])].map(fromPage));
    };
    const handlers = { dragenter: hover, dragover: hover, dragleave: leave, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name as 'drop', handler);
    const stop = onEvent((event) => {
      if (event.type === 'navigate') latest.current.navigate(event.to);
      if (event.type === 'files-dropped') void latest.current.take(event.paths.map(fromPath));
    });
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name as 'drop', handler);
      stop();
    };
  }, []);

  return (
    <>
      {over &&
        (place ? (
          // A bank file is asked about on a form as well.
          <DropOverlay title={card('dropOnCard')} hint={card('dropOnCardHint')} />
        ) : (
          <DropOverlay title={common('dropHere')} hint={common('dropHint')} />
        ))}
      <AskDialog
        asked={asked}
        title={place?.title ?? ''}
        onClose={() => setAsked(null)}
        onImport={() => {
          setAsked(null);
          if (asked) load(asked.files);
        }}
        onAttach={() => {
          setAsked(null);
          if (asked) place?.take(asked.files);
        }}
      />
    </>
  );
}

/** A bank file on an open card may be meant either way: the person says which. */
function AskDialog(props: {
  asked: { files: readonly GivenFile[]; importable: number } | null;
  title: string;
  onClose: () => void;
  onImport: () => void;
  onAttach: () => void;
}) {
  const t = useWords('imports');
  const common = useWords('common');
  return (
    <Dialog opened={props.asked !== null} title={t('askTitle')} onClose={props.onClose} width={520}>
      <div className={dialog['text']}>{t('askText', { count: props.asked?.importable ?? 0 })}</div>
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={props.onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton onClick={props.onAttach}>{t('askAttach', { title: props.title })}</ActionButton>
        <ActionButton variant="filled" onClick={props.onImport} autoFocus>
          {t('askImport')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
